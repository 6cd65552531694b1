/** Where sentences come from: the closest passage, on hover, by go to definition, and for the whole draft. */
import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { findDefinitions } from '../../../server/src/features/definition';
import { draftSources } from '../../../server/src/features/draftSources';
import { hover } from '../../../server/src/features/hover';
import { reportAsMarkdown } from '../../../server/src/features/reportFormat';
import { sourcesAt, stretchesOf } from '../../../server/src/features/sentenceSources';
import { sourcesReport } from '../../../server/src/features/sourcesReport';
import { atOnce } from '../../../server/src/util/inSteps';
import { markedText } from '../../support/markedText';
import { snapshotOf } from './snapshotOf';

const TOLD = '老站长巡渠三十年，哪段堤爱渗水、哪道闸关不严，全在他的本子上记着。';
const snapshot = snapshotOf({
  documents: {
    '/2023.md': `同志们：\n${TOLD}我们要管好每一条渠。`,
    '/2024.md': `${TOLD}\n清淤先清上游，修闸先修险闸，一段一段地过，一处一处地销号。`,
    '/sample.md': '请各乡镇把水费账目张榜公布，让群众看得清楚明白。',
    '/draft.md': '灌区改造不能等，资金到位一段就开工一段，先把漏水最厉害的渠段修好。',
  },
  infos: {
    '/2023.md': { title: '灌溉工作会上的讲话', date: '2023-03' },
    '/2024.md': { title: '清淤动员会上的讲话', date: '2024-10' },
    '/sample.md': { title: '示范', kind: 'sample' },
  },
  knowledge: { 'terms.yaml': '- id: gate\n  term: 险闸\n  definition: 关不严的闸。' },
});

function at(marked: string, path = '/other.md') {
  const { text, cursor } = markedText(marked);
  const draft = parseDraft(`file://${path}`, text);
  return { draft, text, cursor, path };
}

function closest(marked: string, path?: string): string | undefined {
  const { draft, text, cursor, path: own } = at(marked, path);
  const found = sourcesAt(snapshot, draft, cursor, own);
  const sources = found?.sources.map(({ document, share }) => `${document.title} ${share.toFixed(2)}`).join(', ');
  return found && `${text.slice(found.start, found.end)} ← ${sources}`;
}

describe('the closest source of a sentence', () => {
  it('has it word for word, the earliest first', () => {
    assert.equal(
      closest(`开场白。老站长巡渠三十年，哪段堤爱渗水、‸哪道闸关不严，全在他的本子上记着。后文。`),
      `${TOLD} ← 灌溉工作会上的讲话 1.00, 清淤动员会上的讲话 1.00`,
    );
  });

  it('says how much of the sentence a changed one has', () => {
    assert.match(
      closest('清淤要先清上游，修闸‸要先修险闸，一段一段地过，一处一处销号。')!,
      /清淤动员会上的讲话 0\.8\d$/,
    );
    assert.match(
      closest('修闸先修险闸，清淤先清上游，‸一处一处地销号，一段一段地过。')!,
      /清淤动员会上的讲话 0\.\d\d$/,
    );
  });

  it('is none for new words, for a few common ones, for examples and for the draft itself', () => {
    assert.equal(closest('今年的重点是给‸老渠装上计量的水表，每户一张卡。'), undefined);
    assert.equal(closest('同志‸们：'), undefined);
    assert.equal(closest('请各乡镇把水费账目‸张榜公布，让群众看得清楚明白。'), undefined);
    const own = '灌区改造不能等，资金到位‸一段就开工一段，先把漏水最厉害的渠段修好。';
    assert.equal(closest(own, '/draft.md'), undefined);
    assert.match(closest(own)!, /draft 1\.00$/);
  });

  it('is none outside prose', () => {
    assert.equal(closest(`<!-- ${TOLD.slice(0, 10)}‸${TOLD.slice(10)} -->`), undefined);
  });
});

describe('hovering a sentence', () => {
  const card = (marked: string) => {
    const { draft, text, cursor, path } = at(marked);
    const found = hover(snapshot, draft, cursor, path);
    return found && { words: text.slice(found.start, found.end), markdown: found.markdown };
  };

  it('shows its closest source with a link, and who else has it', () => {
    const found = card('老站长巡渠三十年，‸哪段堤爱渗水、哪道闸关不严，全在他的本子上记着。')!;
    assert.equal(found.words, TOLD);
    assert.match(
      found.markdown,
      /^Closest source of this sentence: \[灌溉工作会上的讲话\]\(file:\/\/\/2023\.md#L2,1\) 2023-03 · word for word\n/,
    );
    assert.match(found.markdown, /\n> 老站长巡渠三十年/);
    assert.match(found.markdown, /Also in: \[清淤动员会上的讲话\]/);
  });

  it('adds one line to the card of a term, which keeps its range', () => {
    const found = card('清淤先清上游，修闸先修险‸闸，一段一段地过，一处一处地销号。')!;
    assert.equal(found.words, '险闸');
    assert.match(found.markdown, /关不严的闸。[\s\S]*\n---\n\nClosest source of this sentence: [^\n]+$/);
  });

  it('shows nothing for new words', () => {
    assert.equal(card('今年的重点是给‸老渠装上计量的水表。'), undefined);
  });
});

describe('go to definition of a sentence', () => {
  it('leads to its sources, the closest first', () => {
    const { draft, text, cursor, path } = at('老站长巡渠三十年，‸哪段堤爱渗水、哪道闸关不严，全在他的本子上记着。');
    const found = findDefinitions(snapshot, draft, cursor, path)!;
    assert.equal(text.slice(found.origin.start, found.origin.end), TOLD);
    assert.deepEqual(
      found.locations.map((location) => location.path),
      ['/2023.md', '/2024.md'],
    );
  });
});

describe('all sources of a draft', () => {
  const sources = (text: string) => {
    const draft = parseDraft('/other.md', text);
    return { draft, ...atOnce(draftSources(snapshot, draft, '/other.md')) };
  };

  it('are by paragraph, with the share that is new', () => {
    const { paragraphs, newShare } = sources(`# 讲话\n\n${TOLD}\n\n今年给老渠装上计量的水表。\n\n${TOLD}每户一张卡。`);
    assert.deepEqual(
      paragraphs.map(({ documents, newShare: own }) => [
        documents.map(({ first }) => first.document.path),
        Math.round(own * 34),
      ]),
      [
        [['/2023.md'], 0],
        [[], 34],
        [['/2023.md'], 5],
      ],
    );
    assert.ok(newShare > 0.2 && newShare < 0.3, String(newShare));
  });

  it('are a table that names and opens them', () => {
    const { draft, ...all } = sources(
      `我们要管好每一条渠。清淤先清上游，修闸先修险闸，一段一段地过，一处一处地销号。\n\n今年装水表。`,
    );
    const page = reportAsMarkdown(sourcesReport(snapshot.corpus, draft, '/other.md', all));
    assert.match(page, /^# Sources of other\\.md\n/);
    assert.match(page, /\n- New text: \d+ %\\\. 1 of 2 paragraphs/);
    assert.match(
      page,
      /\n\| \[1\]\(file:\/\/\/other\.md#L1,1\) \| 我们要[^|]+ \| 0 % \| \[清淤动员会上的讲话, 2024\\-10\]\(file:[^)]+\) \| \d+ % \|\n/,
    );
    assert.match(page, /\n\| {2}\| {2}\| {2}\| \[灌溉工作会上的讲话, 2023\\-03\]\(file:[^)]+\) \| \d+ % \|\n/);
    assert.match(page, /\n\| \[3\]\(file:[^)]+\) \| 今年装水表。 \| 100 % \| — \| {2}\|\n/);
  });

  it('are, of documents equally close to a sentence, the one that most of the draft is close to', () => {
    const { paragraphs } = sources(`${TOLD}\n\n清淤先清上游，修闸先修险闸，一段一段地过，一处一处地销号。`);
    assert.deepEqual(
      paragraphs.map(({ documents }) => documents.map(({ first }) => first.document.path)),
      [['/2024.md'], ['/2024.md']],
    );
  });

  it('are nothing for a draft without text', () => {
    const { paragraphs, newShare } = sources('# 题目\n\n```\n码\n```\n');
    assert.deepEqual([paragraphs.length, newShare], [0, 1]);
  });
});

describe('very long sentences', () => {
  const lengths = (text: string) => {
    const [block] = parseDraft('', text).blocks;
    return [...stretchesOf(block!.sentences)].map(({ start, end }) => end - start);
  };

  it('are looked up in stretches that end with a clause where they can', () => {
    assert.deepEqual(lengths(`${'甲'.repeat(200)}，${'乙'.repeat(200)}，${'丙'.repeat(50)}。`), [200, 253]);
    assert.deepEqual(lengths('甲'.repeat(700)), [300, 300, 100]);
  });
});

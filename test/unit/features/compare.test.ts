/** What stayed, changed, went and came between two documents, whatever the order. */
import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { compareDocuments } from '../../../server/src/features/compare';
import { comparisonReport } from '../../../server/src/features/comparisonReport';
import { reportAsHtml, reportAsMarkdown } from '../../../server/src/features/reportFormat';
import { changeOf, yearChanges, yearsReport } from '../../../server/src/features/yearChanges';
import { atOnce } from '../../../server/src/util/inSteps';
import { snapshotOf } from './snapshotOf';

const { knowledge } = snapshotOf({
  knowledge: {
    'formulations.yaml': '- id: heart\n  text: 清渠先清心\n- id: plan\n  text: 一渠一策',
    'terms.yaml': '- id: keeper\n  term: 渠长制\n  definition: 一条渠由一人管。',
  },
});

function compare(a: string, b: string) {
  return compareDocuments(knowledge, parseDraft('/a.md', a), parseDraft('/b.md', b));
}

/** One line a sentence: `=` kept, `~` changed with its changes, `-` dropped, `+` new. */
function lines(a: string, b: string): string[] {
  return compare(a, b).sentences.map(({ kind, a: from, b: to, changes }) => {
    if (kind === 'dropped') return `- ${a.slice(from!.start, from!.end)}`;
    const text = b.slice(to!.start, to!.end);
    if (kind === 'changed') return `~ ${text} ${changes!.map((change) => `[${change.from}→${change.to}]`).join('')}`;
    return `${kind === 'kept' ? '=' : '+'} ${text}`;
  });
}

describe('compare', () => {
  it('tells kept, changed, dropped and new sentences apart', () => {
    assert.deepEqual(
      lines(
        '各村要把主渠清一遍。\n渠边的柳树由镇里统一栽种。会后散发了通知。',
        '各村要把主渠清一遍！\n渠边的柳树由县里统一栽种。灯杆明年再立。',
      ),
      ['= 各村要把主渠清一遍！', '~ 渠边的柳树由县里统一栽种。 [镇→县]', '- 会后散发了通知。', '+ 灯杆明年再立。'],
    );
  });

  it('finds a sentence again in another place', () => {
    const [first, second] = ['各村要把主渠清一遍。', '渠边的柳树由镇里统一栽种。'];
    assert.deepEqual(lines(`${first}\n${second}`, `${second}\n${first}`), [`= ${second}`, `= ${first}`]);
  });

  it('counts paragraphs', () => {
    const { paragraphs } = compare(
      '各村要把主渠清一遍。\n渠边种柳。路边铺砖。\n会后散发了通知。',
      '各村要把主渠清一遍。\n渠边种柳。桥头立碑。\n灯杆明年再立起来。',
    );
    assert.deepEqual(paragraphs, { kept: 1, changed: 1, dropped: 1, new: 1 });
  });

  it('counts each repeated sentence once', () => {
    assert.deepEqual(lines('谢谢大家。谢谢大家。', '谢谢大家。'), ['= 谢谢大家。', '- 谢谢大家。']);
  });

  it('says which formulations each document uses', () => {
    const { formulations } = compare('清渠先清心，渠长制要落地。', '渠长制要落地，要推行渠长制，做到一渠一策。');
    assert.deepEqual(
      formulations.map(({ text, kind, a, b }) => [text, kind, a, b]),
      [
        ['一渠一策', 'formulations', 0, 1],
        ['清渠先清心', 'formulations', 1, 0],
        ['渠长制', 'terms', 1, 2],
      ],
    );
  });

  it('takes empty documents', () => {
    assert.deepEqual(compare('', '').sentences, []);
    assert.deepEqual(lines('', '渠清了。'), ['+ 渠清了。']);
  });
});

describe('formulations that changed', () => {
  const { knowledge: known } = snapshotOf({
    knowledge: {
      'formulations.yaml': `
- id: new-lead
  text: 以清水入村为先
- id: old-lead
  text: 以修渠引水为先
  until: "2024-07"
  supersededBy: new-lead
- id: care
  text: 建管并重、以管为主
- id: care-more
  text: 建管并重、以护为主
- id: apart
  text: 一渠一策`,
    },
  });
  const changes = (a: string, b: string) =>
    compareDocuments(known, parseDraft('/a.md', a), parseDraft('/b.md', b))
      .formulations.filter((use) => use.a === 0 || use.b === 0)
      .map(({ text, becomes }) => (becomes === undefined ? text : `${text} → ${becomes}`));

  it('are one reworded where the knowledge says so, wherever they stand', () => {
    assert.deepEqual(changes('今年以修渠引水为先。会后再议。', '先说账目。各乡都要以清水入村为先，一户不落。'), [
      '以修渠引水为先 → 以清水入村为先',
      '以清水入村为先',
    ]);
  });

  it('are one reworded where a changed sentence has a like one instead', () => {
    assert.deepEqual(
      changes('各乡要坚持建管并重、以管为主，把渠管到田头。', '各乡要坚持建管并重、以护为主，把渠管到田头。'),
      ['建管并重、以护为主', '建管并重、以管为主 → 建管并重、以护为主'],
    );
  });

  it('are two where they only stand in one sentence', () => {
    assert.deepEqual(changes('各乡要坚持建管并重、以管为主，把渠管到田头。', '各乡要坚持一渠一策，把渠管到田头。'), [
      '一渠一策',
      '建管并重、以管为主',
    ]);
  });
});

describe('the page of a comparison', () => {
  it('shows what changed within a sentence, and opens both documents at their lines', () => {
    const before = parseDraft('/a.md', '各村要把主渠清一遍。\n渠边的柳树由镇里统一栽种。\n会后散发了通知。');
    const now = parseDraft('/b.md', '各村要把主渠清一遍。\n\n渠边的柳树由县里统一栽种。\n\n灯杆明年<b>再</b>立。');
    const place = (path: string) => () => ({
      path,
      start: { line: 1, character: 0 },
      end: { line: 1, character: 5 },
    });
    const report = comparisonReport(
      { name: '去年', draft: before, place: place('/a.md') },
      { name: '今年', draft: now, place: place('/b.md') },
      compareDocuments(knowledge, before, now),
    );
    const html = reportAsHtml(report);
    assert.match(html, /<h1>今年 compared with 去年<\/h1>/);
    assert.match(html, /渠边的柳树由<del>镇<\/del><ins>县<\/ins>里统一栽种。/);
    assert.match(html, /<a href="file:\/\/\/b\.md#L2,1">2<\/a>.*<a href="file:\/\/\/a\.md#L2,1">2<\/a>/);
    assert.match(html, /灯杆明年&lt;b&gt;再&lt;\/b&gt;立。/);
    assert.match(reportAsMarkdown(report), /渠边的柳树由~~镇~~\*\*县\*\*里统一栽种。/);
    assert.match(reportAsMarkdown(report), /Sentences: 1 kept, 1 changed, 1 dropped, 1 new/);
  });
});

describe('the formulations of two years', () => {
  const snapshot = snapshotOf({
    documents: {
      '/1.md': `要以修渠引水为先，一渠一策。${'别的话。'.repeat(10)}`,
      '/2.md': '要以清水入村为先。一渠一策。一渠一策。一渠一策。一渠一策，渠长制也要有。',
      '/3.md': '渠长制。',
      '/4.md': '渠长制。',
    },
    infos: {
      '/1.md': { date: '2024-03' },
      '/2.md': { date: '2025-03' },
      '/3.md': { date: '2023-03' },
      '/4.md': { date: '2024-03', kind: 'sample' },
    },
    knowledge: {
      'formulations.yaml': `
- id: new-lead
  text: 以清水入村为先
- id: old-lead
  text: 以修渠引水为先
  until: "2024-07"
  supersededBy: new-lead
- id: plan
  text: 一渠一策`,
      'terms.yaml': '- id: keeper\n  term: 渠长制\n  definition: 一条渠由一人管。',
    },
  });
  const changes = atOnce(yearChanges(snapshot, '2024', '2025'));

  it('are reworded, new, or used more for the text of their year; examples and other years do not count', () => {
    assert.deepEqual(
      changes.formulations.map((use) => `${use.text} ${use.a} ${use.b} ${changeOf(use, changes)}`),
      ['一渠一策 1 4 more', '以修渠引水为先 1 0 reworded', '以清水入村为先 0 1 new', '渠长制 0 1 new'],
    );
    assert.deepEqual([changes.a.documents, changes.b.documents], [1, 1]);
  });

  it('are a table, what was reworded first', () => {
    const page = reportAsMarkdown(yearsReport(changes));
    assert.match(page, /^# Formulations of 2025 compared with 2024\n/);
    assert.match(page, /\| --- \|.*\n\| reworded \| 以修渠引水为先 → 以清水入村为先 \| 1 \| 0 \|\n/);
  });
});

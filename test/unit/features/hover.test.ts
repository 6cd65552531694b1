/** The card of a term: what it means, how often, where, and nothing that could act. */
import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { hover } from '../../../server/src/features/hover';
import { escapeMarkdown, locationLink } from '../../../server/src/features/markdown';
import { markedText } from '../../support/markedText';
import { snapshotOf } from './snapshotOf';

const EVIL = '[x](command:y) <script>alert(1)</script> ![i](http://h/i) `c` **b**';

const snapshot = snapshotOf({
  documents: {
    '/2024.md': '培育新质生产力。发展新质生产力。',
    '/2025.md': '因地制宜发展新质生产力。',
    '/evil.md': '<img src=x onerror=y>新质生产力[点此](command:workbench.action.quit)',
    '/none.md': '新质生产力是什么。',
  },
  infos: {
    '/2024.md': { title: '讲话甲', date: '2024-03' },
    '/2025.md': { title: '讲话乙', date: '2025-03' },
    '/evil.md': { title: EVIL, date: '2026-03' },
  },
  knowledge: {
    'terms.yaml': `
- id: new-forces
  term: 新质生产力
  definition: 以创新为主导的先进生产力。
  firstUsed: { date: "2023-09", occasion: 在外地考察时 }`,
    'institutions.yaml': `
- id: office
  name: 市科学技术委员会
  change: renamed
  until: "2018-03"
  replacedBy: [市科学技术局]`,
    'formulations.yaml': `
- id: new-lead
  text: 以新提法为引领
- id: old-lead
  text: 以旧提法为引领
  until: "2024-07"
  supersededBy: new-lead`,
    'targets.yaml': `
- id: intensity
  indicator: 研发投入强度
  region: 全市
  comparator: ">="
  value: 3.2
  unit: "%"
  deadline: "2030"
  plan: 市规划纲要
  issued: "2026-03"`,
  },
});

function card(marked: string) {
  const { text, cursor } = markedText(marked);
  const found = hover(snapshot, parseDraft('', text), cursor);
  return found && { ...found, words: text.slice(found.start, found.end) };
}

describe('the card of a wording', () => {
  it('has definition, first use, use by year, sources, and the range of the wording', () => {
    const found = card('要大力发展新质‸生产力，推动转型。')!;
    assert.equal(found.words, '新质生产力');
    assert.match(found.markdown, /以创新为主导的先进生产力。/);
    assert.match(found.markdown, /First used: 2023-09/);
    assert.match(found.markdown, /\n2026 █{10} 1\n2025 █{10} 1\n2024 █{20} 2\n/);
    assert.match(found.markdown, /undated █{10} 1\n/);
    assert.match(found.markdown, /工作方案 — 市政府 2026-01/);
    assert.match(found.markdown, /\(file:\/\/\/seeds\/terms\.yaml#L1,1\)/);
  });

  it('lists the newest passages with links to their places', () => {
    const { markdown } = card('新质‸生产力')!;
    assert.ok(markdown.indexOf('讲话乙') < markdown.indexOf('讲话甲'));
    assert.match(markdown, /\[讲话乙\]\(file:\/\/\/2025\.md#L1,\d+\) 2025-03/);
  });

  it('tells of a renamed body what it is called now', () => {
    assert.match(card('原市科学技术‸委员会')!.markdown, /Until 2018-03; now: 市科学技术局/);
  });

  it('tells of a replaced formulation what is said now', () => {
    const { markdown } = card('坚持以旧‸提法为引领')!;
    assert.match(markdown, /No longer current since 2024-07\./);
    assert.match(markdown, /Now: 以新提法为引领/);
  });

  it('tells of a target its value, deadline and plan', () => {
    assert.match(card('研发投入‸强度')!.markdown, /3\\\.2%.*by 2030/);
  });

  it('is there at both ends of the wording, and not beside it', () => {
    assert.ok(card('发展‸新质生产力'));
    assert.ok(card('发展新质生产力‸'));
    assert.equal(card('发‸展新质生产力'), undefined);
  });

  for (const [where, marked] of [
    ['in front matter', '---\ntitle: 新质‸生产力\n---\n'],
    ['in code', '```\n新质‸生产力\n```'],
    ['in a comment', '<!-- 新质‸生产力 -->'],
    ['in an empty draft', '‸'],
  ] as const) {
    it(`is not shown ${where}`, () => assert.equal(card(marked), undefined));
  }

  it('holds no markup of a document: no command, no tag, no picture', () => {
    const { markdown } = card('新质‸生产力')!;
    assert.match(markdown, /alert/);
    assert.doesNotMatch(markdown, /<(?:script|img)/);
    assert.doesNotMatch(markdown, /[^\\]\]\(command:/);
    assert.doesNotMatch(markdown, /(?<!\\)!\[/);
    assert.doesNotMatch(markdown, /(?<!\\)\*\*b/);
  });
});

describe('text shown as it is', () => {
  it('has every mark of Markdown and HTML taken out of force', () => {
    const escaped = escapeMarkdown(EVIL);
    const left = escaped.replace(/\\[^\w\s]/g, '').replace(/&(?:amp|lt);/g, '');
    assert.doesNotMatch(left, /[\\`*_{}[\]()#+!|~<>&]/);
  });

  it('is one line', () => {
    assert.equal(escapeMarkdown('一\n# 二\r\n> 三'), '一 \\# 二 \\> 三');
    assert.equal(escapeMarkdown('见http://a.b'), '见http\\://a\\.b', 'a bare address becomes no link');
  });

  it('cannot end a link, in its label or in its path', () => {
    const link = locationLink('a](b)', {
      path: '/x) y](z).md',
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    });
    assert.equal(link, '[a\\]\\(b\\)](file:///x%29%20y%5D%28z%29.md#L1,1)');
  });
});

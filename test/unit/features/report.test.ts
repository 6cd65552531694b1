/** The report names findings, the sources of the draft's words and of its figures, and lets nothing in it run. */
import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { draftSources } from '../../../server/src/features/draftSources';
import { draftReport } from '../../../server/src/features/report';
import { reportAsHtml, reportAsMarkdown } from '../../../server/src/features/reportFormat';
import { atOnce } from '../../../server/src/util/inSteps';
import { snapshotOf } from './snapshotOf';

const SOURCES = {
  '/corpus/2024.md':
    '全县清淤渠道三十公里，种柳1200棵，护岸两侧都要管好。老站长说过，渠清一尺粮多一石，懒人渠里不来水。',
  '/corpus/2025.md': '全县清淤渠道三十公里，种柳1200棵，护岸两侧都要管好。',
};
const INFOS = { '/corpus/2024.md': { date: '2024-03-01' }, '/corpus/2025.md': { date: '2025-03-01' } };

const SNAPSHOT = snapshotOf({
  documents: SOURCES,
  infos: INFOS,
  knowledge: { 'terms.yaml': '- id: new\n  term: 新质生产力\n  definition: 一种生产力。' },
});

function report(text: string, findings: Parameters<typeof draftReport>[1]['findings'] = []) {
  const draft = parseDraft('/draft.md', text);
  const sources = atOnce(draftSources(SNAPSHOT, draft, '/draft.md'));
  return draftReport(SNAPSHOT, { draft, date: '2026-11-22', path: '/draft.md', findings, sources });
}

/** The rows of a table as text, addresses in brackets. */
function rows(text: string, table: number): string[] {
  return report(text).tables[table]!.rows.map((row) =>
    row.map(({ text: words, href }) => (href ? `${words} <${href}>` : words)).join(' | '),
  );
}

describe('report', () => {
  it('finds the newest source of a figure, and says where there is none', () => {
    assert.deepEqual(
      rows('去年种柳1200棵，护岸两侧都要管好。\n全县清淤渠道三十公里，种柳1200棵，护岸两侧都要管好。\n修桥17座。', 2),
      [
        '1 | 1200 | 去年种柳1200棵 | no source found',
        '2 | 三十公里 | 全县清淤渠道三十公里 | 2025, 2025-03-01 <file:///corpus/2025.md#L1,1>',
        '2 | 1200 | 种柳1200棵 | 2025, 2025-03-01 <file:///corpus/2025.md#L1,1>',
        '3 | 17座 | 修桥17座 | no source found',
      ],
    );
  });

  it('lists what a quotation and a wording come from once, with lines', () => {
    const text = '老站长说：“渠清一尺粮多一石，懒人渠里不来水。”\n发展新质生产力。\n再说新质生产力。';
    const sources = rows(text, 1);
    assert.match(sources[0]!, /^2024 <file:\/\/\/corpus\/2024\.md#L1,\d+> \| {2}\| 2024-03-01 \| 渠清一尺.* \| 1$/);
    assert.ok(
      sources.some((source) => /新质生产力 \| 2; 3$/.test(source)),
      sources.join('\n'),
    );
  });

  it('shows findings with severity and source', () => {
    const related = [
      {
        message: 'the source',
        location: { path: '/s.md', start: { line: 4, character: 2 }, end: { line: 4, character: 3 } },
      },
    ];
    const { tables, facts } = report('渠要清。', [
      { code: 'quote.mismatch', start: 0, end: 1, message: 'wrong', related, fixes: [], severity: 'error' },
    ]);
    assert.deepEqual(tables[0]!.rows[0], [
      { text: '1' },
      { text: 'error' },
      { text: 'quote.mismatch' },
      { text: '渠' },
      { text: 'wrong' },
      { text: 'the source', href: 'file:///s.md#L5,3' },
    ]);
    assert.match(facts.join('\n'), /error 1, warning 0/);
  });

  it('escapes what the draft says, in both formats', () => {
    const evil = report(
      '---\ntitle: <script>alert(1)</script>"&\n---\n<img src=x onerror=a()>修桥17座|[x](javascript:a)。',
    );
    const html = reportAsHtml(evil);
    assert.doesNotMatch(html, /<script|<img|href="javascript/);
    assert.match(html, /<title>&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&amp;<\/title>/);
    assert.match(html, /default-src 'none'/);
    const markdown = reportAsMarkdown(evil);
    assert.doesNotMatch(markdown, /<script|<img|\]\(javascript/);
    const columns = markdown.split('\n').map((line) => line.split(/(?<!\\)\|/).length - 2);
    assert.deepEqual(
      columns.filter((count) => count > 0),
      [4, 4, 4, 5, 5, 5],
      'the figures, and the paragraphs: each with as many cells in a row as columns',
    );
  });

  it('links to documents only', () => {
    const cell = { text: 'x', href: 'javascript:alert(1)' };
    const table = { heading: 'h', columns: ['c'], rows: [[cell]], nothing: '' };
    const bad = { title: 't', facts: [], tables: [table] };
    assert.doesNotMatch(reportAsHtml(bad) + reportAsMarkdown(bad), /javascript/);
  });
});

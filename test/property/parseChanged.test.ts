/** A draft parsed after a change is what it is when parsed from scratch, whatever was changed. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Draft } from '../../server/src/draft/draft';
import { parseChanged } from '../../server/src/draft/parseChanged';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { draftText, insertedText } from '../fuzz/draftTexts';

const marks = fc.constantFrom(
  ...[
    '---\n',
    '---',
    '```',
    '```\n',
    '~~~\n',
    '<!--',
    '-->',
    '<!-- zhibi-ignore a.b -->',
    '# ',
    '> ',
    '|',
    '《',
    '“',
    '”',
  ],
  ...[
    '一、',
    '（一）',
    '。',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '\ufeff',
    'date: 2026-03-05\n',
    '2026年3月5日\n',
    '科技创新',
    '',
  ],
);
const changes = fc.array(
  fc.record({
    at: fc.nat(),
    removed: fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 4 }) }, fc.nat({ max: 80 })),
    text: fc.oneof({ weight: 3, arbitrary: marks }, insertedText),
  }),
  { minLength: 1, maxLength: 12 },
);
const lines = fc.array(fc.oneof(marks, fc.constant('推动科技创新和产业创新深度融合。\n')), { maxLength: 40 });
const start = fc.oneof(
  lines.map((parts) => parts.join('')),
  draftText,
);

/** Everything there is to a draft, as plain data. */
function contents(draft: Draft) {
  const { text, lineStarts, headings, quotations, titles, ignoreComments, frontMatter, statedDate } = draft;
  const blocks = draft.blocks.map(({ kind, start, end, sentences }) => ({ kind, start, end, sentences }));
  return { text, lineStarts, blocks, headings, quotations, titles, ignoreComments, frontMatter, statedDate };
}

describe('a draft that is changed', () => {
  it('is parsed as from scratch', () => {
    fc.assert(
      fc.property(start, changes, (text, steps) => {
        let draft = parseDraft('file:///a.md', text);
        for (const { at, removed, text: inserted } of steps) {
          const from = at % (draft.text.length + 1);
          draft = parseChanged(draft.text.slice(0, from) + inserted + draft.text.slice(from + removed), draft);
          assert.deepEqual(contents(draft), contents(parseDraft('file:///a.md', draft.text)));
        }
      }),
      { numRuns: Number(process.env.ZHIBI_RUNS ?? 1500) },
    );
  });
});

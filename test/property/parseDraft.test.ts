/** Whatever is typed has a structure: nothing throws, and every span is where it should be. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isProseAt, parseDraft, proseBlockAt } from '../../server/src/draft/parseDraft';
import { documentSymbols, foldingRanges, type SectionSymbol } from '../../server/src/features/documentSymbols';
import type { Span } from '../../server/src/text/span';

/** Pieces drafts are made of, put together in any order, and single units: lone surrogates too. */
const draft = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['---\n', '```', '~~~', '<!--', '-->', '<!-- zhibi-ignore a.b -->', '# ', '##', '> ', '- ', '|', '《', '》'],
        ...[
          '“',
          '”',
          '‘',
          '’',
          '"',
          '一、',
          '（一）',
          '1.',
          '（1）',
          '。',
          '，',
          '\n',
          '\r\n',
          '\r',
          ' ',
          '　',
          '\ufeff',
        ],
        ...['date: 2026-03-05\n', '2026年3月5日', '科技创新', '2.8%', '第一章 ', '\ud840', '\udc00', '\u0000'],
      ),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

function assertOrdered(spans: readonly Span[], within: Span, disjoint: boolean, what: string): void {
  let last = within.start;
  for (const { start, end } of spans) {
    assert.ok(start >= last && start < end && end <= within.end, `${what} ${start}–${end} after ${last}`);
    last = disjoint ? end : start;
  }
}

describe('any text, parsed as a draft', () => {
  it('has blocks one after the other, with sentences and clauses inside', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const { blocks } = parseDraft('', text);
        assertOrdered(blocks, { start: 0, end: text.length }, true, 'block');
        for (const block of blocks) {
          assertOrdered(block.sentences, block, true, 'sentence');
          for (const sentence of block.sentences) assertOrdered(sentence.clauses, sentence, true, 'clause');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('has headings, quotations, titles and comments inside the text', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const { headings, quotations, titles, ignoreComments } = parseDraft('', text);
        const all = { start: 0, end: text.length };
        assertOrdered(headings, all, true, 'heading');
        assertOrdered(quotations, all, false, 'quotation');
        assertOrdered(
          titles.filter(({ start, end }) => end > start),
          all,
          true,
          'title',
        );
        assertOrdered(ignoreComments, all, true, 'comment');
        for (const { title } of headings) assert.notEqual(title, '');
      }),
      { numRuns: 1000 },
    );
  });

  it('has lines that begin after a line break', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const { lineStarts } = parseDraft('', text);
        assert.equal(lineStarts.length, text.split(/\r\n|\r|\n/).length);
        for (const start of lineStarts.slice(1)) assert.match(text[start - 1]!, /[\r\n]/);
      }),
    );
  });

  it('is prose, or not, at every place', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const parsed = parseDraft('', text);
        for (let offset = 0; offset <= text.length; offset++) {
          if (proseBlockAt(parsed, offset)) assert.equal(isProseAt(parsed, offset), true, `at ${offset}`);
        }
      }),
    );
  });

  it('has an outline and folds inside its lines', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const parsed = parseDraft('', text);
        const inside = (symbols: readonly SectionSymbol[], within: Span): void => {
          assertOrdered(symbols, within, true, 'section');
          for (const symbol of symbols) {
            assert.ok(symbol.heading.start >= symbol.start && symbol.heading.end <= symbol.end);
            inside(symbol.children, symbol);
          }
        };
        inside(documentSymbols(parsed), { start: 0, end: text.length });
        for (const { startLine, endLine } of foldingRanges(parsed)) {
          assert.ok(startLine >= 0 && startLine < endLine && endLine < parsed.lineStarts.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** Properties of formatting and numbering anew: the wording stays, and what is in order stays as it is. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { formatDraft } from '../../server/src/features/format';
import { renumber } from '../../server/src/features/renumber';
import type { TextEdit } from '../../server/src/text/textEdit';
import { applied } from '../support/applied';

const PIECES =
  '一、|三、|（一）|(二)|（二）、|1.|2、|１．|（3）|①|渠|岸|柳树|ab|2026|５|年|%|,|，|，，|.|。|。。。|...|…|……|:|;|?|!|(|)|"|\'|“|”|《|》| |  |　|　　|\t|\n|\n\n|\r\n|# |- |> |`|---\n|| 甲 ||<!--|-->|--|——|http://a.cn/,|[a](b)|\u{20000}'.split(
    '|',
  );
const draftText = fc.array(fc.constantFrom(...PIECES, '|'), { maxLength: 60 }).map((pieces) => pieces.join(''));

const edited = (text: string, edits: TextEdit[]) => applied(text, { title: '', preferred: true, edits });
const format = (text: string) => edited(text, formatDraft(parseDraft('/draft.md', text)));
const number = (text: string) => edited(text, renumber(parseDraft('/draft.md', text)));

/** Whether edits lie in the text, in order and apart. */
function areSound(text: string, edits: readonly TextEdit[]): boolean {
  return edits.every(
    ({ start, end }, i) => start <= end && end <= text.length && (i === 0 || start >= edits[i - 1]!.end),
  );
}

describe('formatting and numbering', () => {
  it('count a number once, though a comment cuts its line in two', () => {
    assert.equal(number('一、<!---->一、'), '一、<!---->一、');
  });

  it('change nothing the second time', () => {
    fc.assert(
      fc.property(draftText, (text) => {
        const once = format(text);
        assert.equal(format(once), once);
        const numbered = number(text);
        assert.equal(number(numbered), numbered);
      }),
      { numRuns: 2000 },
    );
  });

  it('keep the wording, the lines and the order', () => {
    const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
    const lines = (text: string) => text.split(/\r\n|\n|\r/).length;
    fc.assert(
      fc.property(draftText, (text) => {
        assert.ok(areSound(text, formatDraft(parseDraft('/draft.md', text))));
        assert.equal(letters(format(text)), letters(text));
        assert.equal(lines(format(text)), lines(text));
        const edits = renumber(parseDraft('/draft.md', text));
        assert.ok(areSound(text, edits));
        for (const { start, end } of edits)
          assert.match(text.slice(start, end), /^[一二三四五六七八九十百零〇\d①-⑳]+$/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a selection change no other line', () => {
    fc.assert(
      fc.property(draftText, fc.nat(60), (text, at) => {
        const draft = parseDraft('/draft.md', text);
        const start = Math.min(at, text.length);
        for (const edit of formatDraft(draft, { start, end: start })) {
          assert.ok(formatDraft(draft).some((whole) => whole.start === edit.start && whole.newText === edit.newText));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

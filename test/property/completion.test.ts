/** Completion in any text: emoji, rare characters and halves of them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { complete } from '../../server/src/features/completion/completion';
import { resolveCompletion } from '../../server/src/features/completion/resolveCompletion';
import { suggestInline } from '../../server/src/features/inlineCompletion';
import { snapshotOf } from '../unit/features/snapshotOf';

/** Few different ones, so that stretches return. */
const characters = fc.constantFrom(...'推动科技', '，', '。', '“', '𠮷', '𡃁', '🎉', '👨‍🌾', '🇨🇳', '葛󠄀', 'a');
const texts = fc.array(characters, { minLength: 4, maxLength: 120 }).map((all) => all.join(''));

/** Whether no character is cut in two: neither half of a surrogate pair stands alone. */
function isWhole(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

describe('completion in any text', () => {
  it('cuts no character in two, and offers nothing within one', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(), (source, own, place) => {
        const snapshot = snapshotOf({
          documents: { '/甲.md': `${source}。${source}`, '/乙.md': `${own}${source}` },
          infos: { '/甲.md': { title: `𠮷${source}` }, '/乙.md': { title: `关${source}` } },
        });
        const text = own + source.slice(0, place % (source.length + 1));
        const draft = parseDraft('', text);
        const { items, replace } = complete(snapshot, draft, text.length, {
          date: '2026-11-22',
          maxItems: 8,
          pinyin: true,
        });
        const ghost = suggestInline(snapshot, draft, text.length, { date: '2026-11-22' });
        if (!isWhole(text)) return;
        assert.ok(isWhole(text.slice(0, replace.start)));
        for (const { insert, label, filter, added, source: from, data } of items) {
          for (const shown of [insert, label, filter, added, from, resolveCompletion(snapshot, data)]) {
            assert.ok(isWhole(shown), JSON.stringify(shown));
          }
          assert.ok(added.length > 0);
        }
        assert.ok(isWhole(ghost?.insert ?? ''));
      }),
      { numRuns: 150 },
    );
  });

  it('offers nothing within a character', () => {
    const snapshot = snapshotOf({ documents: { '/甲.md': '推动𠮷田村建设。'.repeat(9) } });
    const draft = parseDraft('', '推动𠮷');
    for (const [offset, isOffered] of [
      [2, true],
      [3, false],
      [4, true],
    ] as const) {
      const text = draft.text.slice(0, offset === 3 ? 4 : offset);
      const { items } = complete(snapshot, parseDraft('', text), offset, {
        date: '2026-11-22',
        maxItems: 8,
        pinyin: true,
      });
      assert.equal(items.length > 0, isOffered, String(offset));
    }
  });
});

/** When the list of suggestions opens by itself. */
import assert from 'node:assert/strict';
import { opensSuggestions, type TypedChange } from '../../../client/src/typedText';

/** One typed character or committed phrase at the end of a line. */
function typed(lineBefore: string, inserted: string, change: Partial<TypedChange> = {}): TypedChange {
  return { inserted: [inserted], replacedLength: 0, isHistory: false, lineBefore, ...change };
}

describe('opening the list while typing', () => {
  const opening: readonly [string, TypedChange][] = [
    ['a Han character after another', typed('我们要推动', '动')],
    ['a committed phrase', typed('我们要推动', '推动')],
    ['a phrase that replaces the letters of a composition', typed('我们要推动', '推动', { replacedLength: 8 })],
    ['one letter composed to one character', typed('我们', '们', { replacedLength: 1 })],
    ['Han after a figure', typed('到2035年', '年')],
    ['Han beyond the basic plane', typed('我𠮷', '𠮷')],
  ];
  for (const [what, change] of opening) {
    it(`opens after ${what}`, () => assert.equal(opensSuggestions(change), true));
  }

  const silent: readonly [string, TypedChange][] = [
    ['nothing was changed', typed('我们', '', { inserted: [] })],
    ['text was deleted', typed('我们要', '', { replacedLength: 2 })],
    ['a change was undone or redone', typed('我们要推动', '推动', { isHistory: true })],
    ['the letters of a composition stand in the text', typed("我们要tui'dong", "tui'dong")],
    ['several places changed at once', typed('我们', '们', { inserted: ['们', '们'] })],
    ['a long text was pasted', typed(`${'推动'.repeat(11)}`, '推动'.repeat(11))],
    ['a line break came along', typed('推动', '要\n推动')],
    ['punctuation was typed', typed('我们，', '，')],
    ['only one character stands there', typed('我', '我')],
    ['one character follows punctuation', typed('同志们，我', '我')],
    ['a suggestion was accepted', typed('我们要推动科技创新', '推动科技创新', { replacedLength: 2 })],
  ];
  for (const [what, change] of silent) {
    it(`stays closed when ${what}`, () => assert.equal(opensSuggestions(change), false));
  }
});

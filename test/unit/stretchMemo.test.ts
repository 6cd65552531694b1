/** Findings remembered by the words of a stretch. */
import { equal, deepEqual as same } from 'node:assert/strict';
import { StretchMemo } from '../../server/src/util/stretchMemo';

interface Place {
  readonly start: number;
}

const memo = () => new StretchMemo<Place>(10, 1, ({ start }, by) => ({ start: start + by }));

/** Where a letter stands in a stretch, and how often was looked. */
function finder(letter: string, places = memo()) {
  let looks = 0;
  const find = (text: string, start: number, end: number) =>
    places.find(text, { start, end }, letter, () => {
      looks++;
      const at = text.indexOf(letter, start);
      return at < 0 || at >= end ? [] : [{ start: at }];
    });
  return { find, looks: () => looks };
}

describe('StretchMemo', () => {
  it('moves what stood elsewhere to where its words stand now', () => {
    const { find, looks } = finder('c');
    same(find('abcd. x', 0, 5), [{ start: 2 }]);
    same(find('\nabcd. x', 1, 6), [{ start: 3 }]);
    equal(looks(), 2, 'another character stands before it');
    same(find('z\nabcd. x', 2, 7), [{ start: 4 }]);
    equal(looks(), 2);
  });

  it('answers with one array for one text', () => {
    const { find } = finder('c');
    equal(find('abcd', 0, 4), find('abcd', 0, 4));
  });

  it('looks again where what stands around the stretch is different', () => {
    const { find, looks } = finder('b');
    find('ab.x', 0, 3);
    find('ab.y', 0, 3);
    equal(looks(), 2);
  });

  it('keeps apart what was looked for', () => {
    const places = memo();
    same(finder('a', places).find('ab', 0, 2), [{ start: 0 }]);
    same(finder('b', places).find('ab', 0, 2), [{ start: 1 }]);
  });

  it('looks through long stretches each time', () => {
    const { find, looks } = finder('c');
    const text = 'ab'.repeat(600);
    find(text, 0, text.length);
    find(text, 0, text.length);
    equal(looks(), 2);
  });
});

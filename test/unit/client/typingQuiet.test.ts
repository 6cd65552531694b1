/** New findings wait until the writer pauses; those she has seen stay. */
import assert from 'node:assert/strict';
import { pauseMilliseconds, TypedLines, withoutNewOn } from '../../../client/src/typingQuiet';

const finding = (message: string, start: number, end = start) => ({
  code: { value: 'text.confusable' },
  message,
  range: { start: { line: start }, end: { line: end } },
});
const messages = (found: readonly { message: string }[]) => found.map(({ message }) => message);

describe('quiet while typing', () => {
  it('holds back what is new on the line, and nothing else', () => {
    const found = [finding('above', 1), finding('here', 2), finding('over it', 1, 3), finding('below', 3)];
    assert.deepEqual(messages(withoutNewOn(found, [], 2)), ['above', 'below']);
  });

  it('keeps what was shown, wherever it moved', () => {
    assert.deepEqual(messages(withoutNewOn([finding('here', 2)], [finding('here', 5)], 2)), ['here']);
  });

  it('tells a second finding of the same words from the first', () => {
    const found = [finding('same', 1), finding('same', 2)];
    assert.equal(withoutNewOn(found, [finding('same', 1)], 2).length, 1);
    assert.equal(withoutNewOn(found, [finding('same', 1), finding('same', 2)], 2).length, 2);
  });

  it('takes a line for typed until a second after its last edit', () => {
    const lines = new TypedLines();
    lines.edited('a', 4, 1000);
    assert.deepEqual(lines.typing('a', 1400), { line: 4, left: pauseMilliseconds - 400 });
    assert.equal(lines.typing('a', 1000 + pauseMilliseconds), undefined);
    assert.equal(lines.typing('b', 1400), undefined);
    lines.edited('a', 5, 1800);
    assert.equal(lines.typing('a', 1900)?.line, 5);
    lines.forget('a');
    assert.equal(lines.typing('a', 1900), undefined);
  });
});

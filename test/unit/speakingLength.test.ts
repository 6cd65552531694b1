/** The length of a text as an office counts it, and how long it takes to speak. */
import assert from 'node:assert/strict';
import { speakingMinutes, spokenCharacters } from '../../client/src/speakingLength';

describe('speaking length', () => {
  it('counts what is read, punctuation included', () => {
    assert.equal(spokenCharacters('一、提高认识\n\n新质生产力，'), 12);
  });

  it('does not count front matter, comments, heading marks or white space', () => {
    assert.equal(spokenCharacters('---\ndate: 2026-05-01\n---\n# 讲　话\n<!-- zhibi-ignore\nx -->\n**同志们**：\n'), 6);
  });

  it('counts a character outside the basic plane once', () => {
    assert.equal(spokenCharacters('𠮷林'), 2);
  });

  it('takes a minute for two hundred characters, in halves, never nothing for something', () => {
    assert.deepEqual([0, 1, 100, 101, 200, 1000].map(speakingMinutes), [0, 0.5, 0.5, 1, 1, 5]);
  });
});

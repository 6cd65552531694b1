/** What a `zhibi-ignore` comment silences: its line; alone on its line, the paragraph after it; one code, some, or all. */
import assert from 'node:assert/strict';
import { silencing } from '../../../server/src/checks/silencing';
import { parseDraft } from '../../../server/src/draft/parseDraft';

/** For every 甲 of the draft, whether a finding there is silenced. */
function silenced(text: string, code: 'target.outdated' | 'wording.superseded' = 'target.outdated'): boolean[] {
  const isSilenced = silencing(parseDraft('file:///draft.md', text));
  return [...text.matchAll(/甲/g)].map(({ index }) => isSilenced({ code, start: index }));
}

describe('silencing', () => {
  it('a comment silences the line it stands on', () => {
    assert.deepEqual(silenced('甲一<!-- zhibi-ignore -->甲二\n甲三\n'), [true, true, false]);
  });

  it('alone on its line it silences the paragraph after it, whatever lies between', () => {
    assert.deepEqual(silenced('甲\n  <!-- zhibi-ignore -->  \n\n| 表 | 格 |\n甲\n甲\n'), [false, true, false]);
    assert.deepEqual(silenced('<!-- zhibi-ignore -->\r\n甲\r\n甲'), [true, false]);
  });

  it('names one code, some, or none for all', () => {
    const text = '<!-- zhibi-ignore quote.mismatch, target.outdated -->\n甲';
    assert.deepEqual(silenced(text, 'target.outdated'), [true]);
    assert.deepEqual(silenced(text, 'wording.superseded'), [false]);
    assert.deepEqual(silenced('<!-- zhibi-ignore -->\n甲', 'wording.superseded'), [true]);
  });

  it('several comments add up', () => {
    const text = '<!-- zhibi-ignore wording.superseded -->\n<!-- zhibi-ignore target.outdated -->\n甲\n甲';
    assert.deepEqual(silenced(text, 'target.outdated'), [true, false]);
    assert.deepEqual(silenced(text, 'wording.superseded'), [true, false]);
  });

  it('at the end of the draft there is nothing after it', () => {
    assert.deepEqual(silenced('甲\n<!-- zhibi-ignore -->'), [false]);
  });
});

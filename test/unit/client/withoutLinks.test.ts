/** A message that names a file or quotes a draft holds nothing to be clicked. */
import assert from 'node:assert/strict';
import { withoutLinks } from '../../../client/src/withoutLinks';

/** What the editor takes for a link in a message (`linkedText.ts` of VS Code). */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

describe('a message', () => {
  for (const name of [
    '[打开](command:workbench.action.quit)',
    '[[a](file:///b)](https://c)',
    '讲话](x)[y](command:z)',
  ]) {
    it(`that names ${name} holds no link`, () => {
      const message = withoutLinks(`“${name}” was added.`);
      assert.doesNotMatch(message, LINK);
      assert.equal(message.replaceAll(' ', ''), `“${name}”wasadded.`);
    });
  }
});

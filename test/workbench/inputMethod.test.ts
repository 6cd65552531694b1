/** Writing with an input method in the real editor: letters under composition, then what takes their place. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activeExtension,
  askWindow,
  closeEditors,
  completionsAt,
  openNewDraft,
  screenshot,
  until,
  windowCanBeAsked,
} from './support';

describe('an input method', () => {
  before(activeExtension);
  afterEach(closeEditors);

  it('composes undisturbed; what it commits opens the list, and grey text where the rest is likely', async function () {
    if (!windowCanBeAsked) this.skip();
    const editor = await openNewDraft('drafts/input.md', '# 讲话\n\n来年要继续在早开工、早投产、‸');
    const line = () => editor.document.lineAt(2).text;
    await until(
      async () => (await completionsAt(editor.document.uri, editor.selection.active)).length > 0,
      'the index',
      60_000,
    );
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    for (const compose of ['z', 'za', 'zao', 'zao j', 'zao ji']) {
      const { list, ghost } = await askWindow({ compose });
      assert.deepEqual({ list, ghost }, { list: [], ghost: '' }, `nothing comes up at ${compose}`);
    }
    await until(() => line().endsWith('zao ji'), 'the letters to be under composition');
    await screenshot('composing');
    // As long as a person may rest before choosing: nothing may come up meanwhile.
    for (let looks = 0; looks < 10; looks++) {
      const { list, ghost } = await askWindow();
      assert.deepEqual({ list, ghost }, { list: [], ghost: '' }, 'nothing comes up while letters are composed');
    }
    await askWindow({ commit: '早见' });
    await until(() => line().endsWith('早投产、早见'), 'the words to take their place');
    await until(
      async () => (await askWindow()).list.some((label) => label.includes('效')),
      'the list to open by itself',
    );
    await screenshot('committed');
    await vscode.commands.executeCommand('hideSuggestWidget');
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
    await until(async () => (await askWindow()).ghost.includes('效'), 'grey text');
    await screenshot('committed-ghost');
  });
});

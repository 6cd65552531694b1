/** What a command does first where Zhibi is not active: say why, and offer the way in. */
import { commands, l10n } from 'vscode';
import type { Session } from '../session';
import { tell } from '../tell';

/** True when the session is active; otherwise tells her who called the command and offers to add a corpus folder. */
export async function ensureActive(session: Session): Promise<boolean> {
  await session.reconsider();
  if (session.state.kind === 'active') {
    return true;
  }
  if (session.state.kind === 'dead') {
    const showLog = l10n.t('Show Log');
    const message = l10n.t('Zhibi’s language server does not run.');
    if ((await tell.warning(message, showLog)) === showLog) {
      session.log.show();
    }
    return false;
  }
  const addFolder = l10n.t('Add Corpus Folder…');
  const message = l10n.t(
    'Zhibi is not active here: it is switched off, or this workspace has no source documents yet.',
  );
  if ((await tell.information(message, addFolder)) === addFolder) {
    await commands.executeCommand('zhibi.addCorpusFolder');
  }
  return false;
}

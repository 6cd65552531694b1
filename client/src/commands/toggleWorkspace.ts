/** Switches Zhibi off or on for this workspace. */
import { ConfigurationTarget, l10n, window, workspace } from 'vscode';
import type { Session } from '../session';
import { tell } from '../tell';

/** Writes `zhibi.enabled` into the workspace settings: off where it is active, on where it is not. */
export async function toggleWorkspace(session: Session): Promise<void> {
  if (workspace.workspaceFolders === undefined) {
    void tell.information(l10n.t('Open a folder first: Zhibi is switched on and off for a workspace.'));
    return;
  }
  const enable = session.state.kind === 'inactive';
  await workspace.getConfiguration('zhibi').update('enabled', enable, ConfigurationTarget.Workspace);
  await session.reconsider();
  const message = enable ? l10n.t('Zhibi is on in this workspace.') : l10n.t('Zhibi is off in this workspace.');
  window.setStatusBarMessage(message, 5000);
}

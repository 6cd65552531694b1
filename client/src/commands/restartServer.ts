/** Ends the language server and starts a new one. */
import { l10n, window } from 'vscode';
import type { Session } from '../session';
import { ensureActive } from './ensureActive';

/** Also brings back a server that died. */
export async function restartServer(session: Session): Promise<void> {
  if (session.state.kind === 'inactive' && !(await ensureActive(session))) {
    return;
  }
  await session.restart();
  if (session.state.kind === 'active') {
    window.setStatusBarMessage(l10n.t('Zhibi’s language server was restarted.'), 5000);
  }
}

/** The one status bar item: what the server is doing, how large the corpus is, and the way to its details. */
import { type Disposable, env, l10n, MarkdownString, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { StatusParams } from '../../server/src/lsp/messages';
import type { Session, SessionState } from './session';

/** Shows the item while the session is active; hidden, it takes no place. */
export function createStatusItem(session: Session): Disposable {
  const item = window.createStatusBarItem('zhibi.status', StatusBarAlignment.Right, 90);
  item.name = 'Zhibi';
  const show = (state: SessionState): void => {
    if (state.kind === 'inactive') {
      item.hide();
      return;
    }
    const face = state.kind === 'dead' ? deadFace() : activeFace(state.status);
    item.text = face.text;
    item.tooltip = face.tooltip;
    item.accessibilityInformation = { label: face.spoken };
    item.command = state.kind === 'dead' ? 'zhibi.showLog' : 'zhibi.showCorpusStatus';
    item.backgroundColor = state.kind === 'dead' ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  };
  show(session.state);
  const subscription = session.onDidChangeState(show);
  return {
    dispose: () => {
      subscription.dispose();
      item.dispose();
    },
  };
}

interface Face {
  readonly text: string;
  readonly tooltip: MarkdownString;
  readonly spoken: string;
}

function deadFace(): Face {
  const message = l10n.t('Zhibi’s language server does not run. Click for the log.');
  return { text: `$(error) ${l10n.t('Zhibi')}`, tooltip: new MarkdownString().appendText(message), spoken: message };
}

function activeFace(status: StatusParams | undefined): Face {
  if (status === undefined) {
    const message = l10n.t('Zhibi is starting');
    return { text: `$(sync~spin) ${l10n.t('Zhibi')}`, tooltip: new MarkdownString(message), spoken: message };
  }
  const count = new Intl.NumberFormat(env.language);
  const lines = [
    status.message,
    l10n.t('{0} documents, {1} characters', count.format(status.documents), count.format(status.characters)),
    status.problems === 0 ? '' : l10n.t('{0} problems with source documents', count.format(status.problems)),
  ].filter((line) => line !== '');
  const tooltip = new MarkdownString();
  for (const line of [...lines, l10n.t('Click for the documents of the corpus')]) {
    tooltip.appendText(line).appendMarkdown('\n\n');
  }
  return {
    text: `${icon(status)} ${l10n.t('Zhibi')} ${count.format(status.documents)}`,
    tooltip,
    spoken: lines.join(', '),
  };
}

function icon(status: StatusParams): string {
  switch (status.state) {
    case 'indexing':
      return '$(sync~spin)';
    case 'degraded':
      return '$(info)';
    case 'ready':
      return status.problems > 0 ? '$(warning)' : '$(book)';
  }
}

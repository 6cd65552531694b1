/** The one status bar item: what the server is doing, how large the corpus is, what was found in the draft; a click opens the menu. */
import { type Disposable, env, l10n, languages, MarkdownString, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { StatusParams } from '../../server/src/lsp/messages';
import { draftLanguages } from './draftDocument';
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
    const face = state.kind === 'dead' ? deadFace() : activeFace(state.status, findingsInEditor());
    item.text = face.text;
    item.tooltip = face.tooltip;
    item.accessibilityInformation = { label: face.spoken };
    item.command = state.kind === 'dead' ? 'zhibi.showLog' : 'zhibi.showMenu';
    item.backgroundColor = state.kind === 'dead' ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  };
  show(session.state);
  const subscriptions = [
    session.onDidChangeState(show),
    window.onDidChangeActiveTextEditor(() => show(session.state)),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) {
        show(session.state);
      }
    }),
    item,
  ];
  return { dispose: () => subscriptions.forEach((subscription) => void subscription.dispose()) };
}

/** How much was found in the draft of the active editor; undefined where none is open. */
function findingsInEditor(): number | undefined {
  const document = window.activeTextEditor?.document;
  return document !== undefined && draftLanguages.includes(document.languageId)
    ? languages.getDiagnostics(document.uri).filter(({ source }) => source === 'zhibi').length
    : undefined;
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

function activeFace(status: StatusParams | undefined, findings: number | undefined): Face {
  if (status === undefined) {
    const message = l10n.t('Zhibi is starting');
    return { text: `$(sync~spin) ${l10n.t('Zhibi')}`, tooltip: new MarkdownString(message), spoken: message };
  }
  const count = new Intl.NumberFormat(env.language);
  const lines = [
    // When all is well it says what the next line says.
    status.state === 'ready' ? '' : status.message,
    l10n.t('{0} documents, {1} characters', count.format(status.documents), count.format(status.characters)),
    findings === undefined ? '' : l10n.t('{0} findings in this draft', count.format(findings)),
    status.problems === 0 ? '' : l10n.t('{0} problems with source documents', count.format(status.problems)),
  ].filter((line) => line !== '');
  const tooltip = new MarkdownString();
  for (const line of [...lines, l10n.t('Click for the menu')]) {
    tooltip.appendText(line).appendMarkdown('\n\n');
  }
  return {
    text: [
      `${icon(status)} ${l10n.t('Zhibi')} ${count.format(status.documents)}`,
      ...(findings ? [`$(lightbulb) ${count.format(findings)}`] : []),
    ].join('  '),
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

/** The action every finding has besides its repairs: show the source it speaks of, or what the check finds. */
import { CodeAction, CodeActionKind, type Diagnostic, l10n } from 'vscode';

/** One for each of our diagnostics: the place beside the draft, where it names one, else the page of its check. */
export function sourceActions(diagnostics: readonly Diagnostic[]): CodeAction[] {
  return diagnostics.flatMap((diagnostic): CodeAction[] => {
    if (diagnostic.source !== 'zhibi') {
      return [];
    }
    const place = diagnostic.relatedInformation?.[0]?.location;
    if (place !== undefined) {
      return [action(diagnostic, l10n.t('Show the source beside the draft'), place.uri.toString(), place.range)];
    }
    const { code } = diagnostic;
    const page = typeof code === 'object' ? code.target : undefined;
    const start = { line: 0, character: 0 };
    return page === undefined
      ? []
      : [action(diagnostic, l10n.t('Show what “{0}” finds', codeOf(code)), page.toString(), { start, end: start })];
  });
}

function action(diagnostic: Diagnostic, title: string, uri: string, range: object): CodeAction {
  const shown = new CodeAction(title, CodeActionKind.QuickFix);
  shown.diagnostics = [diagnostic];
  shown.command = { command: 'zhibi.openLocation', title, arguments: [{ uri, range }] };
  return shown;
}

function codeOf(code: Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

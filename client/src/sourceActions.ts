/** The action every finding has besides its repairs: show the source it speaks of, or what the check finds. */
import { CodeAction, CodeActionKind, type Command, type Diagnostic, l10n } from 'vscode';
import { IGNORE_COMMAND } from '../../server/src/lsp/messages';

/**
 * `actions` of the server with one more for each of our diagnostics: the place beside the draft, where it names one, else
 * the page of its check. It stands behind the repairs and before the ways to silence, so that Enter on the first of a
 * finding without a repair does not silence it.
 */
export function withSourceActions(
  actions: readonly (CodeAction | Command)[],
  diagnostics: readonly Diagnostic[],
): (CodeAction | Command)[] {
  const all = [...actions];
  for (const diagnostic of diagnostics) {
    const shown = sourceAction(diagnostic);
    if (shown !== undefined) {
      const silencing = all.findIndex((each) => isSilencing(each, diagnostic));
      all.splice(silencing < 0 ? all.length : silencing, 0, shown);
    }
  }
  return all;
}

function isSilencing(action: CodeAction | Command, { code, range }: Diagnostic): boolean {
  return (
    'diagnostics' in action &&
    action.command?.command === IGNORE_COMMAND &&
    (action.diagnostics ?? []).some((each) => codeOf(each.code) === codeOf(code) && each.range.isEqual(range))
  );
}

function sourceAction(diagnostic: Diagnostic): CodeAction | undefined {
  if (diagnostic.source !== 'zhibi') {
    return undefined;
  }
  const place = diagnostic.relatedInformation?.[0]?.location;
  if (place !== undefined) {
    return action(diagnostic, l10n.t('Show the source beside the draft'), place.uri.toString(), place.range);
  }
  const { code } = diagnostic;
  const page = typeof code === 'object' ? code.target : undefined;
  const start = { line: 0, character: 0 };
  const title = l10n.t('Show what “{0}” finds', codeOf(code));
  return page && action(diagnostic, title, page.toString(), { start, end: start });
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

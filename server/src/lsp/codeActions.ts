/** Code actions from what diagnostics carry: fixes, silencing, and fix-all. */
import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { COMPARE_COMMAND, type ComparedWording, IGNORE_COMMAND, type SourceWording } from './messages';
import type { DiagnosticData } from './toLsp';

/** The kind under which all certain fixes are applied at once, on demand or on save. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.zhibi`;

/** The kind that numbers all headings and points of a draft anew. */
export const RENUMBER_KIND = `${CodeActionKind.Source}.renumber.zhibi`;

/**
 * The fixes of our diagnostics in `diagnostics`, and for each the two ways to silence it; for a client that `compares`,
 * a look at draft and source side by side.
 */
export function quickFixes(
  uri: string,
  lineOf: (line: number) => string,
  diagnostics: readonly Diagnostic[],
  compares: boolean,
): CodeAction[] {
  return diagnostics.flatMap((diagnostic) => {
    const data = diagnostic.data as DiagnosticData | undefined;
    if (diagnostic.source !== 'zhibi' || !data?.fixes) return [];
    const fixes = data.fixes.map(
      (fix): CodeAction => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: fix.preferred,
        edit: { changes: { [uri]: [...fix.edits] } },
      }),
    );
    if (compares && data.source) fixes.push(compare(uri, diagnostic, data.source));
    return [...fixes, ignoreForGood(uri, diagnostic, data), ignoreByComment(uri, lineOf, diagnostic)];
  });
}

function compare(uri: string, diagnostic: Diagnostic, source: SourceWording): CodeAction {
  const title = l10n.t('Compare with the source side by side');
  const compared: ComparedWording = { uri, range: diagnostic.range, source };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command: COMPARE_COMMAND, arguments: [compared] },
  };
}

function ignoreForGood(uri: string, diagnostic: Diagnostic, data: DiagnosticData): CodeAction {
  const title = l10n.t('Ignore this finding for good');
  const finding = { code: String(diagnostic.code), fingerprint: data.fingerprint, text: data.text };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command: IGNORE_COMMAND, arguments: [uri, finding] },
  };
}

function ignoreByComment(uri: string, lineOf: (line: number) => string, diagnostic: Diagnostic): CodeAction {
  const { line } = diagnostic.range.start;
  const end = { line, character: lineOf(line).length };
  return {
    title: l10n.t('Ignore “{0}” in this paragraph (comment)', String(diagnostic.code)),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: {
      changes: { [uri]: [{ range: { start: end, end }, newText: ` <!-- zhibi-ignore ${diagnostic.code} -->` }] },
    },
  };
}

/** One action with the preferred fix of every diagnostic, none overlapping another; undefined where there is none. */
export function fixAll(uri: string, diagnostics: readonly Diagnostic[]): CodeAction | undefined {
  const edits: TextEdit[] = [];
  for (const diagnostic of diagnostics) {
    const data = diagnostic.data as DiagnosticData | undefined;
    const fix = data?.fixes.find(({ preferred }) => preferred);
    if (fix?.edits.every((edit) => edits.every((taken) => !overlap(edit, taken)))) edits.push(...fix.edits);
  }
  if (edits.length === 0) return undefined;
  return { title: l10n.t('Apply all certain fixes'), kind: FIX_ALL_KIND, edit: { changes: { [uri]: edits } } };
}

function overlap(a: Pick<TextEdit, 'range'>, b: Pick<TextEdit, 'range'>): boolean {
  return before(a.range.start, b.range.end) && before(b.range.start, a.range.end);
}

function before(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** Whether a client that asks `only` for some kinds wants `kind`: a kind stands for those below it. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}

/** The absolute path behind a `file:` URI, or undefined for any other document. */
export function filePath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

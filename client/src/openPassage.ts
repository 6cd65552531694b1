/** Opens a passage of a source beside the draft, and the original where that is not text. */
import { env, l10n, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import type { SearchHit } from '../../server/src/lsp/messages';
import { tell } from './tell';

/** A place to open: a URI and an LSP range (zero-based lines, UTF-16 characters) in it. */
export type PassageLocation = Pick<SearchHit, 'uri' | 'range'>;

/**
 * Shows a passage in the column beside the active one, with the passage selected. Says so when the file is gone;
 * never throws.
 */
export async function openPassage({ uri, range }: PassageLocation): Promise<void> {
  try {
    const document = await workspace.openTextDocument(Uri.parse(uri, true));
    await window.showTextDocument(document, {
      viewColumn: ViewColumn.Beside,
      preview: true,
      selection: new Range(range.start.line, range.start.character, range.end.line, range.end.character),
    });
  } catch {
    void tell.error(l10n.t('Could not open {0}. Was the file moved or deleted?', nameOf(uri)));
  }
}

/** The path of a file; of what is no address, the words themselves. */
export function nameOf(uri: string): string {
  try {
    return Uri.parse(uri, true).fsPath;
  } catch {
    return uri;
  }
}

/** True when the passage is shown in a clean copy (PDF, Word, web page) and the original is another file. */
export function hasOriginal(hit: Pick<SearchHit, 'uri' | 'path'>): boolean {
  return Uri.parse(hit.uri).fsPath !== Uri.file(hit.path).fsPath;
}

/** Opens the original document with the program the system has for it. */
export async function openOriginal(path: string): Promise<void> {
  if (!(await env.openExternal(Uri.file(path)))) {
    void tell.error(l10n.t('Could not open {0}. Was the file moved or deleted?', path));
  }
}

/** Checks an argument that came from outside, from a link or another extension. */
export function isPassageLocation(value: unknown): value is PassageLocation {
  const { uri, range } = (value ?? {}) as Partial<PassageLocation>;
  return typeof uri === 'string' && [range?.start, range?.end].every(isPosition);
}

/** Whether a value is an LSP position: two whole numbers from zero. */
export function isPosition(value: unknown): value is { line: number; character: number } {
  const { line, character } = (value ?? {}) as { line?: unknown; character?: unknown };
  return [line, character].every((number) => Number.isInteger(number) && (number as number) >= 0);
}

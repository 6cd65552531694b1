/** Which open documents are drafts: those the server hears of. */
import type { TextDocument, Uri } from 'vscode';

/** The language ids Zhibi serves; `gongwen` is its own. */
export const draftLanguages: readonly string[] = ['markdown', 'plaintext', 'gongwen'];

const draftSchemes: readonly string[] = ['file', 'untitled'];

/** Folders whose files are never drafts: Zhibi's own and what package managers bring. */
const foreignFolder = /[\\/](?:\.zhibi|\.git|node_modules)[\\/]/;

/** The selector for the language client: every draft language on disk or not yet saved. */
export function draftSelector(): { scheme: string; language: string }[] {
  return draftSchemes.flatMap((scheme) => draftLanguages.map((language) => ({ scheme, language })));
}

/**
 * Whether a document is a draft. The clean copies of PDF and Word sources, which lie in the extension's own storage,
 * are Markdown files as well; checking them would report her sources to her.
 */
export function isDraft(document: TextDocument, storage: Uri): boolean {
  if (!draftLanguages.includes(document.languageId) || !draftSchemes.includes(document.uri.scheme)) {
    return false;
  }
  if (document.uri.scheme === 'untitled') {
    return true;
  }
  return !document.uri.path.startsWith(`${storage.path}/`) && !foreignFolder.test(document.uri.path);
}

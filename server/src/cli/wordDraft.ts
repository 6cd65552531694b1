/** Drafts that live in Word: read for checking, and written again with the findings as comments in a copy. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Diagnostic } from 'vscode-languageserver';
import { damaged, refuseDocx } from '../corpus/readers/docx';
import { defaultReadLimits } from '../corpus/readers/reader';
import type { Draft } from '../draft/draft';
import { parseDraft } from '../draft/parseDraft';
import { annotateWord } from '../word/annotateWord';
import { openWordDocument, type WordDocument } from '../word/wordDocument';
import { describeFileError } from '../worker/scan';
import { UsageError } from './output';

/** Whether a path names a Word document. */
export function isWordFile(path: string): boolean {
  return /\.docx$/i.test(path);
}

/** A draft out of a Word file: a line of its text is a paragraph of the file. */
export interface WordDraft {
  readonly draft: Draft;
  readonly document: WordDocument;
}

/** The draft, or why there is none, localised. Never throws. */
export async function readWordDraft(path: string): Promise<WordDraft | string> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return describeFileError(error);
  }
  const refusal = refuseDocx(bytes, defaultReadLimits);
  if (refusal) return refusal.unreadable;
  try {
    const document = await openWordDocument(bytes);
    return { draft: parseDraft(path, document.text), document };
  } catch {
    return damaged().unreadable;
  }
}

/** Writes a copy of the Word file with a comment for each finding. The file itself may not be named. */
export async function writeAnnotated(
  { draft, document }: WordDraft,
  path: string,
  out: string,
  diagnostics: readonly Diagnostic[],
): Promise<void> {
  const target = resolve(out);
  if (!isWordFile(target)) throw new UsageError(l10n.t('--annotate takes the name of a .docx file.'));
  if (target === path) throw new UsageError(l10n.t('--annotate writes a copy: name another file than the draft.'));
  const offset = ({ line, character }: Diagnostic['range']['start']) => (draft.lineStarts[line] ?? 0) + character;
  const comments = diagnostics.map(({ range, code, message, relatedInformation }) => ({
    start: offset(range.start),
    end: offset(range.end),
    lines: [`${message} (${code})`, ...(relatedInformation ?? []).map((related) => related.message)],
  }));
  const bytes = await annotateWord(document, comments, new Date().toISOString());
  try {
    writeFileSync(target, bytes);
  } catch (error) {
    throw new UsageError(l10n.t('The file {0} cannot be written: {1}', target, describeFileError(error)));
  }
}

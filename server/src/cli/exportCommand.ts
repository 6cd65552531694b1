/** `zhibi export`: writes a draft as a Word file in the official format, and says what it had to simplify. */
import { writeFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { OfficialDocument, Simplification } from '../export/officialDocument';
import { readOfficialDocument } from '../export/readOfficialDocument';
import { toDocx, typefaces } from '../export/toDocx';
import { describeFileError } from '../worker/scan';
import { readDraftFile } from './draftFile';
import { printLine, UsageError } from './output';

/** Answers the exit code: 0, or 2 where the draft cannot be read or the file not be written. An existing `.docx` is replaced. */
export async function exportCommand(path: string, out: string): Promise<number> {
  const target = resolve(out);
  if (extname(target).toLowerCase() !== '.docx') throw new UsageError(l10n.t('--out takes the name of a .docx file.'));
  const document = readOfficialDocument(readDraftFile(resolve(path)));
  const bytes = await toDocx(document);
  try {
    writeFileSync(target, bytes);
  } catch (error) {
    throw new UsageError(l10n.t('The file {0} cannot be written: {1}', target, describeFileError(error)));
  }
  printLine(target);
  for (const note of exportNotes(document)) process.stderr.write(`${note}\n`);
  return 0;
}

/** What the reader of the Word file should know: what was simplified, and which typefaces it wants. */
export function exportNotes({ simplified, unusedFields }: OfficialDocument): string[] {
  const notes = [...simplified].map(([what, count]) => describe(what, count));
  if (unusedFields.length > 0) {
    notes.push(l10n.t('Fields of the front matter that are not shown: {0}', unusedFields.join(', ')));
  }
  const wanted = Object.values(typefaces).filter(({ name, fallBack }) => name !== fallBack);
  const fallBacks = wanted.map(({ name, fallBack }) => `${name} (${fallBack})`).join(', ');
  notes.push(l10n.t('Typefaces the file asks for, with what to use where they are missing: {0}', fallBacks));
  return notes;
}

function describe(what: Simplification, count: number): string {
  switch (what) {
    case 'comment':
      return l10n.t('Comments left out: {0}', count);
    case 'code':
      return l10n.t('Code set as plain text: {0}', count);
    case 'blockQuote':
      return l10n.t('Block quotes set as paragraphs: {0}', count);
    case 'bullet':
      return l10n.t('List items set as paragraphs without bullet: {0}', count);
    case 'emphasis':
      return l10n.t('Italic or struck words set plainly: {0}', count);
    case 'link':
      return l10n.t('Links set as text with the address behind: {0}', count);
    case 'picture':
      return l10n.t('Pictures replaced by their description: {0}', count);
    case 'footnote':
      return l10n.t('Footnotes set as text: {0}', count);
    case 'html':
      return l10n.t('HTML tags left out: {0}', count);
    case 'rule':
      return l10n.t('Horizontal rules left out: {0}', count);
  }
}

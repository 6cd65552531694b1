/** `zhibi export`: writes a draft as a Word file in the official format, and says what it had to simplify. */
import { writeFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { exportNotes } from '../export/exportNotes';
import { readOfficialDocument } from '../export/readOfficialDocument';
import { toDocx } from '../export/toDocx';
import { describeFileError } from '../worker/scan';
import { readDraftFile, STANDARD_INPUT } from './draftFile';
import { printLine, UsageError } from './output';

/** `path` may be `-`. Answers the exit code: 0, or 2 where the draft cannot be read or the file not be written. An existing `.docx` is replaced. */
export async function exportCommand(path: string, out: string): Promise<number> {
  const target = resolve(out);
  if (extname(target).toLowerCase() !== '.docx') throw new UsageError(l10n.t('--out takes the name of a .docx file.'));
  const document = readOfficialDocument(readDraftFile(path === STANDARD_INPUT ? path : resolve(path)));
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

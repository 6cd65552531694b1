/** Reads the one draft that a command is about. */
import { readFileSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import { decode } from '../corpus/decode';
import type { Draft } from '../draft/draft';
import { parseDraft } from '../draft/parseDraft';
import { describeFileError } from '../worker/scan';
import { UsageError } from './output';

/** Names standard input in place of a file: for drafts that an editor has not saved. */
export const STANDARD_INPUT = '-';

/** The draft at an absolute path, or from standard input; a `UsageError` says why it cannot be read. */
export function readDraftFile(path: string): Draft {
  let decoded: ReturnType<typeof decode>;
  try {
    decoded = decode(readFileSync(path === STANDARD_INPUT ? 0 : path));
  } catch (error) {
    throw new UsageError(`${path}: ${describeFileError(error)}`);
  }
  if (decoded) return parseDraft(path, decoded.text);
  throw new UsageError(l10n.t('{0} is no text file. Give a draft as Markdown or plain text.', path));
}

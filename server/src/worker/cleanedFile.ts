/** Reads one document as the index does, to show what cleaning made of it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import { readDocument } from '../corpus/readDocument';
import { removalsByStep, type StepRemovals } from '../corpus/removals';
import { SIDECAR_SUFFIX } from '../corpus/sidecar';
import { defaultScanLimits, describeFileError } from './scan';

/** A document before and after cleaning, or why there is none. */
export type CleanedFile =
  | {
      readonly title: string;
      /** The decoded file, or the text taken out of it. */
      readonly original: string;
      readonly clean: string;
      /** What was taken out, in UTF-16 code units of `original`; most first. */
      readonly removed: readonly StepRemovals[];
    }
  | { readonly problem: string };

/** Never throws. O(length). */
export async function readCleaned(path: string): Promise<CleanedFile> {
  try {
    if (statSync(path).size > defaultScanLimits.fileSize)
      return { problem: l10n.t('The file is too large to be shown.') };
    const beside = path + SIDECAR_SUFFIX;
    const sidecar = existsSync(beside) ? { path: beside, text: readFileSync(beside, 'utf8') } : undefined;
    const { value, problems } = await readDocument({ path, bytes: readFileSync(path), builtIn: false, sidecar });
    if (!value) return { problem: problems[0]?.message ?? l10n.t('The file holds no text.') };
    return { title: value.info.title, original: value.decoded, clean: value.clean, removed: removalsByStep(value) };
  } catch (error) {
    return { problem: describeFileError(error) };
  }
}

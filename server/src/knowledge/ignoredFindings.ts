/** `.zhibi/ignored.yaml`: the findings she silenced for good, recognised by their fingerprints. */
import * as l10n from '@vscode/l10n';
import { parse, stringify } from 'yaml';
import * as z from 'zod';
import type { Parsed } from '../util/problem';

export const IGNORED_FILE = 'ignored.yaml';

const ignoredSchema = z.array(
  z.object({
    code: z.string(),
    /** See `findingFingerprint`. */
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
    /** The words, for her to read. */
    text: z.string(),
  }),
);

export type IgnoredFinding = z.infer<typeof ignoredSchema>[number];

/** Whether a value that came from a client is one. */
export function isIgnoredFinding(value: unknown): value is IgnoredFinding {
  return ignoredSchema.element.safeParse(value).success;
}

/** Parses the file. Never throws: a broken file silences nothing and is a problem. */
export function loadIgnored(path: string, text: string): Parsed<IgnoredFinding[]> {
  try {
    const checked = ignoredSchema.safeParse(parse(text, { logLevel: 'error' }) ?? []);
    if (checked.success) return { value: checked.data, problems: [] };
    return { value: [], problems: [{ path, message: brokenMessage(checked.error.issues[0]?.message ?? '') }] };
  } catch (error) {
    return { value: [], problems: [{ path, message: brokenMessage(error instanceof Error ? error.message : '') }] };
  }
}

function brokenMessage(reason: string): string {
  return l10n.t('The list of ignored findings cannot be read, so none is ignored: {0}', reason);
}

/** The text of an entry to be appended to the file. */
export function ignoredEntry(finding: IgnoredFinding): string {
  return stringify([finding]);
}

/** What a writer says of a document in a YAML file beside it, for documents that hold no front matter. */
import * as l10n from '@vscode/l10n';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Parsed } from '../util/problem';
import { readDeclaredKind } from './info/kind';
import { readDeclaredLevel } from './info/level';
import { readDeclaredDate } from './info/statedDates';

/** Appended to the whole name of the document: `报告.docx.zhibi.yaml`. */
export const SIDECAR_SUFFIX = '.zhibi.yaml';

/** A sidecar as it was read. */
export interface Sidecar {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** For each field how its value is understood; undefined: it is not. */
const FIELDS: Readonly<Record<string, (value: string) => unknown>> = {
  title: (value) => value,
  date: readDeclaredDate,
  issuer: (value) => value,
  kind: readDeclaredKind,
  level: readDeclaredLevel,
  place: (value) => value,
};

/** The fields that hold a value, as texts. What is wrong is a problem with its line, and counts as not written. O(length). */
export function readSidecar({ path, text }: Sidecar): Parsed<Readonly<Record<string, string>>> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, schema: 'failsafe', logLevel: 'error' });
  const lineOf = (offset: number | undefined) => (offset === undefined ? 1 : counter.linePos(offset).line);
  const problems = document.errors.map(({ pos }) => ({
    path,
    line: lineOf(pos[0]),
    message: l10n.t('This is no valid YAML. Write one field to a line, like title: …'),
  }));
  const value: Record<string, string> = {};
  if (!isMap(document.contents)) return { value, problems };
  for (const { key, value: node } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const line = lineOf((isScalar(key) ? key.range : document.contents.range)?.[0]);
    const read = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    const written = isScalar(node) ? String(node.value ?? '').trim() : undefined;
    if (written === '') continue;
    if (!read) {
      const known = Object.keys(FIELDS).join(', ');
      problems.push({ path, line, message: l10n.t('There is no field {0}; a document has {1}.', name, known) });
    } else if (written === undefined || read(written) === undefined) {
      problems.push({ path, line, message: l10n.t('The value of {0} is not understood.', name) });
    } else {
      value[name] = written;
    }
  }
  return { value, problems };
}

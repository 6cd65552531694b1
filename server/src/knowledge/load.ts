/** Reads knowledge files: every entry that is right is kept, every other one becomes a problem with its line. */
import * as l10n from '@vscode/l10n';
import { type Document, isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Parsed, Problem } from '../util/problem';
import { describeIssue } from './describeIssue';
import { duplicates } from './duplicates';
import { type Entry, type EntryOrigin, emptyKnowledgeData, type KnowledgeData, knowledgeKinds } from './knowledge';
import { type KnowledgeKind, schemas } from './schemas';

/** One knowledge file, already read. */
export interface KnowledgeFile {
  /** Absolute path: what problems and findings point at. */
  readonly path: string;
  readonly kind: KnowledgeKind;
  readonly text: string;
  /** From the knowledge that ships with Zhibi. */
  readonly builtIn: boolean;
}

/** The kind of a knowledge file by its name (`terms.yaml`), or undefined for any other file. */
export function knowledgeKindOf(fileName: string): KnowledgeKind | undefined {
  const name = fileName.replace(/\.ya?ml$/, '');
  return name === fileName ? undefined : knowledgeKinds.find((kind) => kind === name);
}

/** The most entries one file may hold; what follows is not read. */
const MOST_ENTRIES = 20_000;

/**
 * Parses and validates knowledge files. An entry of the writer's replaces the built-in one with the same id;
 * of two with one id in the same knowledge the first stays and the second is a problem. Never throws.
 * @param builtIn entries that were loaded before (the compiled built-in knowledge)
 */
export function loadKnowledge(
  files: readonly KnowledgeFile[],
  builtIn: KnowledgeData = emptyKnowledgeData,
): Parsed<KnowledgeData> {
  if (files.length === 0) return { value: builtIn, problems: [] };
  const problems: Problem[] = [];
  const collected = new Map<KnowledgeKind, Map<string, Entry<{ id: string }>>>();
  for (const kind of knowledgeKinds) collected.set(kind, new Map(builtIn[kind].map((entry) => [entry.id, entry])));
  // Built-in first, so that what is already there is always what may be replaced.
  for (const file of [...files].sort((a, b) => Number(b.builtIn) - Number(a.builtIn))) {
    const { value: entries, problems: inFile } = parseKnowledgeFile(file);
    problems.push(...inFile);
    const byId = collected.get(file.kind)!;
    for (const entry of entries) {
      const known = byId.get(entry.id);
      if (known && known.origin.builtIn === file.builtIn) {
        problems.push({
          path: file.path,
          line: entry.origin.line,
          message: l10n.t(
            'The id “{0}” is used twice (first in {1}, line {2}); this entry is skipped. Give it an id of its own.',
            entry.id,
            known.origin.path,
            known.origin.line,
          ),
        });
      } else byId.set(entry.id, entry);
    }
  }
  const value = Object.fromEntries(
    knowledgeKinds.map((kind) => [kind, [...collected.get(kind)!.values()]]),
  ) as unknown as KnowledgeData;
  return { value, problems: [...problems, ...brokenLinks(value), ...conflicts(value)] };
}

/** The valid entries of one file, in their order, and what is wrong with the others. Never throws. */
export function parseKnowledgeFile(file: KnowledgeFile): Parsed<Entry<{ id: string }>[]> {
  const problems: Problem[] = [];
  const entries: Entry<{ id: string }>[] = [];
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, logLevel: 'error' });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const error = document.errors[0];
  if (error) {
    problems.push({
      path: file.path,
      line: lineAt(error.pos[0]),
      message: l10n.t(
        'This is not valid YAML: {0} Entries from here on are skipped; check indentation, colons and quotation marks.',
        error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '.'),
      ),
    });
  }
  if (document.contents === null) return { value: entries, problems };
  if (!isSeq(document.contents)) {
    if (!error) {
      problems.push({
        path: file.path,
        line: 1,
        message: l10n.t('The file must be a list of entries, each beginning with “- id: …”; it is skipped.'),
      });
    }
    return { value: entries, problems };
  }
  const readableTo = error ? error.pos[0] : file.text.length + 1;
  const schema: z.ZodType<{ id: string }> = schemas[file.kind];
  const items = document.contents.items.slice(0, MOST_ENTRIES);
  for (const item of items) {
    const range = (item as { range?: [number, number, number] | null } | null)?.range;
    const line = range ? lineAt(range[0]) : 1;
    if (range && range[1] > readableTo) continue;
    const origin: EntryOrigin = { path: file.path, line, builtIn: file.builtIn };
    const checked = schema.safeParse(plainEntry(item, document));
    if (checked.success) entries.push({ ...checked.data, origin });
    else if (error && item === items.at(-1)) continue;
    else problems.push({ path: file.path, line, message: describeIssue(checked.error.issues[0]!, file.kind) });
  }
  return { value: entries, problems };
}

/** The entry as plain data; null where it is none, or where its `*aliases` lead nowhere or grow without bound. */
function plainEntry(item: unknown, document: Document): unknown {
  if (!isMap(item)) return null;
  try {
    return withTextDates(item.toJS(document, { maxAliasCount: 100 }));
  } catch {
    return null;
  }
}

const DATE_FIELDS = new Set(['date', 'deadline', 'issued', 'since', 'until', 'effective', 'from', 'to', 'verified']);

/** `deadline: 2030` without quotation marks is a number to YAML and a date to her. */
function withTextDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTextDates);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      DATE_FIELDS.has(key) && typeof field === 'number' ? String(field) : withTextDates(field),
    ]),
  );
}

/** An entry of hers for what another one has already: both count, and which of them is meant is hers to say. */
function conflicts(data: KnowledgeData): Problem[] {
  return duplicates(data).flatMap(([entry, other, wording]): Problem[] => {
    const { path, line, builtIn } = entry.origin;
    if (builtIn) return [];
    const message = other.origin.builtIn
      ? l10n.t(
          '“{0}” also stands in the built-in entry “{1}”; both count. Give this entry the id “{1}” to put it in its place.',
          wording,
          other.id,
        )
      : l10n.t('“{0}” also stands in the entry “{1}” (line {2}); both count.', wording, other.id, other.origin.line);
    return [{ path, line, message }];
  });
}

/** A `supersededBy` that names no entry: reported, and followed by nobody. */
function brokenLinks(data: KnowledgeData): Problem[] {
  const problems: Problem[] = [];
  for (const kind of ['formulations', 'targets', 'references'] as const) {
    const ids = new Set(data[kind].map((entry) => entry.id));
    for (const { supersededBy, origin } of data[kind]) {
      if (supersededBy === undefined || ids.has(supersededBy)) continue;
      problems.push({
        path: origin.path,
        line: origin.line,
        message: l10n.t(
          '“supersededBy: {0}” names no entry of {1}.yaml; the entry is kept without it. Correct the id or remove the line.',
          supersededBy,
          kind,
        ),
      });
    }
  }
  return problems;
}

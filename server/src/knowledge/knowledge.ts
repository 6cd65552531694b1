/** The knowledge base in memory: entries with where they are written, and fast lookup of their wordings. */

import { startsBy } from '../text/partialDate';
import type { Span } from '../text/span';
import { StretchMemo } from '../util/stretchMemo';
import type { Figure, Formulation, Institution, KnowledgeKind, Quote, Reference, Target, Term } from './schemas';
import { WordingTrie } from './wordingTrie';

/** Where an entry is written, so that it can be opened. */
export interface EntryOrigin {
  /** Absolute path of the YAML file. */
  readonly path: string;
  /** 1-based line on which the entry begins. */
  readonly line: number;
  /** From the knowledge that ships with Zhibi, not the writer's own. */
  readonly builtIn: boolean;
}

export type Entry<T> = T & { readonly origin: EntryOrigin };

/** All entries by kind; an entry of the writer's replaces the built-in one with the same id. Plain data: it crosses threads. */
export interface KnowledgeData {
  readonly terms: readonly Entry<Term>[];
  readonly formulations: readonly Entry<Formulation>[];
  readonly targets: readonly Entry<Target>[];
  readonly institutions: readonly Entry<Institution>[];
  readonly references: readonly Entry<Reference>[];
  readonly quotes: readonly Entry<Quote>[];
  readonly figures: readonly Entry<Figure>[];
}

/** What a wording is to its entry. Only `name` and `alias` name the entry itself. */
export type WordingRole = 'name' | 'alias' | 'goal' | 'member' | 'variant' | 'number' | 'phrase';

/** One wording of an entry found in a text. Offsets in UTF-16 code units of the text searched. */
export interface WordingMatch<K extends KnowledgeKind = KnowledgeKind> {
  readonly kind: K;
  readonly entry: KnowledgeData[K][number];
  /** The wording of the entry that matched: its name, an alias, a goal, a member … */
  readonly wording: string;
  readonly role: WordingRole;
  readonly start: number;
  readonly end: number;
}

type AnyMatch = { [K in KnowledgeKind]: WordingMatch<K> }[KnowledgeKind];
type Labelled = { [K in KnowledgeKind]: Omit<WordingMatch<K>, 'start' | 'end'> }[KnowledgeKind];

export const knowledgeKinds: readonly KnowledgeKind[] = [
  'terms',
  'formulations',
  'targets',
  'institutions',
  'references',
  'quotes',
  'figures',
];

/** Knowledge without entries: what there is before anything is loaded. */
export const emptyKnowledgeData: KnowledgeData = {
  terms: [],
  formulations: [],
  targets: [],
  institutions: [],
  references: [],
  quotes: [],
  figures: [],
};

/** The entries of the writer's own. O(entries). */
export function ownOf(data: KnowledgeData): KnowledgeData {
  const own = knowledgeKinds.map((kind) => [
    kind,
    (data[kind] as readonly Entry<unknown>[]).filter(({ origin }) => !origin.builtIn),
  ]);
  return Object.fromEntries(own) as KnowledgeData;
}

/** The built-in entries with the writer's own beside them or, under the id of one, in its place. O(entries). */
export function withOwn(builtIn: KnowledgeData, own: KnowledgeData): KnowledgeData {
  if (knowledgeKinds.every((kind) => own[kind].length === 0)) return builtIn;
  const both = knowledgeKinds.map((kind) => {
    const byId = new Map<string, unknown>();
    for (const entry of [...builtIn[kind], ...own[kind]]) byId.set(entry.id, entry);
    return [kind, [...byId.values()]];
  });
  return Object.fromEntries(both) as KnowledgeData;
}

/** How many entries there are of whose, and how old the built-in ones are. */
export interface KnowledgeSummary {
  readonly builtIn: number;
  readonly own: number;
  /** The last day a built-in entry was checked, `YYYY-MM-DD`. */
  readonly checked?: string;
}

/** O(entries). */
export function knowledgeSummary(data: KnowledgeData): KnowledgeSummary {
  const entries = knowledgeKinds.flatMap((kind) => data[kind] as readonly Entry<{ verified: string }>[]);
  const builtIn = entries.filter(({ origin }) => origin.builtIn);
  const checked = builtIn.reduce((last, { verified }) => (verified > last ? verified : last), '');
  return { builtIn: builtIn.length, own: entries.length - builtIn.length, ...(checked !== '' && { checked }) };
}

/** A wording shorter than this is too common to mean its entry. In folded characters. */
const SHORTEST_WORDING = 2;

/** Sentences whose wordings are kept: those of some five drafts. */
const MOST_KEPT = 2000;
/** A quotation mark directly before or after belongs to a wording. */
const AROUND = 1;
/** So many characters of its wordings are shared with no other. */
const BEGINNINGS_OF_ENTRY = 20;

/** Lookup over {@link KnowledgeData}; building it is cheap enough to be done again in every worker. */
export class Knowledge {
  readonly #trie: WordingTrie;
  /** The wordings that share one place of the trie, by the number the trie knows them under. */
  readonly #labels: Labelled[][] = [];
  readonly #byId = new Map<string, KnowledgeData[KnowledgeKind][number]>();
  readonly #found = new StretchMemo<AnyMatch>(MOST_KEPT, AROUND, moved);

  /** O(characters of all wordings). */
  constructor(readonly data: KnowledgeData) {
    const entries = knowledgeKinds.reduce((sum, kind) => sum + data[kind].length, 0);
    this.#trie = new WordingTrie(entries * BEGINNINGS_OF_ENTRY);
    for (const kind of knowledgeKinds) {
      for (const entry of data[kind]) this.#byId.set(idKey(kind, entry.id), entry);
    }
    for (const labelled of allWordings(data)) {
      const at = this.#trie.add(labelled.wording, this.#labels.length, SHORTEST_WORDING);
      if (at < 0) continue;
      if (at === this.#labels.length) this.#labels.push([]);
      this.#labels[at]!.push(labelled);
    }
  }

  /** The entry of a kind with this id. O(1). */
  get<K extends KnowledgeKind>(kind: K, id: string): KnowledgeData[K][number] | undefined {
    return this.#byId.get(idKey(kind, id)) as KnowledgeData[K][number] | undefined;
  }

  /**
   * All wordings found in `text` within `within`, ascending by start: matched with width, spaces and
   * quotation marks folded. Of one kind, the longest wording that starts at a place counts and hides what lies
   * inside it; wordings of different kinds may overlap. O(length × longest wording), in practice linear; a sentence
   * that was asked about lately is not looked through again.
   */
  find<K extends KnowledgeKind>(text: string, within?: Span, kinds?: readonly K[]): readonly WordingMatch<K>[] {
    const found = within
      ? this.#found.find(text, within, kinds?.join() ?? '', () => this.#scan(text, within, kinds))
      : this.#scan(text, { start: 0, end: text.length }, kinds);
    return found as unknown as readonly WordingMatch<K>[];
  }

  #scan(text: string, within: Span, kinds: readonly KnowledgeKind[] | undefined): AnyMatch[] {
    const wanted: ReadonlySet<KnowledgeKind> = new Set(kinds ?? knowledgeKinds);
    const found: AnyMatch[] = [];
    const coveredTo = new Map<KnowledgeKind, number>();
    for (const longestLast of this.#trie.find(text, within)) {
      const seen = new Set<KnowledgeKind>();
      for (let i = longestLast.length - 1; i >= 0; i--) {
        const { wording: at, start, end } = longestLast[i]!;
        const here = new Set<KnowledgeKind>();
        for (const labelled of this.#labels[at]!) {
          const { kind } = labelled;
          if (!wanted.has(kind) || seen.has(kind) || end <= (coveredTo.get(kind) ?? 0)) continue;
          here.add(kind);
          found.push({ ...labelled, start, end } as AnyMatch);
        }
        for (const kind of here) {
          seen.add(kind);
          coveredTo.set(kind, end);
        }
      }
    }
    return found;
  }

  /**
   * The longest wording that names an entry (not a variant or a member) around `offset`, of the first of `kinds` on a tie.
   * Looks at the line that holds the offset only. O(length of the line).
   */
  at<K extends KnowledgeKind>(text: string, offset: number, kinds?: readonly K[]): WordingMatch<K> | undefined {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const lineEnd = text.indexOf('\n', offset);
    const within = { start, end: lineEnd < 0 ? text.length : lineEnd };
    let best: WordingMatch<K> | undefined;
    for (const match of this.find(text, within, kinds)) {
      if (match.role === 'variant' || match.role === 'member') continue;
      if (match.start > offset || match.end < offset) continue;
      if (!best || match.end - match.start > best.end - best.start) best = match;
    }
    return best;
  }

  /** The reference of a series that is current on `date` (`YYYY-MM-DD`): the latest one held or adopted by then. O(references). */
  currentOf(series: string, date: string): Entry<Reference> | undefined {
    let current: Entry<Reference> | undefined;
    for (const reference of this.data.references) {
      if (reference.series !== series || !startsBy(reference.date, date)) continue;
      if (!current || reference.date > current.date) current = reference;
    }
    return current;
  }

  /**
   * The target that stands in the place of `target` on `date`: the end of its `supersededBy` chain as far as it
   * was issued by then; `undefined` where nothing has replaced it yet. O(length of the chain).
   */
  targetInForce(target: Target, date: string): Entry<Target> | undefined {
    return follow(
      target,
      (id) => this.get('targets', id),
      (next) => startsBy(next.issued, date),
    );
  }

  /** The reference that has replaced `reference` by `date`, or undefined. A law replaces on the day it takes effect. */
  referenceInForce(reference: Reference, date: string): Entry<Reference> | undefined {
    return follow(
      reference,
      (id) => this.get('references', id),
      (next) => startsBy(next.effective ?? next.date, date),
    );
  }

  /** The formulation that has replaced `formulation` by `date`, or undefined. */
  formulationInForce(formulation: Formulation, date: string): Entry<Formulation> | undefined {
    return follow(
      formulation,
      (id) => this.get('formulations', id),
      (next) => next.since === undefined || startsBy(next.since, date),
    );
  }
}

function moved(match: AnyMatch, by: number): AnyMatch {
  return { ...match, start: match.start + by, end: match.end + by };
}

function idKey(kind: KnowledgeKind, id: string): string {
  return `${kind}/${id}`;
}

function follow<T extends { readonly supersededBy?: string | undefined }>(
  from: T,
  get: (id: string) => Entry<T> | undefined,
  inForce: (next: Entry<T>) => boolean,
): Entry<T> | undefined {
  let current: Entry<T> | undefined;
  const seen = new Set<string>();
  let id = from.supersededBy;
  while (id !== undefined && !seen.has(id)) {
    seen.add(id);
    const next = get(id);
    if (!next || !inForce(next)) break;
    current = next;
    id = next.supersededBy;
  }
  return current;
}

/** Every wording of every entry, with what it is to the entry. */
function* allWordings(data: KnowledgeData): Generator<Labelled> {
  for (const entry of data.terms) {
    yield { kind: 'terms', entry, wording: entry.term, role: 'name' };
    for (const wording of entry.aliases ?? []) yield { kind: 'terms', entry, wording, role: 'alias' };
  }
  for (const entry of data.formulations) {
    yield { kind: 'formulations', entry, wording: entry.text, role: 'name' };
    for (const wording of entry.members ?? []) yield { kind: 'formulations', entry, wording, role: 'member' };
    for (const { text } of entry.variants ?? []) yield { kind: 'formulations', entry, wording: text, role: 'variant' };
  }
  for (const entry of data.targets) {
    yield { kind: 'targets', entry, wording: entry.indicator, role: 'name' };
    for (const wording of entry.aliases ?? []) yield { kind: 'targets', entry, wording, role: 'alias' };
    for (const wording of entry.goals ?? []) yield { kind: 'targets', entry, wording, role: 'goal' };
  }
  for (const entry of data.institutions) {
    yield { kind: 'institutions', entry, wording: entry.name, role: 'name' };
    for (const wording of entry.aliases ?? []) yield { kind: 'institutions', entry, wording, role: 'alias' };
    // Longer names that only contain this one are wordings too: they hide it.
    for (const wording of entry.notWithin ?? []) yield { kind: 'institutions', entry, wording, role: 'variant' };
  }
  for (const entry of data.references) {
    yield { kind: 'references', entry, wording: entry.name, role: 'name' };
    for (const wording of entry.aliases ?? []) yield { kind: 'references', entry, wording, role: 'alias' };
    if (entry.number !== undefined) yield { kind: 'references', entry, wording: entry.number, role: 'number' };
  }
  // Lines of known works are many and long: they are found by their letters when they are asked for.
  for (const entry of data.quotes.filter(({ work }) => work === undefined))
    for (const wording of [entry.keyPhrase, ...(entry.editions ?? [])])
      yield { kind: 'quotes', entry, wording, role: 'phrase' };
  for (const entry of data.figures) {
    yield { kind: 'figures', entry, wording: entry.indicator, role: 'name' };
    for (const wording of entry.aliases ?? []) yield { kind: 'figures', entry, wording, role: 'alias' };
  }
}

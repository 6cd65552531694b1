/** Search engines behind one interface: ours, and the libraries it is compared with, each used as its documentation says for Chinese. */
import { statSync } from 'node:fs';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { Database, type Statement } from 'node-sqlite3-wasm';
import type { Snapshot } from '../../server/src/analysis/snapshot';
import { searchPassages } from '../../server/src/features/search';
import { Corpus } from '../../server/src/index/corpus';
import { letterText } from '../../server/src/index/letterText';
import { PhraseLexicon } from '../../server/src/index/phraseLexicon';
import { Segment } from '../../server/src/index/segment';
import { SegmentBuilder, segmentInput } from '../../server/src/index/segmentBuilder';
import { emptyKnowledgeData, Knowledge } from '../../server/src/knowledge/knowledge';
import { OffsetMap } from '../../server/src/text/offsetMap';

/** A clean document, as every engine is given it. */
export interface EngineDocument {
  readonly path: string;
  readonly title: string;
  readonly date?: string;
  readonly kind: string;
  readonly level?: string;
  readonly clean: string;
}

export interface Engine {
  /** One after the other; `finish` comes after the last. */
  add(document: EngineDocument): void;
  finish(): void;
  /** The texts of the best passages. */
  search(query: string, limit: number): string[];
  /** Bytes on disk, where the index is there. */
  size?(): number;
}

/** By the name in the table. `file`: where an engine that keeps its index on disk may do so. */
export const engines: Readonly<Record<string, (file: string) => Engine>> = {
  Zhibi: () => new Zhibi(),
  minisearch: () => new Mini(),
  flexsearch: () => new Flex(),
  'SQLite FTS5, pairs': (file) => new Fts(file, 'unicode61'),
  'SQLite FTS5, trigram': (file) => new Fts(file, 'trigram'),
};

class Zhibi implements Engine {
  readonly #builder = new SegmentBuilder();
  #snapshot: Snapshot | undefined;

  add({ clean, ...info }: EngineDocument): void {
    const entry = { ...info, size: clean.length, modified: 0 };
    this.#builder.add(segmentInput(entry, { clean, cleanToRaw: OffsetMap.identity, rawLineStarts: Int32Array.of(0) }));
  }

  finish(): void {
    const segment = Segment.open(this.#builder.build());
    if (typeof segment === 'string') throw new Error(`a segment just built is ${segment}`);
    this.#snapshot = {
      revision: 1,
      corpus: new Corpus([{ segment, hidden: new Set() }]),
      knowledge: new Knowledge(emptyKnowledgeData),
      lexicon: PhraseLexicon.empty,
      skeletons: [],
    };
  }

  search(query: string, limit: number): string[] {
    return searchPassages(this.#snapshot!, query, { limit, fuzzy: true }).map(({ text }) => text);
  }
}

/** What the libraries are given: the paragraphs, since passages are asked for. */
function paragraphs({ clean }: EngineDocument): string[] {
  return clean.split('\n').filter((line) => line.trim() !== '');
}

/** Pairs of letters, folded as our keys are: Chinese has no spaces to cut at, and none of the libraries cuts words. */
function pairs(text: string): string[] {
  const { letters } = letterText(text);
  if (letters.length < 2) return letters === '' ? [] : [letters];
  return Array.from({ length: letters.length - 1 }, (_, i) => letters.slice(i, i + 2));
}

class Mini implements Engine {
  readonly #texts: string[] = [];
  readonly #index = new MiniSearch({ fields: ['text'], tokenize: pairs, processTerm: (term) => term });

  add(document: EngineDocument): void {
    for (const text of paragraphs(document)) this.#index.add({ id: this.#texts.push(text) - 1, text });
  }

  finish(): void {}

  search(query: string, limit: number): string[] {
    return this.#index
      .search(query, { combineWith: 'OR' })
      .slice(0, limit)
      .map(({ id }) => this.#texts[id]!);
  }
}

class Flex implements Engine {
  readonly #texts: string[] = [];
  readonly #index = new Index({ encode: pairs, tokenize: 'strict', resolution: 9 });

  add(document: EngineDocument): void {
    for (const text of paragraphs(document)) this.#index.add(this.#texts.push(text) - 1, text);
  }

  finish(): void {}

  search(query: string, limit: number): string[] {
    return this.#index.search(query, { limit, suggest: true }).map((id) => this.#texts[Number(id)]!);
  }
}

class Fts implements Engine {
  readonly #database: Database;
  #insert: Statement | undefined;
  #select: Statement | undefined;

  constructor(
    readonly file: string,
    readonly tokenizer: 'unicode61' | 'trigram',
  ) {
    this.#database = new Database(file);
    this.#database.exec('PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536');
    this.#database.exec('CREATE TABLE passage(id INTEGER PRIMARY KEY, text TEXT)');
    this.#database.exec(`CREATE VIRTUAL TABLE found USING fts5(words, content='', tokenize='${tokenizer}')`);
    this.#database.exec('BEGIN');
  }

  add(document: EngineDocument): void {
    this.#insert ??= this.#database.prepare('INSERT INTO passage(text) VALUES(?)');
    this.#select ??= this.#database.prepare('INSERT INTO found(rowid, words) VALUES(last_insert_rowid(), ?)');
    for (const text of paragraphs(document)) {
      this.#insert.run([text]);
      this.#select.run([this.tokenizer === 'trigram' ? letterText(text).letters : pairs(text).join(' ')]);
    }
  }

  finish(): void {
    this.#insert?.finalize();
    this.#select?.finalize();
    this.#database.exec('COMMIT');
    this.#select = this.#database.prepare(
      'SELECT passage.text FROM found JOIN passage ON passage.id = found.rowid WHERE found MATCH ? ORDER BY rank LIMIT ?',
    );
  }

  search(query: string, limit: number): string[] {
    const { letters } = letterText(query);
    const terms =
      this.tokenizer === 'unicode61'
        ? pairs(query)
        : Array.from({ length: letters.length - 2 }, (_, i) => letters.slice(i, i + 3));
    if (terms.length === 0) return [];
    const match = terms.map((term) => `"${term}"`).join(' OR ');
    return this.#select!.all([match, limit]).map(({ text }) => String(text));
  }

  size(): number {
    return statSync(this.file).size;
  }
}

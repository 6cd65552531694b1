/**
 * Types a document into the built server and reads what an editor would show: edits applied to the text, items
 * filtered by what is typed in their range, as VS Code does.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { resourcesIn } from '../../server/src/analysis/resources';
import type { Snapshot } from '../../server/src/analysis/snapshot';
import { PhraseLexicon } from '../../server/src/index/phraseLexicon';
import { Knowledge } from '../../server/src/knowledge/knowledge';
import { loadSkeletons } from '../../server/src/knowledge/skeletons';
import { readBuiltInKnowledge } from '../../server/src/worker/builtInKnowledge';
import { openCorpus } from '../../server/src/worker/openCorpus';
import { PhraseMiner } from '../../server/src/worker/phraseMiner';
import { SourcesReader } from '../../server/src/worker/sourcesReader';
import { LspClient, type Position, positionAt, type ServerStatus } from '../support/lspClient';
import type { TypingTask } from './completionCorpus';

/** What an editor shows at one place: the text that items add, best first, and at most one ghost text. */
export interface ShownOffer {
  readonly list: readonly string[];
  readonly ghost?: string;
}

interface TextEdit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

interface ListItem {
  readonly label: string;
  readonly filterText?: string;
  readonly sortText?: string;
  readonly insertTextFormat?: number;
  readonly textEdit: TextEdit;
}

interface InlineItem {
  readonly insertText: string;
  readonly range: TextEdit['range'];
}

/** LSP `InsertTextFormat.Snippet`: its tab stops are no text. */
const SNIPPET = 2;
/** What takes the place of an item that adds no text at the cursor. */
const NO_TEXT = '\0';

/** A document being typed into a server of its own, whose corpus folder holds the documents of the task. */
export class TypedDocument {
  /** Milliseconds from request to answer, by place. */
  readonly listTimes: number[] = [];
  readonly ghostTimes: number[] = [];
  readonly uri: string;
  #length = 0;
  #version = 1;

  private constructor(
    readonly client: LspClient,
    readonly folder: string,
    readonly text: string,
    /** What the server answers from. */
    readonly snapshot: Snapshot,
  ) {
    this.uri = pathToFileURL(join(folder, 'workspace', 'drafts', '稿.md')).href;
  }

  /** Copies the documents, starts the server and waits until they are indexed and phrases are mined. */
  static async open({ document, corpus }: TypingTask, date: string): Promise<TypedDocument> {
    const folder = mkdtempSync(join(tmpdir(), 'zhibi-typed-'));
    const root = commonFolder(corpus.documents.map(({ path }) => path));
    for (const { path } of corpus.documents) copy(path, join(folder, 'workspace', 'seeds', relative(root, path)));
    const cache = join(folder, 'cache');
    const client = await LspClient.start({
      workspaces: [join(folder, 'workspace')],
      cache,
      settings: { draft: { date }, corpus: { builtIn: false } },
    });
    const mined = client.next<{ message: string }>('window/logMessage', ({ message }) =>
      / phrases mined/.test(message),
    );
    const { documents } = await client.next<ServerStatus>('zhibi/status', ({ state }) => state === 'ready', 60_000);
    if (documents !== corpus.documents.length) {
      throw new Error(`the server has ${documents} documents, not ${corpus.documents.length}`);
    }
    await mined;
    const snapshot = await snapshotOf(join(folder, 'workspace', 'seeds'), cache);
    const typed = new TypedDocument(client, folder, document.cleanText(), snapshot);
    client.open(typed.uri, '');
    return typed;
  }

  /** Types on up to `at` and answers what is shown there. */
  async offerAt(at: number): Promise<ShownOffer> {
    this.#typeTo(at);
    const before = this.text.slice(0, at);
    const params = { textDocument: { uri: this.uri }, position: positionAt(before, at) };
    const asked = performance.now();
    const { isIncomplete, items } = await this.client.request<{ isIncomplete: boolean; items: ListItem[] }>(
      'textDocument/completion',
      { ...params, context: { triggerKind: 1 } },
    );
    const listed = performance.now();
    const ghosts = await this.client.request<InlineItem[]>('textDocument/inlineCompletion', {
      ...params,
      context: { triggerKind: 1 },
    });
    this.listTimes.push(listed - asked);
    this.ghostTimes.push(performance.now() - listed);
    // A list that is whole would not be asked for again at the next key.
    if (!isIncomplete) throw new Error(`a list that is whole after ${before.slice(-12)}`);
    const list = shownItems(before, items).map(({ textEdit }) => addedBy(before, textEdit));
    const [ghost] = ghosts.map(({ range, insertText }) => addedBy(before, { range, newText: insertText }));
    return { list, ...(ghost !== undefined && { ghost }) };
  }

  async close(): Promise<void> {
    await this.client.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Key by key, as far as what came before is there already. */
  #typeTo(at: number): void {
    const position = positionAt(this.text, this.#length);
    const contentChanges =
      at < this.#length
        ? [{ text: this.text.slice(0, at) }]
        : [{ range: { start: position, end: position }, text: this.text.slice(this.#length, at) }];
    this.#length = at;
    this.client.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: ++this.#version },
      contentChanges,
    });
  }
}

/** The snapshot of a server over a folder, by the index it keeps: with mined phrases and skeletons. */
async function snapshotOf(seeds: string, cacheFolder: string): Promise<Snapshot> {
  const resources = resourcesIn(process.cwd());
  const { segmenterProcess, skeletonFile } = resources;
  const request = {
    corpus: { folders: [seeds], exclude: [], maxCharacters: 1e9, cacheFolder },
    knowledge: { ...resources, folders: [] },
    pinyin: true,
  };
  const update = await new SourcesReader().update(
    request,
    () => {},
    () => false,
  );
  if (!update) throw new Error('the update was cancelled');
  const miner = new PhraseMiner({ worker: join(dirname(segmenterProcess), 'miningWorker.js'), segmenterProcess });
  const { phrases } = await miner.mine(update, true);
  return {
    revision: 1,
    corpus: openCorpus(update.corpus.parts),
    knowledge: new Knowledge(readBuiltInKnowledge(resources)),
    lexicon: new PhraseLexicon([...update.phrases, ...phrases]),
    skeletons: loadSkeletons(skeletonFile, readFileSync(skeletonFile, 'utf8')).value,
  };
}

/**
 * The items VS Code shows, in its order: those whose filter text begins with what the range holds (it also takes units
 * apart from each other, which ours never need), by sort text. All ranges must be one, or longer ones would come first.
 */
function shownItems(before: string, items: readonly ListItem[]): ListItem[] {
  const ranges = new Set(items.map(({ textEdit }) => JSON.stringify(textEdit.range)));
  if (ranges.size > 1) throw new Error(`${ranges.size} ranges after ${before.slice(-12)}`);
  return items
    .filter(({ label, filterText = label, insertTextFormat, textEdit: { range } }) => {
      const word = before.slice(offsetOf(before, range.start));
      return insertTextFormat !== SNIPPET && filterText.toLowerCase().startsWith(word.toLowerCase());
    })
    .sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
}

/** What an edit adds at the end of a text; {@link NO_TEXT} where it changes what was typed. */
function addedBy(before: string, { range, newText }: TextEdit): string {
  const edited = before.slice(0, offsetOf(before, range.start)) + newText + before.slice(offsetOf(before, range.end));
  return edited.startsWith(before) ? edited.slice(before.length) : NO_TEXT;
}

function offsetOf(text: string, { line, character }: Position): number {
  let start = 0;
  for (let i = 0; i < line; i++) start = text.indexOf('\n', start) + 1;
  return start + character;
}

/** The deepest folder that holds all paths. */
function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0] ?? '');
  while (!paths.every((path) => path.startsWith(join(folder, '/')))) folder = dirname(folder);
  return folder;
}

function copy(from: string, to: string): void {
  if (existsSync(to)) throw new Error(`two documents would be ${to}`);
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** Reads the drafts of a workspace, so that each can be held against the others: bounded, newest first, outside the corpus. */
import { type Dirent, readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { decode, lineStartsOf } from '../corpus/decode';
import { Segment } from '../index/segment';
import { SegmentBuilder, segmentInput } from '../index/segmentBuilder';
import { OffsetMap } from '../text/offsetMap';
import { titleLine } from '../text/titleLine';
import { holdsHome } from './scan';
import { type SharedSegment, segmentName } from './sharedSegments';

export interface DraftsRequest {
  /** Absolute; a home folder or a whole drive is left alone. */
  readonly folders: readonly string[];
  /** Absolute folders whose files are no drafts: the corpus and the knowledge. */
  readonly except: readonly string[];
}

export interface DraftLimits {
  /** Files and folders that are looked at. */
  readonly entries: number;
  /** Folders below a workspace folder. */
  readonly depth: number;
  readonly drafts: number;
  /** Bytes of one draft. */
  readonly fileSize: number;
  /** UTF-16 code units of all drafts together. */
  readonly characters: number;
}

export const defaultDraftLimits: DraftLimits = {
  entries: 5000,
  depth: 6,
  drafts: 200,
  fileSize: 1024 * 1024,
  characters: 1_000_000,
};

/** Text a writer writes in; Word files are not among them: reading each takes long. */
const DRAFT_EXTENSIONS = new Set(['.md', '.markdown', '.txt', '.gw', '.gongwen']);

interface FoundDraft {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

/** Keeps what it read: a draft that did not change is not read again. One `read` runs at a time. */
export class SiblingDrafts {
  #segment: Segment | undefined;

  constructor(readonly limits: DraftLimits = defaultDraftLimits) {}

  /**
   * The newest drafts as a segment, the same one as long as none changed; undefined where there are none. What cannot
   * be read is left out. O(entries), and O(characters) where a draft changed.
   */
  async read(request: DraftsRequest): Promise<SharedSegment | undefined> {
    const found = (await this.#find(request)).sort((a, b) => b.modified - a.modified || (a.path < b.path ? -1 : 1));
    const drafts = found.slice(0, this.limits.drafts).sort((a, b) => (a.path < b.path ? -1 : 1));
    if (!this.#isKnown(drafts)) this.#segment = this.#build(drafts);
    if (!this.#segment || this.#segment.documents.length === 0) return undefined;
    const { buffer } = this.#segment;
    return { name: segmentName(buffer), buffer, hidden: [] };
  }

  #known: readonly FoundDraft[] = [];

  #isKnown(drafts: readonly FoundDraft[]): boolean {
    const isSame = JSON.stringify(drafts) === JSON.stringify(this.#known);
    this.#known = drafts;
    return isSame;
  }

  #build(drafts: readonly FoundDraft[]): Segment | undefined {
    const before = new Map(this.#segment?.documents.map((document) => [document.path, document]));
    const builder = new SegmentBuilder();
    for (const draft of drafts) {
      if (builder.characters > this.limits.characters) break;
      const same = before.get(draft.path);
      if (same && same.entry.size === draft.size && same.entry.modified === draft.modified) {
        builder.addFrom(same);
        continue;
      }
      const text = readText(draft.path);
      if (text === undefined) continue;
      const entry = { ...draft, title: titleLine(text), kind: 'other' } as const;
      builder.add(
        segmentInput(entry, { clean: text, cleanToRaw: OffsetMap.identity, rawLineStarts: lineStartsOf(text) }),
      );
    }
    const segment = Segment.open(builder.build());
    return typeof segment === 'string' ? undefined : segment;
  }

  async #find({ folders, except }: DraftsRequest): Promise<FoundDraft[]> {
    const found = new Map<string, FoundDraft>();
    let left = this.limits.entries;
    const walk = async (folder: string, depth: number): Promise<void> => {
      for (const entry of await list(folder)) {
        if (left-- <= 0) return;
        const path = join(folder, entry.name);
        if (entry.name.startsWith('.') || entry.name === 'node_modules' || except.includes(path)) continue;
        if (entry.isDirectory() && depth < this.limits.depth) await walk(path, depth + 1);
        else if (entry.isFile() && DRAFT_EXTENSIONS.has(extname(entry.name).toLowerCase())) {
          const draft = this.#draftAt(path);
          if (draft) found.set(path, draft);
        }
      }
    };
    for (const folder of folders) {
      const isSource = except.some((other) => folder === other || folder.startsWith(join(other, sep)));
      if (!isSource && !(await holdsHome(folder))) await walk(folder, 0);
    }
    return [...found.values()];
  }

  #draftAt(path: string): FoundDraft | undefined {
    try {
      const { size, mtimeMs } = statSync(path);
      return size > 0 && size <= this.limits.fileSize ? { path, size, modified: mtimeMs } : undefined;
    } catch {
      return undefined;
    }
  }
}

function readText(path: string): string | undefined {
  try {
    return decode(readFileSync(path))?.text;
  } catch {
    return undefined;
  }
}

async function list(folder: string): Promise<Dirent[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

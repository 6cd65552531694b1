/** Keeps the parsed form of open drafts, by document and version. */
import type { Draft } from '../draft/draft';
import { parseChanged } from '../draft/parseChanged';
import { parseDraft } from '../draft/parseDraft';

export class DraftMemo {
  readonly #drafts = new Map<string, { version: number; draft: Draft }>();

  /** The draft in `text`, parsed once for each version, and of what changed since the last one only. */
  get(uri: string, version: number, text: () => string): Draft {
    const known = this.#drafts.get(uri);
    if (known?.version === version) return known.draft;
    const draft = known ? parseChanged(text(), known.draft) : parseDraft(uri, text());
    this.#drafts.set(uri, { version, draft });
    return draft;
  }

  forget(uri: string): void {
    this.#drafts.delete(uri);
  }
}

/** A document as it is typed: what stands before a place, as completion sees it. */
import type { DraftContext } from '../../server/src/index/nextText';
import type { IndexedDocument } from '../../server/src/index/segment';

/** The draft's own earlier text is looked at in steps of this many units. */
const STEP = 256;
const LONGEST = 64;
const RECENT = 256;
const RECENT_STEP = 64;

/** The key of the paragraph up to a place, with the break before it. */
export function contextAt(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at - 1), at - LONGEST, 0);
  return text.slice(start, at);
}

/** What is known of the draft at a place. */
export function draftAt({ date, kind }: IndexedDocument, text: string, at: number): DraftContext {
  const recentEnd = Math.floor(at / RECENT_STEP) * RECENT_STEP;
  return {
    date: date ?? '',
    kind,
    earlier: text.slice(0, Math.floor(at / STEP) * STEP),
    recent: text.slice(Math.max(0, recentEnd - RECENT), recentEnd),
  };
}

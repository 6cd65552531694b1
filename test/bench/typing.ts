/** A document as it is typed: what stands before a place, as completion sees it. */
import type { DraftContext } from '../../server/src/index/nextText';
import type { IndexedDocument } from '../../server/src/index/segment';

/** The draft's own earlier text is looked at in steps of this many units. */
const STEP = 256;
const LONGEST = 64;

/** The key of the paragraph up to a place, with the break before it. */
export function contextAt(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at - 1), at - LONGEST, 0);
  return text.slice(start, at);
}

/** What is known of the draft at a place. */
export function draftAt({ date, kind }: IndexedDocument, text: string, at: number): DraftContext {
  return { date: date ?? '', kind, earlier: text.slice(0, Math.floor(at / STEP) * STEP) };
}

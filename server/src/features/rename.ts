/** Renames a term throughout a draft. */
import type { Snapshot } from '../analysis/snapshot';
import { citedIn } from '../draft/citedText';
import type { Draft } from '../draft/draft';
import { isReadable } from '../draft/draft';
import { proseBlockAt } from '../draft/parseDraft';
import { type Span, spanAt } from '../text/span';

const SHORTEST = 2;
const LONGEST = 20;
/** A quotation that is hardly longer than the term is the term in quotation marks. */
const QUOTED = 4;

/** A place of the term; `cited`: within a title or quotation, where it may be somebody else's wording. */
export interface TermPlace extends Span {
  readonly cited: boolean;
}

/**
 * The term at `offset`: the wording the knowledge has there, else the stretch of the clause whose repetition makes most
 * of the draft (occurrences × length); undefined where there is neither. O(clause² × length of the draft) at worst, for
 * stretches of 2 to 20 code units.
 */
export function termAt(snapshot: Snapshot, draft: Draft, offset: number): Span | undefined {
  const block = proseBlockAt(draft, offset);
  if (!block) return undefined;
  const known = snapshot.knowledge.at(draft.text, offset);
  if (known && known.end - known.start <= LONGEST) return { start: known.start, end: known.end };
  const sentence = spanAt(block.sentences, offset);
  const clause = sentence && spanAt(sentence.clauses, offset);
  return clause && mostRepeated(draft.text, clause, offset);
}

/** Where the term of a span stands in the draft, ascending; code, comments and front matter are left out. O(length). */
export function termPlaces(draft: Draft, term: Span): TermPlace[] {
  const wording = draft.text.slice(term.start, term.end);
  if (wording === '') return [];
  const isCited = citedIn(draft, wording.length + QUOTED);
  const places: TermPlace[] = [];
  for (const block of draft.blocks) {
    if (!isReadable(block) && block.kind !== 'table') continue;
    for (let at = draft.text.indexOf(wording, block.start); at >= 0; at = draft.text.indexOf(wording, at)) {
      const place = { start: at, end: at + wording.length };
      if (place.end > block.end) break;
      places.push({ ...place, cited: isCited(place) && at !== term.start });
      at = place.end;
    }
  }
  return places;
}

function mostRepeated(text: string, clause: Span, offset: number): Span | undefined {
  let best: Span | undefined;
  let most = 0;
  for (let start = Math.max(clause.start, offset - LONGEST); start <= offset; start++) {
    for (let end = Math.max(start + SHORTEST, offset); end <= Math.min(clause.end, start + LONGEST); end++) {
      const stretch = text.slice(start, end);
      if (!/^[\p{Script=Han}\p{L}\p{N}]+$/u.test(stretch)) break;
      const count = text.split(stretch).length - 1;
      // What stands once only does so with everything longer.
      if (count < 2) break;
      const worth = count * (stretch.length - 1);
      if (worth > most) {
        most = worth;
        best = { start, end };
      }
    }
  }
  return best;
}

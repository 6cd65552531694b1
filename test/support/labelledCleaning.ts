/**
 * Texts with labels for cleaning: `⟦…⟧` must go, a line break after `⏎` must be joined, everything else must stay.
 * White space and the width of punctuation are no matter.
 */
import { cleanText } from '../../server/src/corpus/clean/cleanText';
import { isSpaceCode } from '../../server/src/corpus/clean/step';

export interface CleaningScore {
  /** UTF-16 code units of the text, white space left out, that were or should have been taken out. */
  readonly removed: { readonly right: number; readonly wrong: number; readonly missed: number };
  readonly joins: { readonly right: number; readonly wrong: number; readonly missed: number };
  /** What went wrong, for people: the text around each place. */
  readonly faults: readonly string[];
}

interface Labelled {
  readonly raw: string;
  readonly mustGo: ReadonlySet<number>;
  /** Offsets of line breaks that must be joined. */
  readonly mustJoin: ReadonlySet<number>;
}

function readLabels(labelled: string): Labelled {
  const mustGo = new Set<number>();
  const mustJoin = new Set<number>();
  let raw = '';
  let going = false;
  for (const unit of labelled.split('')) {
    if (unit === '⟦') going = true;
    else if (unit === '⟧') going = false;
    else if (unit === '⏎') mustJoin.add(raw.length);
    else {
      if (going) mustGo.add(raw.length);
      raw += unit;
    }
  }
  return { raw, mustGo, mustJoin };
}

/** Cleans a labelled text and compares. O(length × steps). */
export function scoreCleaning(labelled: string): CleaningScore {
  const { raw, mustGo, mustJoin } = readLabels(labelled);
  const { text, map } = cleanText(raw, { format: 'plain' });
  /** For each raw offset the clean offset that came from it. */
  const cleanAt = new Map<number, number>();
  for (let i = 0; i < text.length; i++) if (text[i] !== '\n') cleanAt.set(map.toOrigin(i), i);
  const removed = { right: 0, wrong: 0, missed: 0 };
  const joins = { right: 0, wrong: 0, missed: 0 };
  const faults: string[] = [];
  let last = -1;
  let inFault = '';
  const around = (at: number) => JSON.stringify(raw.slice(Math.max(0, at - 12), at + 12));
  for (let at = 0; at < raw.length; at++) {
    if (isSpaceCode(raw.charCodeAt(at))) continue;
    const goes = !cleanAt.has(at);
    const fault = goes === mustGo.has(at) ? '' : goes ? 'taken out' : 'left in';
    if (goes && mustGo.has(at)) removed.right++;
    if (fault === 'taken out') removed.wrong++;
    if (fault === 'left in') removed.missed++;
    if (fault !== '' && fault !== inFault) faults.push(`${fault}: ${around(at)}`);
    inFault = fault;
    if (goes || mustGo.has(at)) continue;
    if (last >= 0 && raw.slice(last, at).includes('\n')) {
      const joined = !text.slice(cleanAt.get(last), cleanAt.get(at)).includes('\n');
      const must = mustJoin.has(last + 1);
      if (joined && must) joins.right++;
      else if (joined) joins.wrong++;
      else if (must) joins.missed++;
      if (joined !== must) faults.push(`${joined ? 'joined' : 'left broken'}: ${around(at)}`);
    }
    last = at;
  }
  return { removed, joins, faults };
}

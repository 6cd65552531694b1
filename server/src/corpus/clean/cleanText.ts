/** From decoded text to clean text: the pipeline of cleaning steps, with the map back and a record of what went. */
import { composeMaps, OffsetMap } from '../../text/offsetMap';
import type { Removal } from '../document';
import { brokenLines } from './brokenLines';
import { furniture } from './furniture';
import { inlineHtml } from './inlineHtml';
import { invisible } from './invisible';
import { layout } from './layout';
import { licenceNote } from './licenceNote';
import { markdown } from './markdown';
import { pageMarkers } from './pageMarkers';
import { punctuation } from './punctuation';
import { referenceMarks } from './referenceMarks';
import { repeats } from './repeats';
import { runInTitle } from './runInTitle';
import { scrapedLinks } from './scrapedLinks';
import { spaces } from './spaces';
import type { CleaningStep } from './step';

/** Clean text with the map to the text it came from. Offsets in UTF-16 code units. */
export interface CleanedText {
  readonly text: string;
  readonly map: OffsetMap;
  /** In ascending order, as spans of the text cleaned. White space alone is not recorded. */
  readonly removed: readonly Removal[];
}

/**
 * The order matters: markup before lines are judged, pages before furniture (a page number may hold the only hint that
 * two lines are one sentence), furniture before lines are joined, joined lines before punctuation is paired.
 */
const plainSteps: readonly CleaningStep[] = [
  invisible,
  inlineHtml,
  scrapedLinks,
  pageMarkers,
  furniture,
  referenceMarks,
  runInTitle,
  repeats,
  brokenLines,
  licenceNote,
  spaces,
  punctuation,
  layout,
];
const stepsOf: Readonly<Record<CleaningOptions['format'], readonly CleaningStep[]>> = {
  plain: plainSteps,
  markdown: [invisible, inlineHtml, markdown, ...plainSteps.slice(3)],
  cleaned: [markdown, layout],
};

export interface CleaningOptions {
  /** `cleaned`: Markdown that was cleaned before (see `toMarkdown`); only its markup goes. */
  readonly format: 'plain' | 'markdown' | 'cleaned';
  /** Where the text begins, behind its front matter. */
  readonly from?: number;
}

/** Cleans a text. Never fails. O(length × steps). */
export function cleanText(text: string, { format, from = 0 }: CleaningOptions): CleanedText {
  let current = text.slice(from);
  let map = from === 0 ? OffsetMap.identity : new OffsetMap(Int32Array.of(0, from));
  const removed: Removal[] = from === 0 ? [] : [{ start: 0, end: from, step: 'front-matter' }];
  for (const step of stepsOf[format]) {
    const result = step.run(current);
    for (const span of result.removed) removed.push({ ...map.spanToOrigin(span.start, span.end), step: span.step });
    if (result.map !== OffsetMap.identity) {
      map = map === OffsetMap.identity ? result.map : composeMaps(result.map, result.text.length, map);
    }
    current = result.text;
  }
  return { text: current, map, removed: mergeAdjacent(removed) };
}

/** In ascending order, what one step took out in pieces side by side as one. */
function mergeAdjacent(removed: Removal[]): Removal[] {
  const merged: Removal[] = [];
  for (const removal of removed.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && last.step === removal.step && removal.start <= last.end) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, removal.end) };
    } else {
      merged.push(removal);
    }
  }
  return merged;
}

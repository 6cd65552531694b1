/** What simpler ways of completion would offer: the measure of ours. */
import type { Corpus } from '../../server/src/index/corpus';
import { StateQueue } from '../../server/src/index/stateQueue';
import { keyText } from '../../server/src/text/keyText';

const SHOWN = 5;
const MOST_LENGTH = 24;
const STEPS = 60;
const LEAST = 0.02;
const LONGEST = 16;

/** VS Code's own suggestions in a file of prose: the "words" of the document, which are its clauses, that begin with the one before the cursor. */
export function wordSuggestions(_corpus: Corpus, typed: string): string[] {
  const word = /[\p{Alphabetic}\p{N}]+$/u.exec(typed)?.[0] ?? '';
  if (word === '') return [];
  const words = new Set(typed.slice(0, typed.length - word.length).match(/[\p{Alphabetic}\p{N}]+/gu) ?? []);
  return [...words]
    .filter((other) => other.length > word.length && other.startsWith(word))
    .sort()
    .slice(0, SHOWN)
    .map((other) => other.slice(word.length));
}

/** The likeliest continuations by the two characters before, counted in the corpus. */
export function trigramSuggestions(corpus: Corpus, typed: string): string[] {
  return byCounts(corpus, typed, 2);
}

/** The likeliest continuations by the longest context that the corpus holds. */
export function longestContextSuggestions(corpus: Corpus, typed: string): string[] {
  return byCounts(corpus, typed, LONGEST);
}

/** Shares of counts multiplied, times what they save. */
function byCounts(corpus: Corpus, typed: string, longest: number): string[] {
  const { key } = keyText(typed.slice(-LONGEST * 2));
  const context = key.slice(key.lastIndexOf('\n') + 1);
  if (context === '') return [];
  const queue = new StateQueue<{ text: string; probability: number }>();
  queue.push({ text: '', probability: 1 });
  const found: { text: string; saving: number }[] = [];
  for (let step = 0; step < STEPS; step++) {
    const state = queue.pop();
    if (!state) break;
    if (state.text.length > 1) found.push({ text: state.text, saving: state.probability * (state.text.length - 1) });
    if (state.text.length === MOST_LENGTH) continue;
    for (const [unit, share] of nextShares(corpus, context + state.text, longest)) {
      const probability = state.probability * share;
      if (probability >= LEAST && unit > 32) queue.push({ text: state.text + String.fromCharCode(unit), probability });
    }
  }
  return found
    .sort((a, b) => b.saving - a.saving)
    .slice(0, SHOWN)
    .map(({ text }) => text);
}

function nextShares(corpus: Corpus, text: string, longest: number): Map<number, number> {
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const ranges = corpus.find(text.slice(-length));
    const total = ranges.reduce((sum, { low, high }) => sum + high - low, 0);
    if (total === 0) continue;
    const shares = new Map<number, number>();
    corpus.parts.forEach(({ segment }, part) => {
      for (const { unit, low, high } of segment.suffixes.branches(ranges[part]!, length)) {
        shares.set(unit, (shares.get(unit) ?? 0) + (high - low) / total);
      }
    });
    return shares;
  }
  return new Map();
}

/** Continuations that need no statistics: the rest of a known phrase, or of a passage she is writing word for word. */
import type { Snapshot } from '../analysis/snapshot';
import { isHan, isSeparator } from '../text/characters';
import { keyOf } from '../text/keyText';
import { citableFirst, sourceLine, sourcesOf } from './completion/provenance';
import type { TypedText } from './typedText';
import { endsPhrase } from './wordBoundaries';

export interface CertainContinuation {
  readonly text: string;
  readonly source: string;
}

/** So much of a formulation or term typed means it is wanted. In key characters. */
const TYPED_OF_PHRASE = 4;
const LONGEST_PREFIX = 16;
/** So many characters as a source has them, word for word, mean that she follows it. In key characters. */
const TYPED_OF_PASSAGE = 12;
const LOOKED_AT = 40;
const SHORTEST = 2;
const LONGEST = 24;
/** Enough of the clause to know where its last word begins. */
const WORDS_BEFORE = 8;

/** Undefined where nothing is certain: several phrases or several sources go on differently. */
export function certainContinuation(snapshot: Snapshot, typed: TypedText): CertainContinuation | undefined {
  return restOfPhrase(snapshot, typed) ?? restOfPassage(snapshot, typed);
}

/** The rest of the one formulation or term that the end of the clause begins. */
function restOfPhrase({ corpus, lexicon }: Snapshot, typed: TypedText): CertainContinuation | undefined {
  const clause = keyOf(typed.clause);
  for (let length = Math.min(LONGEST_PREFIX, clause.length); length >= TYPED_OF_PHRASE; length--) {
    const prefix = clause.slice(-length);
    // A year alone says nothing about what is planned for it.
    if (!isHan(prefix.charCodeAt(0))) continue;
    const phrases = lexicon.startingWith(prefix, LOOKED_AT).filter(({ origin }) => origin !== 'mined');
    const [first] = phrases;
    if (!first) continue;
    const text = first.key.slice(length);
    const isOnly = phrases.every(({ key }) => key.startsWith(text, length));
    const isPlain = first.text.endsWith(text);
    if (!isOnly || !isPlain || text.length < SHORTEST || text.length > LONGEST) return undefined;
    return { text, source: sourceLine(sourcesOf(corpus, first.key, LOOKED_AT)) };
  }
  return undefined;
}

/** The rest of the clause as every source goes on that has what was typed word for word. */
function restOfPassage({ corpus }: Snapshot, typed: TypedText): CertainContinuation | undefined {
  const context = typed.key.slice(-TYPED_OF_PASSAGE);
  if (context.length < TYPED_OF_PASSAGE) return undefined;
  const own = corpus.occurrences(context, LOOKED_AT);
  const sources = citableFirst(own.length > 0 ? own : corpus.occurrences(context, LOOKED_AT, true));
  const [first, ...others] = sources.map(({ document, start, end }) => {
    const span = document.cleanSpan({ start, end });
    return document.cleanText(span.end, span.end + LONGEST + 1);
  });
  if (first === undefined) return undefined;
  let length = 0;
  while (length < first.length && !isSeparator(first.charCodeAt(length))) length++;
  const text = first.slice(0, length);
  // Figures differ from one document to the next.
  if (/\d/.test(text)) return undefined;
  // A clause too long to see its end, or one that goes on differently elsewhere, is not certain.
  if (length < SHORTEST || length > LONGEST || others.some((other) => !other.startsWith(text))) return undefined;
  if (!endsPhrase(typed.clause.slice(-WORDS_BEFORE) + text, first.slice(length, length + 1))) return undefined;
  return { text, source: sourceLine(sources) };
}

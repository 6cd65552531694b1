/** Makes the phrase lexicon: from the knowledge at once, from the corpus after mining it. */
import type { Corpus } from '../index/corpus';
import type { LexiconPhrase, PhraseOrigin } from '../index/phraseLexicon';
import { defaultMiningLimits, type MinedPhrase, minePhrases } from '../index/phraseMining';
import type { Segment } from '../index/segment';
import type { KnowledgeData } from '../knowledge/knowledge';
import { isHan, isSeparator } from '../text/characters';
import { keyOf } from '../text/keyText';
import { syllables } from '../text/pinyin';

/** Enough to rank a phrase by its use; counting all documents of a common one would cost more than it tells. */
const COUNTED_OCCURRENCES = 400;

/** A shorter member of a fixed set is an ordinary word. */
const SHORTEST_MEMBER = 4;

/** Terms with their aliases and formulations with their members, each with its pinyin and how many sources use it. */
export function knowledgePhrases(data: KnowledgeData, corpus: Corpus, pinyin: boolean): LexiconPhrase[] {
  const phrases = new Map<string, LexiconPhrase>();
  const add = (text: string, origin: PhraseOrigin, entry: string, given?: string) => {
    const key = phraseKey(text);
    if (key.length < 2 || phrases.has(key)) return;
    const documents = new Set(corpus.occurrences(key, COUNTED_OCCURRENCES).map(({ document }) => document)).size;
    phrases.set(key, { text, key, origin, entry, syllables: pinyin ? syllables(text, given) : [], documents });
  };
  for (const { id, term, aliases, pinyin: given } of data.terms) {
    add(term, 'term', id, given);
    for (const alias of aliases ?? []) add(alias, 'term', id);
  }
  for (const { id, text, members, pinyin: given } of data.formulations) {
    add(text, 'formulation', id, given);
    for (const member of members ?? []) if (member.length >= SHORTEST_MEMBER) add(member, 'formulation', id);
  }
  return [...phrases.values()];
}

/** A mined phrase with the words around one of its occurrences, to be judged by the segmenter. */
export interface Candidate extends MinedPhrase {
  readonly before: string;
  readonly after: string;
  /** As it stands in the corpus, spaces and width included. */
  readonly text: string;
}

/** Candidates for phrases that the corpus repeats, best first; samples are left out. */
export function miningCandidates(segment: Segment): Candidate[] {
  return minePhrases(segment, defaultMiningLimits).map((phrase) => {
    const { low } = segment.suffixes.find(phrase.key);
    const start = segment.suffixes.suffixes[low]!;
    const end = start + phrase.key.length;
    const document = segment.documents[segment.documentIndexAt(start)]!;
    const { start: from, end: to } = document.cleanSpan({ start, end });
    return {
      ...phrase,
      before: neighbours(segment, start, -1),
      after: neighbours(segment, end, 1),
      text: document.cleanText(from, to),
    };
  });
}

/** Up to four Han characters on one side of a key offset. */
function neighbours(segment: Segment, offset: number, direction: 1 | -1): string {
  const { key } = segment.sections;
  let at = direction === 1 ? offset : offset - 1;
  let text = '';
  while (text.length < 4 && at >= 0 && at < key.length && isHan(key[at]!)) {
    const character = String.fromCharCode(key[at]!);
    text = direction === 1 ? text + character : character + text;
    at += direction;
  }
  return text;
}

/** Whether a segmentation of `before + key + after` has word boundaries at both ends of the phrase. */
export function standsFree(candidate: Candidate, words: readonly string[]): boolean {
  const start = candidate.before.length;
  const end = start + candidate.key.length;
  let offset = 0;
  let startFree = start === 0;
  let endFree = false;
  for (const word of words) {
    offset += word.length;
    if (offset === start) startFree = true;
    if (offset === end) endFree = true;
  }
  return startFree && endFree;
}

/** Candidates as phrases of the lexicon; those the knowledge has already are left out. */
export function minedPhrases(
  candidates: readonly Candidate[],
  known: readonly LexiconPhrase[],
  pinyin: boolean,
): LexiconPhrase[] {
  const knownKeys = new Set(known.map(({ key }) => key));
  return candidates.flatMap(({ text, documents }) => {
    const bare = text.replace(WHOLLY_QUOTED, '$1');
    const key = phraseKey(bare);
    if (knownKeys.has(key)) return [];
    return [{ text: bare, key, origin: 'mined', syllables: pinyin ? syllables(bare) : [], documents }];
  });
}

/** In quotation marks as a whole, which she types or not as her sentence asks. */
const WHOLLY_QUOTED = /^[“"]([^“”"]*)[”"]$/;

/** The key of a phrase without marks around it: what she types to begin it. */
export function phraseKey(text: string): string {
  const key = keyOf(text);
  let start = 0;
  let end = key.length;
  while (start < end && isSeparator(key.charCodeAt(start))) start++;
  while (end > start && isSeparator(key.charCodeAt(end - 1)) && key[end - 1] !== '”') end--;
  return key.slice(start, end);
}

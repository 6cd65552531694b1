/** Makes the phrase lexicon: from the knowledge at once, from the corpus after mining it. */
import type { Corpus } from '../index/corpus';
import type { LexiconPhrase, PhraseOrigin } from '../index/phraseLexicon';
import type { KnowledgeData } from '../knowledge/knowledge';
import { isSeparator } from '../text/characters';
import { keyOf } from '../text/keyText';
import { syllables } from '../text/pinyin';
import type { Candidate } from './phraseCandidates';

/** Enough to rank a phrase by its use; counting all documents of a common one would cost more than it tells. */
const COUNTED_OCCURRENCES = 400;

/** A shorter member of a fixed set is an ordinary word. */
const SHORTEST_MEMBER = 4;

type NamedPhrase = Omit<LexiconPhrase, 'documents'>;

/** The pinyin of phrases by their text, syllables separated by spaces. */
export type PinyinTable = Readonly<Record<string, string>>;

/** With pinyin and without. */
const named = new WeakMap<KnowledgeData, Map<boolean, readonly NamedPhrase[]>>();

/**
 * Terms with their aliases, formulations with their members, each with its pinyin, and sayings, which are long, without;
 * and how many sources use each. The pinyin of one knowledge is worked out once.
 * @param known pinyin that needs no working out
 */
export function knowledgePhrases(
  data: KnowledgeData,
  corpus: Corpus,
  pinyin: boolean,
  known: PinyinTable = {},
): LexiconPhrase[] {
  const made = named.get(data) ?? new Map<boolean, readonly NamedPhrase[]>();
  const phrases = made.get(pinyin) ?? namedPhrases(data, pinyin, known);
  named.set(data, made.set(pinyin, phrases));
  return phrases.map((phrase) => {
    const occurrences = corpus.occurrences(phrase.key, COUNTED_OCCURRENCES);
    return { ...phrase, documents: new Set(occurrences.map(({ document }) => document)).size };
  });
}

/** The pinyin of the phrases of a knowledge, to be kept beside it. */
export function pinyinTable(data: KnowledgeData): PinyinTable {
  return Object.fromEntries(
    namedPhrases(data, true, {}).flatMap(({ text, syllables }) =>
      syllables.length > 0 ? [[text, syllables.join(' ')]] : [],
    ),
  );
}

function namedPhrases(data: KnowledgeData, pinyin: boolean, known: PinyinTable): NamedPhrase[] {
  const phrases = new Map<string, NamedPhrase>();
  const add = (text: string, origin: PhraseOrigin, entry: string, given?: string) => {
    const key = phraseKey(text);
    if (key.length < 2 || phrases.has(key)) return;
    const spelled = given ?? (Object.hasOwn(known, text) ? known[text] : undefined);
    phrases.set(key, { text, key, origin, entry, syllables: pinyin ? syllables(text, spelled) : [] });
  };
  for (const { id, term, aliases, pinyin: given } of data.terms) {
    add(term, 'term', id, given);
    for (const alias of aliases ?? []) add(alias, 'term', id);
  }
  for (const { id, text, members, pinyin: given } of data.formulations) {
    add(text, 'formulation', id, given);
    for (const member of members ?? []) if (member.length >= SHORTEST_MEMBER) add(member, 'formulation', id);
  }
  for (const { id, keyPhrase } of data.quotes) {
    const key = phraseKey(keyPhrase);
    if (!phrases.has(key)) phrases.set(key, { text: keyPhrase, key, origin: 'saying', entry: id, syllables: [] });
  }
  return [...phrases.values()];
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

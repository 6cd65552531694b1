/** Completion items for known phrases: by the characters they begin with, or by their pinyin. */
import * as l10n from '@vscode/l10n';
import { originOf } from '../../analysis/sayingNames';
import type { Snapshot } from '../../analysis/snapshot';
import { worthOfLength } from '../../index/continuationChoice';
import type { LexiconPhrase } from '../../index/phraseLexicon';
import { keyOf } from '../../text/keyText';
import type { TypedText } from '../typedText';
import type { CompletionConfig, CompletionItem, CompletionKind } from './completionItem';
import { isOutOfDate } from './currency';
import { sourceLine, sourcesOf } from './provenance';

const LONGEST_PREFIX = 12;
const SHORTEST_PREFIX = 2;
/** A saying begins a clause, and so much of it tells that it is meant. */
const SHORTEST_SAYING = 3;
const LOOKED_AT = 12;
const SHOWN_SOURCES = 50;

const KIND: Readonly<Record<LexiconPhrase['origin'], CompletionKind>> = {
  term: 'term',
  formulation: 'formulation',
  saying: 'formulation',
  mined: 'phrase',
};

const KNOWLEDGE = { term: 'terms', formulation: 'formulations', saying: 'quotes', mined: 'formulations' } as const;

/** A known phrase whose beginning is typed, on the scale of a continuation. */
export interface PhraseCandidate {
  readonly phrase: LexiconPhrase;
  /** What is still to come, as key. */
  readonly key: string;
  /** What is still to come, in the wording of the phrase. */
  readonly added: string;
  readonly probability: number;
}

/** However rare in the corpus, a phrase she has typed a good part of may be meant: less so where the corpus knows better. */
const MOST_WITHOUT_CORPUS = { telling: 0.05, small: 0.4 };

/** In a small corpus, which says little, the only phrase of the knowledge base that begins with so many characters is what is meant about so often. */
const SOLE = { typed: 6, probability: 0.65 };

/** A phrase less likely than this is not worth a place in the list. */
const LEAST = 0.001;

/** Phrases that begin with the end of the clause, of the longest such end; `probabilityOf` says how likely a key is to follow, where it is at least so likely. */
export function phraseCandidates(
  snapshot: Snapshot,
  typed: TypedText,
  probabilityOf: (key: string, least: number) => number,
): PhraseCandidate[] {
  const clause = keyOf(typed.clause);
  for (let length = Math.min(LONGEST_PREFIX, clause.length); length >= SHORTEST_PREFIX; length--) {
    const prefix = clause.slice(-length);
    const phrases = snapshot.lexicon
      .startingWith(prefix, LOOKED_AT)
      .filter(({ origin }) => origin !== 'saying' || (length === clause.length && length >= SHORTEST_SAYING));
    if (phrases.length === 0) continue;
    const isSole = phrases.filter(({ origin }) => origin !== 'mined').length === 1;
    return phrases.map((phrase) => {
      const added = restOf(phrase, prefix);
      const key = phrase.key.slice(length);
      const floor = phrase.origin === 'mined' ? 0 : withoutCorpus(snapshot, phrase, length, isSole);
      const probability = Math.max(floor, probabilityOf(key, Math.max(floor, LEAST)));
      return { phrase, key, added, probability };
    });
  }
  return [];
}

/** How likely a phrase is meant by its first `typed` characters, whatever the corpus says. */
function withoutCorpus({ corpus }: Snapshot, { key }: LexiconPhrase, typed: number, isSole: boolean): number {
  if (isSole && typed >= SOLE.typed && !corpus.isTelling) return SOLE.probability;
  return MOST_WITHOUT_CORPUS[corpus.isTelling ? 'telling' : 'small'] * (typed / key.length) ** 2;
}

export function phraseItem(
  snapshot: Snapshot,
  { phrase, key, added, probability }: PhraseCandidate,
  tail: string,
): CompletionItem {
  const text = tail + added;
  return {
    ...described(snapshot, phrase),
    insert: text,
    label: text,
    filter: text,
    added,
    score: probability * worthOfLength(key.length),
  };
}

/** Phrases whose pinyin the letters before the cursor spell. */
export function pinyinItems(snapshot: Snapshot, typed: TypedText, config: CompletionConfig): CompletionItem[] {
  if (typed.letters.length < SHORTEST_PREFIX) return [];
  const phrases = snapshot.lexicon
    .spelled(typed.letters, config.maxItems * 2)
    .filter((phrase) => !isOutOfDate(snapshot, '', phrase.text, config.date));
  return phrases.map((phrase, rank) => ({
    ...described(snapshot, phrase),
    insert: phrase.text,
    label: phrase.text,
    filter: filterForms(typed.letters, phrase),
    added: phrase.text,
    score: 100 - rank,
  }));
}

/** What VS Code compares letters typed from here on with: what is typed already, then every way to go on. */
function filterForms(letters: string, phrase: LexiconPhrase): string {
  const initials = phrase.syllables.map((syllable) => syllable[0]).join('');
  const full = phrase.syllables.join('');
  const forms = [initials, full].filter((form) => form.startsWith(letters));
  return forms.length > 0 ? forms.join(' ') : letters;
}

/** The phrase after its typed beginning, in its own wording. */
function restOf(phrase: LexiconPhrase, prefix: string): string {
  let folded = 0;
  let at = 0;
  const keyStart = keyOf(phrase.text).indexOf(phrase.key);
  while (at < phrase.text.length && folded < keyStart + prefix.length) folded += keyOf(phrase.text[at++]!).length;
  return phrase.text.slice(at);
}

function described(snapshot: Snapshot, phrase: LexiconPhrase): Pick<CompletionItem, 'kind' | 'source' | 'data'> {
  const kind = KNOWLEDGE[phrase.origin];
  const entry = phrase.entry === undefined ? undefined : snapshot.knowledge.get(kind, phrase.entry);
  const issued = entry?.sources[0];
  const used = sourcesOf(snapshot.corpus, phrase.key, SHOWN_SOURCES).filter(({ document }) => !document.isSample);
  const origin = entry && 'keyPhrase' in entry && entry.work !== undefined ? originOf(entry) : '';
  const issuer = issued ? l10n.t('{0} {1}', issued.title, issued.date) : '';
  const source = origin || (used.length > 0 ? sourceLine(used) : issuer);
  return {
    kind: KIND[phrase.origin],
    source,
    data: { key: phrase.key, ...(entry && { entry: { kind, id: entry.id } }) },
  };
}

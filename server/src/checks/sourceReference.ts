/** A passage of the corpus as a finding shows it: its title, its date, its words and its place. */
import * as l10n from '@vscode/l10n';
import type { Finding, Related } from '../analysis/finding';
import type { Corpus, Passage } from '../index/corpus';
import type { IndexedDocument } from '../index/segment';
import { asTitle } from './timing';

/** 《title》 with its date where it is known, in the brackets of a message. */
export function nameSource({ title, date }: IndexedDocument): string {
  return date === undefined ? asTitle(title) : l10n.t('{0}, {1}', asTitle(title), date);
}

/** The reference to a source as it is written into a draft. */
export function writeSource({ title, date }: IndexedDocument): string {
  return date === undefined ? `（${asTitle(title)}）` : `（${asTitle(title)}，${date}）`;
}

/** Longer passages are read in the source. In UTF-16 code units. */
const LONGEST_COMPARED = 10_000;

/** The passage with all its words, to be compared with the draft's; nothing where it is too long. */
export function comparedSource(corpus: Corpus, passage: Passage): Pick<Finding, 'source'> {
  const { document, start, end } = passage;
  if (end - start > LONGEST_COMPARED) return {};
  const { title, date } = document;
  const text = document.cleanText(start, end);
  return { source: { title, ...(date && { date }), text, location: corpus.location(passage) } };
}

const LONGEST_EXCERPT = 120;

/** The passage with its words, shortened in the middle where they are many. */
export function relatedPassage(corpus: Corpus, passage: Passage): Related {
  const words = passage.document.cleanText(passage.start, passage.end).replace(/\s*\n\s*/g, ' ');
  const excerpt =
    words.length <= LONGEST_EXCERPT
      ? words
      : `${words.slice(0, LONGEST_EXCERPT / 2)}……${words.slice(words.length - LONGEST_EXCERPT / 2)}`;
  return {
    message: l10n.t('{0}: “{1}”', nameSource(passage.document), excerpt),
    location: corpus.location(passage),
  };
}

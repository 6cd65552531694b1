/** Where a sentence of a draft comes from: the passages of the sources that are closest to it. */
import * as l10n from '@vscode/l10n';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import { proseBlockAt } from '../draft/parseDraft';
import { type ClosestSource, closestSources } from '../index/closestSource';
import type { Corpus } from '../index/corpus';
import { letterText } from '../index/letterText';
import { type Span, spanAt } from '../text/span';
import { escapeMarkdown, locationLink } from './markdown';

/** A sentence with its closest passages; there is at least one. */
export interface SourcedSentence extends Span {
  readonly sources: readonly [ClosestSource, ...ClosestSource[]];
}

/** A longer sentence is looked up in stretches that end with a clause where they can. In UTF-16 code units. */
const LONGEST_STRETCH = 300;
const LONGEST_EXCERPT = 120;
const MOST_SOURCES = 5;

/** What is looked up at once: sentences, and stretches of very long ones; ascending. */
export function* stretchesOf(sentences: readonly (Span & { readonly clauses: readonly Span[] })[]): Generator<Span> {
  for (const { start, end, clauses } of sentences) {
    let from = start;
    for (let at = 0; end - from > LONGEST_STRETCH; ) {
      while (at < clauses.length && clauses[at]!.end <= from + LONGEST_STRETCH) at++;
      const cut = clauses[at - 1]?.end ?? 0;
      const to = cut > from ? cut : from + LONGEST_STRETCH;
      yield { start: from, end: to };
      from = to;
    }
    if (from < end) yield { start: from, end };
  }
}

/** The closest sources of a stretch; undefined where none is close. `path` is the draft's own: it is no source of itself. */
export function sourcesOfStretch(
  { corpus }: Snapshot,
  draft: Draft,
  { start, end }: Span,
  path?: string,
): SourcedSentence | undefined {
  const [first, ...others] = closestSources(corpus, draft.text.slice(start, end), MOST_SOURCES, path);
  return first && { start, end, sources: [first, ...others] };
}

/** The sentence at `offset` with its closest sources; undefined outside prose and where none is close. */
export function sourcesAt(
  snapshot: Snapshot,
  draft: Draft,
  offset: number,
  path?: string,
): SourcedSentence | undefined {
  const block = proseBlockAt(draft, offset);
  const sentence = block && spanAt(block.sentences, offset);
  const stretch = sentence && [...stretchesOf([sentence])].find(({ end }) => offset <= end);
  return stretch && sourcesOfStretch(snapshot, draft, stretch, path);
}

/** A stretch from its first letter to its last, as passages of sources are. */
export function lettersOf({ text }: Draft, { start, end }: Span): Span {
  const { at } = letterText(text.slice(start, end));
  return at.length === 0 ? { start, end } : { start: start + at[0]!, end: start + at.at(-1)! + 1 };
}

/** Title, date and how close it is, with a link to the passage; on one line. */
export function closestSourceLine(corpus: Corpus, { sources: [first] }: SourcedSentence): string {
  const share =
    first.share === 1 ? l10n.t('word for word') : l10n.t('{0} % of the words', Math.floor(first.share * 100));
  return `${l10n.t('Closest source of this sentence:')} ${sourceLink(corpus, first)} · ${share}`;
}

/** The card of a sentence: its closest source, the words there, and other documents that have them. */
export function sourceCard(corpus: Corpus, sentence: SourcedSentence): string {
  const [first, ...others] = sentence.sources;
  const words = first.document.cleanText(first.start, first.end).replace(/\s*\n\s*/g, '');
  const excerpt = words.length > LONGEST_EXCERPT ? `${words.slice(0, LONGEST_EXCERPT - 1)}…` : words;
  const sections = [closestSourceLine(corpus, sentence), `> ${escapeMarkdown(excerpt)}`];
  if (others.length > 0) {
    sections.push(l10n.t('Also in: {0}', others.map((other) => sourceLink(corpus, other)).join('、')));
  }
  return sections.join('\n\n');
}

function sourceLink(corpus: Corpus, source: ClosestSource): string {
  const { title, date } = source.document;
  return `${locationLink(title, corpus.location(source))}${date ? ` ${date}` : ''}`;
}

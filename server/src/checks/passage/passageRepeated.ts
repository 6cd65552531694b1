/** Finds passages that repeat an earlier passage of the same draft, or a passage of another draft of the workspace. */
import * as l10n from '@vscode/l10n';
import type { Finding, Related } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import type { Corpus } from '../../index/corpus';
import { letterText } from '../../index/letterText';
import { ownRepeats } from '../../index/ownRepeats';
import type { ReuseSearch } from '../../index/reusedText';
import type { IndexedDocument } from '../../index/segment';
import { type ReusedPassage, textReuse } from '../../index/textReuse';
import { positionAt } from '../../text/location';
import { overlaps, type Span } from '../../text/span';
import { titleLine } from '../../text/titleLine';
import type { Check, CheckConfig } from '../check';
import { comparedSource } from '../sourceReference';
import { notOwnWords, setPhrases } from './notOwnWords';

/** Below this two passages of one draft are parallel sentences (过去五年，我们…), not a repetition. */
const LEAST_SIMILARITY = 0.8;
/** Shares of the longer draft, and of the shorter. */
const SHARED_BY_VERSIONS = 0.5;
const SHARED_UNDER_ONE_TITLE = 0.3;
/** Shorter shared text is a passage, not a draft. In UTF-16 code units. */
const SHORTEST_VERSION = 300;
/** A shorter title (讲话稿) is no name. In letters. */
const SHORTEST_TITLE = 6;

/**
 * Within a draft the later of two like passages is the one to rewrite; between two drafts each is told of the other.
 * What many documents of the corpus share may recur.
 */
export const passageRepeated: Check = {
  code: 'passage.repeated',
  severity: 'information',
  run: (snapshot: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const search: ReuseSearch = {
      minLength: config.duplicateMinLength,
      formulaicLimit: config.duplicateFormulaicLimit,
      excluded: notOwnWords(draft),
      formulas: setPhrases(snapshot.knowledge, draft),
    };
    const within = repeatsWithin(snapshot.corpus, draft, search, config.path);
    const found = [
      ...(within.length > 0 && isSource(snapshot.corpus, draft, search, config.path) ? [] : within),
      ...repeatsOfSiblings(snapshot, draft, search, config),
    ];
    // Told twice here and once there is one passage to look at.
    return found.filter((one, i) => !found.some((other, j) => j < i && overlaps(one, other)));
  },
};

function repeatsWithin(corpus: Corpus, draft: Draft, search: ReuseSearch, path: string | undefined): Finding[] {
  return ownRepeats(draft.text, search, corpus)
    .filter(({ similarity }) => similarity >= LEAST_SIMILARITY)
    .map(({ start, end, source, similarity }) => ({
      code: 'passage.repeated',
      start,
      end,
      message: l10n.t(
        'This passage repeats line {0} of the draft: {1} % of the words are the same.',
        positionAt(draft.lineStarts, source.start).line + 1,
        Math.min(100, Math.round(similarity * 100)),
      ),
      related: relatedPlace(draft, source, path),
      fixes: [],
    }));
}

/** A document of the corpus repeats itself as its author did: that it is one is told once, by passage.duplicate. */
function isSource(corpus: Corpus, { text }: Draft, search: ReuseSearch, path: string | undefined): boolean {
  if (path !== undefined && corpus.documentAt(path)) return true;
  return textReuse(corpus, text, search).document !== undefined;
}

/** Passages of other drafts; those of an earlier or later state of this one are no repetition. */
function repeatsOfSiblings(
  { corpus, drafts }: Snapshot,
  draft: Draft,
  search: ReuseSearch,
  { path, duplicateFormulaicLimit }: CheckConfig,
): Finding[] {
  if (!drafts || drafts.documents.length === 0) return [];
  const { passages } = textReuse(drafts, draft.text, {
    ...search,
    formulaicIn: corpus,
    ...(path !== undefined && { exceptPath: path }),
  });
  const versions = versionsOf(draft, passages);
  return passages
    .map((passage) => ({ ...passage, holders: [passage.source, ...passage.others] }))
    .map((passage) => ({ ...passage, holder: passage.holders.find(({ document }) => !versions.has(document)) }))
    .flatMap(({ start, end, similarity, holders, holder }) => {
      // What so many drafts share is a set phrase of this writer, and what a source holds is told by passage.duplicate.
      const isFormulaic = holders.length >= duplicateFormulaicLimit;
      if (
        !holder ||
        isFormulaic ||
        similarity < LEAST_SIMILARITY ||
        isBorrowed(corpus, draft, { start, end }, search)
      ) {
        return [];
      }
      const location = drafts.location(holder);
      return [
        {
          code: 'passage.repeated' as const,
          start,
          end,
          message: l10n.t(
            'This passage repeats line {0} of another draft, {1}: {2} % of the words are the same.',
            location.start.line + 1,
            nameOf(holder.document.path),
            Math.min(100, Math.round(similarity * 100)),
          ),
          related: [{ message: l10n.t('The passage in {0}', nameOf(holder.document.path)), location }],
          ...comparedSource(drafts, holder),
          fixes: [],
        },
      ];
    });
}

/** Drafts that are this one in another state: they share half of both, or the title and a third of either. */
function versionsOf(draft: Draft, passages: readonly ReusedPassage[]): Set<IndexedDocument> {
  const shared = new Map<IndexedDocument, number>();
  for (const { start, end, source, others } of passages) {
    for (const { document } of [source, ...others]) shared.set(document, (shared.get(document) ?? 0) + end - start);
  }
  const title = letterText(titleLine(draft.text)).letters;
  const isVersion = (document: IndexedDocument, length: number): boolean => {
    const [most, least] = [draft.text.length, document.length].sort((a, b) => b - a) as [number, number];
    if (length >= Math.max(SHORTEST_VERSION, SHARED_BY_VERSIONS * most)) return true;
    const isNamed = title.length >= SHORTEST_TITLE && title === letterText(document.title).letters;
    return isNamed && length >= SHARED_UNDER_ONE_TITLE * least;
  };
  return new Set([...shared].flatMap(([document, length]) => (isVersion(document, length) ? [document] : [])));
}

/** Whether the corpus holds most of a passage. */
function isBorrowed(corpus: Corpus, { text }: Draft, { start, end }: Span, search: ReuseSearch): boolean {
  const { minLength, formulaicLimit } = search;
  const { passages } = textReuse(corpus, text.slice(start, end), { minLength, formulaicLimit });
  const held = passages.reduce((sum, passage) => sum + passage.end - passage.start, 0);
  return held > (end - start) / 2;
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function relatedPlace(draft: Draft, { start, end }: Span, path: string | undefined): Related[] {
  if (path === undefined) return [];
  const location = { path, start: positionAt(draft.lineStarts, start), end: positionAt(draft.lineStarts, end) };
  return [{ message: l10n.t('The earlier passage'), location }];
}

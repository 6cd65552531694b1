/** Holds a figure against the document of the corpus that its sentence cites: 《…规划》提出，到2030年…达到3.5%. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import { parseDraft } from '../../draft/parseDraft';
import { type SentencePlace, sentencePlaces } from '../../draft/sentencePlace';
import type { Corpus } from '../../index/corpus';
import type { IndexedDocument } from '../../index/segment';
import type { Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Quantity } from '../../text/quantities';
import type { Span } from '../../text/span';
import { figureAfter, firstOfEach } from '../figure/indicatorFigures';
import { documentTitled } from '../reference/titledDocuments';
import { nameSource, relatedPassage } from '../sourceReference';

/** A longer document is not read through for one citation. In UTF-16 code units. */
const LONGEST_DOCUMENT = 200_000;

/** The finding where the one document cited before the figure gives this indicator one other figure for the year. */
export function otherThanCited(
  corpus: Corpus,
  knowledge: Knowledge,
  place: SentencePlace,
  match: WordingMatch<'targets'>,
  figure: Quantity,
): Finding | undefined {
  const year = yearBefore(place, match);
  const document = year === undefined ? undefined : citedDocument(corpus, place, match);
  if (!document) return undefined;
  const stated = statementsOf(document, knowledge).filter(
    (statement) =>
      statement.indicator === match.entry.indicator && statement.year === year && statement.figure.unit === figure.unit,
  );
  const first = stated[0];
  // A document may give an indicator more than one figure: of the country and of the place. Then nothing is certain.
  if (!first || stated.some((statement) => statement.figure.value !== first.figure.value)) return undefined;
  if (first.figure.value === figure.value) return undefined;
  const words = document.cleanText(first.figure.start, first.figure.end);
  return {
    code: 'target.figure',
    start: figure.start,
    end: figure.end,
    message: l10n.t('{0} gives {1} here.', nameSource(document), words),
    related: [relatedPassage(corpus, { document, start: first.sentence.start, end: first.sentence.end })],
    fixes: [
      {
        title: l10n.t('Write “{0}”', words),
        edits: [{ start: figure.start, end: figure.end, newText: words }],
        preferred: false,
      },
    ],
  };
}

/** The last year named before an indicator in its sentence. */
function yearBefore({ dates }: SentencePlace, match: Span): string | undefined {
  const date = dates.filter(({ end }) => end <= match.start).at(-1);
  return date && date.form !== 'relative' && date.role !== 'since' ? date.to.slice(0, 4) : undefined;
}

/** The one document of the corpus with the title that the sentence names last before `match`. */
function citedDocument(corpus: Corpus, { draft, sentence }: SentencePlace, match: Span): IndexedDocument | undefined {
  const title = draft.titles.filter(({ start, end }) => start >= sentence.start && end <= match.start).at(-1);
  return title && documentTitled(corpus, draft.text.slice(title.start, title.end));
}

/** What a document says an indicator is to be in a year. Offsets in its clean text. */
interface Statement {
  readonly indicator: string;
  readonly year: string;
  readonly figure: Quantity;
  readonly sentence: Span;
}

const statements = new WeakMap<
  IndexedDocument,
  { readonly knowledge: Knowledge; readonly found: readonly Statement[] }
>();

/** Read once for a document and a knowledge base. O(length of the document). */
function statementsOf(document: IndexedDocument, knowledge: Knowledge): readonly Statement[] {
  const known = statements.get(document);
  if (known?.knowledge === knowledge) return known.found;
  const found = document.length > LONGEST_DOCUMENT ? [] : readStatements(document, knowledge);
  statements.set(document, { knowledge, found });
  return found;
}

function readStatements(document: IndexedDocument, knowledge: Knowledge): Statement[] {
  const draft = parseDraft(`file://${document.path}`, document.cleanText());
  return sentencePlaces(draft, document.date ?? '').flatMap((place) => {
    const matches = knowledge
      .find(draft.text, place.sentence, ['targets'])
      .filter(({ role }) => role === 'name' || role === 'alias');
    return firstOfEach(matches).flatMap((match) => {
      const figure = figureAfter(place, match, matches);
      const year = yearBefore(place, match);
      if (!figure || year === undefined) return [];
      return [{ indicator: match.entry.indicator, year, figure, sentence: place.sentence }];
    });
  });
}

/** Finds the right words under a wrong date: a quotation whose source dates the saying otherwise. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../analysis/finding';
import type { Draft } from '../draft/draft';
import type { Corpus, Passage } from '../index/corpus';
import { letterText } from '../index/letterText';
import { exactSources } from '../index/quotationSource';
import type { Span } from '../text/span';
import type { QuotedSpeech } from './quotedSpeech';
import { nameSource, relatedPassage } from './sourceReference';

/** Shorter words are said on many occasions. In letters. */
const SHORTEST = 15;
const MOST_SOURCES = 5;
const DATE = /(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?(至)?/;

/**
 * Only where every source that holds the words dates the saying, in the line that signs it or before it in its
 * paragraph, and none dates it as the draft does.
 */
export function misdated(
  corpus: Corpus,
  draft: Draft,
  speech: QuotedSpeech,
  piece: Span,
  exceptPath: string | undefined,
): Finding | undefined {
  const stated = DATE.exec(speech.attribution);
  const words = draft.text.slice(piece.start, piece.end);
  if (!stated || letterText(words).letters.length < SHORTEST) return undefined;
  const sources = exactSources(corpus, words, MOST_SOURCES + 1, exceptPath);
  if (sources.length === 0 || sources.length > MOST_SOURCES) return undefined;
  const dates = sources.map((source) => DATE.exec(signatureOf(corpus, source)));
  if (dates.some((date) => date === null || agree(date, stated))) return undefined;
  const source = sources[0]!;
  const date = dates[0]![0].replace(/至$/, '');
  const span = placeOf(draft, speech, stated[0].replace(/至$/, ''));
  return {
    code: 'quote.mismatch',
    ...span,
    message: l10n.t('The source of this quotation ({0}) dates it {1}.', nameSource(source.document), date),
    severity: 'warning',
    related: [relatedPassage(corpus, source)],
    fixes: [{ title: l10n.t('Write “{0}”', date), edits: [{ ...span, newText: date }], preferred: false }],
  };
}

function agree(source: RegExpExecArray, stated: RegExpExecArray): boolean {
  if (source[1] !== stated[1] || Number(source[2]) !== Number(stated[2])) return false;
  const days = [source[3], stated[3]];
  // A range of days holds days of its own.
  return (
    days.includes(undefined) ||
    source[4] !== undefined ||
    stated[4] !== undefined ||
    Number(days[0]) === Number(days[1])
  );
}

const LONGEST_SIGNATURE = 120;

/** The line that signs the passage, else the words before it in its paragraph. */
function signatureOf(corpus: Corpus, { document, start, end }: Passage): string {
  const after = document.cleanText(end, end + LONGEST_SIGNATURE);
  const signature = /^[^\n]{0,4}\n+\s*[—─-]{1,2}([^\n]*)/.exec(after)?.[1];
  if (signature !== undefined) return signature;
  const paragraph = corpus.paragraphAround(document, start);
  const before = document.cleanText(Math.max(paragraph.start, start - LONGEST_SIGNATURE), start);
  return before.slice(before.search(/[。！？][^。！？]*$/) + 1);
}

/** Where the draft states the date: in the words before the quotation or the line after it. */
function placeOf({ text }: Draft, speech: QuotedSpeech, date: string): Span {
  const at = text.indexOf(speech.attribution, Math.max(0, speech.start - speech.attribution.length - 2));
  const start = at + speech.attribution.indexOf(date);
  return { start, end: start + date.length };
}

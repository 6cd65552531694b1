/** Finds quotations that differ from their source in a few characters. */
import * as l10n from '@vscode/l10n';
import type { Finding, Fix, Severity } from '../analysis/finding';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import type { Corpus } from '../index/corpus';
import { letterText } from '../index/letterText';
import { exactSources, type QuotationSource, quotationSource } from '../index/quotationSource';
import type { Span } from '../text/span';
import type { Check, CheckConfig } from './check';
import { misdated } from './occasionMismatch';
import { misquotedPhrase } from './phraseMismatch';
import { type QuotedSpeech, quotedSpeech } from './quotedSpeech';
import { nameSource, relatedPassage, writeSource } from './sourceReference';
import { describeDifferences, wordingEdits } from './sourceWording';

/**
 * Only words that somebody is said to have said or written are held against the sources. What any source holds
 * exactly is right, whoever else said it otherwise; what no source comes close to is unknown and silent here.
 */
export const quoteMismatch: Check = {
  code: 'quote.mismatch',
  severity: 'error',
  run: ({ corpus, knowledge }: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const findings: Finding[] = [];
    for (const speech of quotedSpeech(draft)) {
      for (const piece of speech.pieces) {
        const finding =
          misquoted(corpus, draft, speech, piece, config.path) ??
          misquotedPhrase({ corpus, knowledge }, draft, speech, piece, config.path) ??
          misdated(corpus, draft, speech, piece, config.path);
        if (finding) findings.push(finding);
      }
    }
    return findings;
  },
};

/** The finding for one piece of a quotation, undefined where it is right or unknown. */
function misquoted(
  corpus: Corpus,
  draft: Draft,
  speech: QuotedSpeech,
  piece: Span,
  exceptPath: string | undefined,
): Finding | undefined {
  const words = draft.text.slice(piece.start, piece.end);
  const length = letterText(words).letters.length;
  const source = quotationSource(corpus, words, { maxDistance: mostEdits(length), exceptPath });
  if (!source || source.distance === 0) return undefined;
  const severity = certainty(corpus, words, source, { attributed: speech.attributed, exceptPath });
  if (severity === undefined) return undefined;
  const { document } = source.passage;
  const difference = describeDifferences(draft.text, piece.start, source);
  return {
    code: 'quote.mismatch',
    start: piece.start,
    end: piece.end,
    message: l10n.t('The quotation differs from its source ({0}): {1}.', nameSource(document), difference),
    related: [relatedPassage(corpus, source.passage)],
    fixes: fixes(draft, speech, piece, source),
    ...(severity !== 'error' && { severity }),
  };
}

/** Edits beyond which nothing is looked at, by letters of the quotation: a clause may be missing. */
export function mostEdits(length: number): number {
  return Math.max(3, Math.min(40, Math.floor(length * 0.3)));
}

/** What missing words weigh at most: one slip, however long. In letters. */
const HEAVIEST_OMISSION = 3;

/** The letters that differ, with a stretch of missing words counted as one slip. */
function slips({ differences }: QuotationSource): number {
  return differences.reduce((sum, { quoted, source }) => {
    const wrong = quoted.end - quoted.start;
    const right = source.end - source.start;
    return sum + (wrong === 0 ? Math.min(HEAVIEST_OMISSION, right) : Math.max(wrong, right));
  }, 0);
}

/**
 * How certain it is that the words are meant to be the source's: `undefined` where they may as well be another
 * sentence. Speakers vary their own sentences, so the shorter the words, the fewer may differ; and where the words
 * about a difference stand elsewhere in the corpus just as they are quoted, they may well be genuine.
 */
export function certainty(
  corpus: Corpus,
  words: string,
  source: QuotationSource,
  { attributed, exceptPath }: { attributed: boolean; exceptPath?: string },
): Severity | undefined {
  const { length } = source;
  if (beginsOrEndsApart(words, source) || saysMore(source)) return undefined;
  const isClause = length >= LONGEST_NAME || MARK.test(words.replace(/[，。；！？]$/, ''));
  if (!(attributed && isClause) && differsInNumbers(words, source)) return undefined;
  const share = slips(source) / length;
  const isOneSlip = slips(source) === 1;
  if (!attributed) {
    return length >= SHORTEST_UNATTRIBUTED && (isOneSlip || share <= UNATTRIBUTED_SHARE) ? 'warning' : undefined;
  }
  if (isInUse(corpus, words, source, exceptPath)) return isOneSlip || share <= IN_USE_SHARE ? 'warning' : undefined;
  if (isOneSlip || share <= CERTAIN_SHARE) return 'error';
  return share <= LIKELY_SHARE ? 'warning' : undefined;
}

/** Whether the quotation has words of its own in one place: it is another sentence, not a slip. */
function saysMore({ differences }: QuotationSource): boolean {
  return differences.some(({ quoted }) => quoted.end - quoted.start > LONGEST_SLIP);
}

/** Changed or added letters in one place. */
const LONGEST_SLIP = 5;

/** Letters on either side of a difference that show whether it is in use. */
const CONTEXT = 3;

/** Whether every difference, with the letters around it, stands in some source as it is quoted. */
function isInUse(corpus: Corpus, words: string, { differences }: QuotationSource, exceptPath?: string): boolean {
  const { letters, at } = letterText(words);
  return differences.every(({ quoted }) => {
    const first = at.findIndex((offset) => offset >= quoted.start);
    const after = at.findIndex((offset) => offset >= quoted.end);
    const from = Math.max(0, (first < 0 ? letters.length : first) - CONTEXT);
    const to = Math.min(letters.length, (after < 0 ? letters.length : after) + CONTEXT);
    return exactSources(corpus, letters.slice(from, to), 1, exceptPath).length > 0;
  });
}

/** 1996年度…会 is not a wrong 1997年度…会: names of one series differ in a number. */
function differsInNumbers(words: string, { differences, passage }: QuotationSource): boolean {
  return differences.some(({ quoted, source }) =>
    NUMBER.test(words.slice(quoted.start, quoted.end) || passage.document.cleanText(source.start, source.end)),
  );
}

const NUMBER = /^[\d一二三四五六七八九十百千万亿两〇零%]+$/;
/** Longer words are no name. In letters. */
const LONGEST_NAME = 20;
/** Without a named speaker, in letters. */
const SHORTEST_UNATTRIBUTED = 14;
const UNATTRIBUTED_SHARE = 0.06;
/** Slips as a share of the letters: what is meant to be the source's wording. */
const CERTAIN_SHARE = 0.15;
const LIKELY_SHARE = 0.3;
const IN_USE_SHARE = 0.05;

/**
 * Whether the words begin or end with something that the source only happens to have in its place: a quotation may
 * begin in the middle of a sentence, and 要 or 我们 before it is the quoting writer's.
 */
function beginsOrEndsApart(words: string, { differences, passage }: QuotationSource): boolean {
  const quoted = letterText(words);
  const first = differences[0]!;
  const last = differences.at(-1)!;
  const { document } = passage;
  if (first.quoted.start <= quoted.at[0]! && first.quoted.start < first.quoted.end) {
    const isWholeClause =
      first.source.start === 0 || MARK.test(document.cleanText(first.source.start - 1, first.source.start));
    const sameLength = first.quoted.end - first.quoted.start === first.source.end - first.source.start;
    if (!isWholeClause || !sameLength || MARK.test(document.cleanText(first.source.start, first.source.end)))
      return true;
  }
  const end = quoted.at.at(-1)! + 1;
  if (last.quoted.end >= end && last.quoted.start < last.quoted.end) {
    const isWholeClause =
      last.source.end >= document.length || MARK.test(document.cleanText(last.source.end, last.source.end + 1));
    const sameLength = last.quoted.end - last.quoted.start === last.source.end - last.source.start;
    if (!isWholeClause || !sameLength || MARK.test(document.cleanText(last.source.start, last.source.end))) return true;
  }
  return false;
}

const MARK = /[，。、；：！？“”‘’《》（）,.;:!?\s—…]/;

function fixes(draft: Draft, speech: QuotedSpeech, piece: Span, source: QuotationSource): Fix[] {
  const reference = writeSource(source.passage.document);
  const edits = wordingEdits(draft.text, piece.start, source);
  return [
    { title: l10n.t('Take the wording of the source'), edits, preferred: true },
    {
      title: l10n.t('Insert the reference {0}', reference),
      edits: [{ start: speech.referenceAt, end: speech.referenceAt, newText: reference }],
      preferred: false,
    },
  ];
}

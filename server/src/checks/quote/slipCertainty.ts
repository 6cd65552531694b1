/** How certain it is that words which differ from a source are meant to be the source's. */
import type { Severity } from '../../analysis/finding';
import type { Corpus } from '../../index/corpus';
import { letterText } from '../../index/letterText';
import { exactSources, type QuotationSource, type WordingDifference } from '../../index/quotationSource';
import { namedDocuments } from './statedOccasion';

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
  { attributed, attribution, exceptPath }: { attributed: boolean; attribution: string; exceptPath?: string },
): Severity | undefined {
  const { length } = source;
  if (beginsOrEndsApart(words, source) || saysMore(source) || differsInJoining(words, source)) return undefined;
  const isClause = length >= LONGEST_NAME || MARK.test(words.replace(/[，。；！？]$/, ''));
  if (!(attributed && isClause) && differsInNumbers(words, source)) return undefined;
  const share = slips(source) / length;
  const isOneSlip = slips(source) === 1;
  if (!attributed) {
    return length >= SHORTEST_UNATTRIBUTED && (isOneSlip || share <= UNATTRIBUTED_SHARE) ? 'warning' : undefined;
  }
  const isMeant =
    isNamedFor(attribution, source) || (isQuotedThere(source) && !beginsOrEndsInAnotherWord(words, source));
  const isLetters = source.differences.every(isLetterSlip) && (isOneSlip || length >= LONGER_NAME);
  if (!isMeant && !isLetters && !hasClauses(words, source) && !isOdd(corpus, words, source, exceptPath))
    return length >= LONG && share <= LONG_SHARE ? 'warning' : undefined;
  if (isInUse(corpus, words, source, exceptPath)) return isOneSlip || share <= IN_USE_SHARE ? 'warning' : undefined;
  if (isOneSlip || share <= CERTAIN_SHARE) return 'error';
  return share <= (isMeant ? MEANT_SHARE : LIKELY_SHARE) ? 'warning' : undefined;
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
  return differences.every((difference) => {
    const { first, after } = lettersOf(at, letters.length, difference);
    const from = Math.max(0, first - CONTEXT);
    const to = Math.min(letters.length, after + CONTEXT);
    return exactSources(corpus, letters.slice(from, to), 1, exceptPath).length > 0;
  });
}

/** Of words that are all somebody's wording, fewer letters are another sentence, and so are more that differ. In letters. */
const LONG = 20;
/** What clauses of a quotation that are the source's must hold together. In letters. */
const CLAUSES_LENGTH = 8;
/** Two letters may differ in shorter words that are both wording. In letters. */
const LONGER_NAME = 13;
const LONG_SHARE = 0.1;
/** Sources hold any two neighbouring letters now and then: once in so many characters is not in use. */
const CHARACTERS_FOR_USE = 1_000_000;

function isNamedFor(attribution: string, { passage }: QuotationSource): boolean {
  return namedDocuments(attribution).some(({ isNamed }) => isNamed(passage.document));
}

/** Whether the source has these words in quotation marks, no more and no less: a saying of its own. */
function isQuotedThere({ passage: { document, start, end } }: QuotationSource): boolean {
  return (
    /[“‘「『]$/.test(document.cleanText(Math.max(0, start - 1), start)) &&
    /^[。，！？；]?[”’」』]/.test(document.cleanText(end, end + 2))
  );
}

/** Whether the first or last word is another one: 践行… and 坚持… are two sayings. */
function beginsOrEndsInAnotherWord(words: string, { differences }: QuotationSource): boolean {
  const { at } = letterText(words);
  const isWord = ({ quoted }: WordingDifference) => quoted.end - quoted.start > 1;
  const [first, last] = [differences[0]!, differences.at(-1)!];
  return (isWord(first) && first.quoted.start <= at[0]!) || (isWord(last) && last.quoted.end > at.at(-1)!);
}

/**
 * Whether something stands at a difference that no writer writes: two neighbouring letters that are not in use. Of
 * several letters those count alone; where words meet, any two letters may.
 */
function isOdd(corpus: Corpus, words: string, { differences }: QuotationSource, exceptPath?: string): boolean {
  const { letters, at } = letterText(words);
  const most = Math.floor(corpus.characters / CHARACTERS_FOR_USE);
  const isInUse = (i: number) => exactSources(corpus, letters.slice(i, i + 2), most + 1, exceptPath).length > most;
  return differences.some((difference) => {
    const { first, after } = lettersOf(at, letters.length, difference);
    const around = isLetterSlip(difference) || first === after ? 1 : 0;
    const from = Math.max(0, first - around);
    const to = Math.min(letters.length, after + around);
    for (let i = from; i + 2 <= to; i++) if (!isInUse(i)) return true;
    return false;
  });
}

/** Whether two clauses of the quotation or more are the source's word for word. */
function hasClauses(words: string, { differences }: QuotationSource): boolean {
  let clauses = 0;
  let letters = 0;
  for (const { index, 0: clause } of words.matchAll(/[^，、；。：！？]+/g)) {
    const end = index + clause.length;
    if (differences.some(({ quoted }) => quoted.start < end && quoted.end > index)) continue;
    // Words that are missing at a mark belong to the clause they are missing from.
    if (differences.some(({ quoted: { start, end: to } }) => start === to && start >= index && start <= end)) continue;
    clauses++;
    letters += letterText(clause).letters.length;
  }
  return clauses >= 2 && letters >= CLAUSES_LENGTH;
}

/** One letter wrong, missing or too many; speakers vary words, a slip is in letters. */
function isLetterSlip({ quoted, source }: WordingDifference): boolean {
  return Math.max(quoted.end - quoted.start, source.end - source.start) === 1;
}

/** The letters of a quotation in which it differs, by their places `at`. */
function lettersOf(at: Int32Array, length: number, { quoted }: WordingDifference): { first: number; after: number } {
  const first = at.findIndex((offset) => offset >= quoted.start);
  const after = at.findIndex((offset) => offset >= quoted.end);
  return { first: first < 0 ? length : first, after: after < 0 ? length : after };
}

/** 推进和突破 for 推进、突破: a word stands for a mark, or the other way round. */
function differsInJoining(words: string, { differences, passage: { document } }: QuotationSource): boolean {
  return differences.every(({ quoted, source }) => {
    const [written, right] = [words.slice(quoted.start, quoted.end), document.cleanText(source.start, source.end)];
    if (!JOINING.test(written + right) || (written !== '' && right !== '')) return false;
    return written === ''
      ? MARK.test(words.slice(quoted.start, quoted.start + 1))
      : MARK.test(document.cleanText(source.start, source.start + 1));
  });
}

const JOINING = /^(?:和|与|及|以及|并)$/;

/** 1996年度…会 is not a wrong 1997年度…会: names of one series differ in a number. */
function differsInNumbers(words: string, { differences, passage }: QuotationSource): boolean {
  return differences.some(({ quoted, source }) => {
    const written = words.slice(quoted.start, quoted.end);
    const right = passage.document.cleanText(source.start, source.end);
    if (written !== '' && right !== '') return NUMBER.test(written);
    const around = words.slice(Math.max(0, quoted.start - 1), quoted.end + 1).replace(written, '');
    return NUMBER.test(written + right) && /[第\d一二三四五六七八九十百千万亿两〇零%]/.test(around);
  });
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
const MEANT_SHARE = 0.4;
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

/** Reported without quotation marks, shorter words are anybody's, and what differs must be this little. In letters. */
const SHORTEST_REPORTED = 16;
const LONGEST_REPORTED_SLIP = 2;
const REPORTED_SHARE = 0.1;

/**
 * Whether words reported without quotation marks are the source's but for a slip. Whoever reports may leave out, add and
 * sum up; one word in the place of another, in a sentence that is otherwise the source's, is a slip where the document is
 * named, or where the word is none: else it may be said so on another day.
 */
export function isSlipOfReport(
  corpus: Corpus,
  words: string,
  source: QuotationSource,
  { attribution, exceptPath }: { attribution: string; exceptPath?: string },
): boolean {
  if (source.length < SHORTEST_REPORTED || slips(source) > REPORTED_SHARE * source.length) return false;
  if (beginsOrEndsApart(words, source) || differsInNumbers(words, source)) return false;
  const isSlip = source.differences.every(({ quoted, source: right }) => {
    const length = quoted.end - quoted.start;
    return length > 0 && length <= LONGEST_REPORTED_SLIP && length === right.end - right.start;
  });
  if (!isSlip || isInUse(corpus, words, source, exceptPath)) return false;
  return isNamedFor(attribution, source) || isOdd(corpus, words, source, exceptPath);
}

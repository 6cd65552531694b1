/** Finds document numbers other than those of the documents they stand beside: 《…》（国发〔2016〕35号）. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Draft } from '../../draft/draft';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Corpus } from '../../index/corpus';
import type { Knowledge, WordingMatch } from '../../knowledge/knowledge';
import { wholeNumeral } from '../../text/numerals';
import type { Span } from '../../text/span';
import { relatedPassage } from '../sourceReference';
import { asTitle } from '../timing';
import { entriesNamed } from './entriesNamed';
import { mismatch } from './mismatch';
import { documentTitled } from './titledDocuments';

/** 国发〔2016〕35号, in any brackets, with a space for one; 国务院令第760号, 农业农村部令2021年第1号. */
const FORMS =
  '(?:\\p{Script=Han}{1,8}[〔[［（(【]\\d{4}[〕\\]］）)】] ?第?\\d{1,4}号|\\p{Script=Han}{1,8} ?\\d{4}年? ?第? \\d{1,4}号|\\p{Script=Han}{1,24}令(?:\\d{4}年)?第?[\\d〇零一二三四五六七八九十百]{1,6}号|\\p{Script=Han}{2,24}第[\\d〇零一二三四五六七八九十百]{1,6}号令)';
const NUMBER = new RegExp(`^》?[（(【[［〔](?:\\d{4}年\\d{1,2}月\\d{1,2}日[，,]?)?(${FORMS})`, 'u');
/** …》，文号为国发〔2016〕35号. */
const NUMBER_TOLD = new RegExp(`^》?[，,]?(?:其|的)?(?:发?文号|文件号|编号)(?:为|是|：)?(${FORMS})`, 'u');
/** 国发〔2016〕35号文件《. */
const NUMBER_BEFORE = new RegExp(`(${FORMS})[）)]?(?:文件|文)?(?:印发的?|发布的?|公布的?|即|，)?《$`, 'u');
const LONGEST_NUMBER = 36;

/** 《…》（国发〔2019〕5号）: the number in the brackets after a title. */
export function otherNumber(
  knowledge: Knowledge,
  { draft, sentence }: SentencePlace,
  match: WordingMatch<'references'>,
): Finding | undefined {
  const { text } = draft;
  // Some entries have the marks in their names.
  const isMarked = match.wording.startsWith('《') && match.wording.endsWith('》');
  const notice = isMarked ? undefined : noticeOf(draft, match);
  if (!isMarked && !notice && text[match.start - 1] !== '《') return undefined;
  const title = isMarked ? { start: match.start + 1, end: match.end - 1 } : match;
  const found = numberAt(text, sentence, notice ?? title);
  if (!found) return undefined;
  const wording = text.slice(title.start, title.end);
  const entries = [...entriesNamed(knowledge, wording), ...entriesNamed(knowledge, `《${wording}》`)];
  const numbers = [...new Set(entries.flatMap(({ number }) => number?.split('、') ?? [undefined]))];
  if (numbers.some((number) => number === undefined || isSameNumber(number, found.number))) return undefined;
  return mismatch(
    found,
    l10n.t('The number of {0} is {1}.', asTitle(wording), numbers.join('、')),
    match.entry,
    numbers.length === 1 ? numbers[0] : undefined,
  );
}

const ISSUES = /^(?:中共中央|国务院)[^〈《]{0,16}印发[〈《]?$/;
const ISSUED = /^[〉》]?的通知$/;

/** The title of the notice by which the centre issues just what is named: 《国务院关于印发〈中国制造2025〉的通知》. */
function noticeOf({ text, titles }: Draft, match: Span): Span | undefined {
  const title = titles.find(({ start, end }) => start < match.start && match.end < end);
  const isOne =
    title && ISSUES.test(text.slice(title.start, match.start)) && ISSUED.test(text.slice(match.end, title.end));
  return isOne ? title : undefined;
}

/** The number beside a title, with where it stands. */
function numberAt(text: string, sentence: Span, { start, end }: Span): (Span & { number: string }) | undefined {
  const after = text.slice(end, Math.min(sentence.end, end + LONGEST_NUMBER));
  const next = after.includes('号') ? (NUMBER.exec(after) ?? NUMBER_TOLD.exec(after)) : null;
  if (next) {
    const at = end + next[0].length - next[1]!.length;
    return { start: at, end: at + next[1]!.length, number: next[1]! };
  }
  const before = text.slice(Math.max(sentence.start, start - LONGEST_NUMBER), start);
  const last = before.includes('号') ? NUMBER_BEFORE.exec(before) : null;
  if (!last) return undefined;
  const number = last[1]!.replace(LEADS_TO_NUMBER, '');
  const at = start - before.length + last.index + last[1]!.length - number.length;
  return { start: at, end: at + number.length, number };
}

/** 根据国发〔2015〕28号: what leads to the number is none of it. */
const LEADS_TO_NUMBER = /^(?:根据|按照|依据|落实|贯彻|执行|参照|印发|制定|出台|关于|以|和|与|在|的|是|为|及|即|经)+/;

/** Who issues a document numbers it: 国办发 is of the General Office. */
const SERIES: readonly { readonly issuer: RegExp; readonly numbers: RegExp; readonly name: string }[] = [
  { issuer: /^国务院办公厅(?:关于|印发|转发)/, numbers: /^国办/, name: '国办' },
  { issuer: /^国务院(?:关于|印发|批转)/, numbers: /^国(?:发|函)/, name: '国发' },
];

/** 《国务院办公厅关于…的意见》（国发〔2024〕1号）: the number is of another series than the issuer in the title. */
function otherSeries(title: string, number: string, span: Span): Finding | undefined {
  const series = SERIES.find(({ issuer }) => issuer.test(title));
  if (!series || series.numbers.test(number)) return undefined;
  return {
    code: 'reference.mismatch',
    ...span,
    message: l10n.t('The number of a document of this issuer begins with {0}.', series.name),
    related: [],
    fixes: [],
  };
}

/** 国务院印发的《…》. */
const ISSUED_BEFORE = /(?<!中共中央[、 ]?|党中央[、 ]?)(国务院(?:办公厅)?)(?:印发|出台|发布)了?的?《?$/;

/** A document gives its number at its head. In UTF-16 code units. */
const HEAD_OF_DOCUMENT = 300;
const NUMBERS = /[\p{Script=Han}]{1,8}[〔[［]\d{4}[〕\]］]第?\d{1,4}号/gu;

/** The same where not the knowledge but the issuer, or a document of the corpus with one number at its head or in its name, tells. */
export function numbersOfOthers(corpus: Corpus, knowledge: Knowledge, draft: Draft): Finding[] {
  return draft.titles.flatMap((title) => {
    const found = NUMBER.exec(draft.text.slice(title.end, title.end + LONGEST_NUMBER));
    // An order is of another kind than the series and heads of documents.
    if (!found || found[1]!.includes('令')) return [];
    const name = draft.text.slice(title.start, title.end);
    if (entriesNamed(knowledge, name).some(({ number }) => number !== undefined)) return [];
    const start = title.end + found[0].length - found[1]!.length;
    const issued = ISSUED_BEFORE.exec(draft.text.slice(Math.max(0, title.start - LONGEST_NUMBER), title.start));
    const series = otherSeries(issued ? `${issued[1]}印发` : name, found[1]!, { start, end: start + found[1]!.length });
    if (series) return [series];
    const document = documentTitled(corpus, name);
    if (!document) return [];
    const head = `${document.path.slice(document.path.lastIndexOf('/') + 1)}\n${document.cleanText(0, HEAD_OF_DOCUMENT)}`;
    const numbers = new Map([...head.matchAll(NUMBERS)].map(([number]) => [plain(number), number]));
    const [number] = numbers.values();
    if (numbers.size !== 1 || isSameNumber(number!, found[1]!)) return [];
    return [
      {
        code: 'reference.mismatch' as const,
        start,
        end: start + found[1]!.length,
        message: l10n.t('The number of {0} is {1}.', asTitle(name), number!),
        related: [relatedPassage(corpus, { document, start: 0, end: Math.min(document.length, HEAD_OF_DOCUMENT) })],
        fixes: [
          {
            title: l10n.t('Write “{0}”', number!),
            edits: [{ start, end: start + found[1]!.length, newText: number! }],
            preferred: true,
          },
        ],
      },
    ];
  });
}

/** Whether two numbers are one, however they are written. Of an order its number tells: its issuer has many names. */
function isSameNumber(known: string, stated: string): boolean {
  if (plain(known) === plain(stated)) return true;
  const [order, other] = [orderOf(known), orderOf(stated)];
  if (order && other) return order.rank === other.rank && order.number === other.number;
  // 公布 of a regulation and the order it is made known by: one number of two, of which the other may be right.
  return order !== undefined || other !== undefined;
}

/** The orders of the President and of the State Council are counted apart from those of ministries. */
function orderOf(number: string): { readonly rank: string; readonly number: number } | undefined {
  const order = /(?:令(?:\d{4}年)?第?|第)([\d〇零一二三四五六七八九十百]{1,6})号/.exec(
    number.includes('令') ? number : '',
  );
  if (!order) return undefined;
  const rank = /主席(?:令|第)/.test(number) ? 'president' : /国务院(?:令|第)|^国令/.test(number) ? 'council' : '';
  const digits = [...order[1]!].map((digit) => '零一二三四五六七八九'.indexOf(digit === '〇' ? '零' : digit));
  const value = digits.every((digit) => digit >= 0) ? Number(digits.join('')) : wholeNumeral(order[1]!);
  return value === undefined ? undefined : { rank, number: value };
}

function plain(number: string): string {
  return number.replace(/[〔[［（(【〕\]］）)】第年\s]/g, '');
}

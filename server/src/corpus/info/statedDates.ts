/** Reads the date a document states of itself from its heading lines, its signature and its file name; never from running text. */
import { isBodyLine } from '../clean/lines';
import type { Known } from '../document';
import { readAdoptions } from './adoption';

/** What the date is read from. Lines are trimmed. */
export interface DateEvidence {
  /** The first lines of the file as it is, furniture included. */
  readonly rawHead: readonly string[];
  /** The lines of the clean text. */
  readonly lines: readonly string[];
  /** Without folder and extension. */
  readonly fileName: string;
  /** When the page says in its head that it was published: nothing in it that is later is the document's date. */
  readonly published?: string | undefined;
}

const HEAD_LINES = 12;
const DIGIT_DATE =
  /(?<!\d)((?:19|20)\d{2})\s?(?:年|[-/.])\s?(\d{1,2})(?!\d)(?:\s?(?:月|[-/.])\s?(\d{1,2})(?!\d)\s?日?)?|(?<!\d)((?:19|20)\d{2})年(?!代)/g;
const HAN_DATE =
  /([一二][〇○零Ｏ一二三四五六七八九]{3})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?)?/g;
const OWN_LABEL = /(?:成文日期|印发日期|发文日期|签发日期|公布日期|通过日期)\s*[:：/]/;
const PUBLISHED_LABEL =
  /(?<!上传)(?:更新时间|发布时间|发布日期|发表时间|发表日期|更新日期|刊发时间|时间|日期)\s*[:：/]/;
const STAMP = /\d{4}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}\s?日?\s*\d{1,2}\s?[:：时]\s?\d{2}/;
/** 2025-10-31 on a line of its own: how sites, not documents, write a date. */
const PAGE_DATE = /^(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}$/;
const NEWSPAPER = /^[\u4e00-\u9fff]{2,12}\s*\/.*年\s*\/.*版\s*\/?$/;
/** An uploader's date says when someone shared the file, nothing of the document. */
const UPLOAD = /上传/;
const DOCUMENT_NUMBER = /[〔[［（(]((?:19|20)\d{2})[〕\]］）)]\s*\d{1,4}\s*号/;
const COMPACT = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/;
const HAN_DIGITS = '〇一二三四五六七八九';

/** A date as precise as stated (`2024`, `2024-10`, `2024-10-08`), or undefined. */
export function readStatedDate(evidence: DateEvidence): Known | undefined {
  const { published } = evidence;
  const year = readNumberYear(evidence);
  const agrees = (date: string | undefined) =>
    date !== undefined &&
    (year === undefined || Math.abs(Number(date.slice(0, 4)) - Number(year)) <= 1) &&
    (published === undefined || date.slice(0, published.length) <= published);
  // A web page of 2018 may hold a document of 2004: the document's own number decides.
  const stated = [readOwnDate(evidence), published, readPublished(evidence.rawHead)].find(agrees);
  if (stated !== undefined) return { value: stated, confidence: 'stated' };
  const named = dateOfFileName(evidence.fileName);
  const inferred = agrees(named) ? named : (year ?? readReportYear(evidence));
  if (inferred !== undefined) return { value: inferred, confidence: 'inferred' };
  // The file name of a law often tells its edition, which these lines may not reach.
  const adopted = readAdoptions(evidence.lines).flatMap(({ date }) => allDates(date));
  return adopted.length === 0 ? undefined : { value: adopted.sort().at(-1)!, confidence: 'stated' };
}

/** A date the document bears itself: labelled, under its title, or above its signature. */
function readOwnDate({ rawHead, lines }: DateEvidence): string | undefined {
  for (const line of rawHead) {
    const label = OWN_LABEL.exec(line);
    const date = label && firstDate(line.slice(label.index));
    if (date) return date;
  }
  return readDelivered(lines) ?? readSigned(lines);
}

/** （2023年3月5日）, ——2017年3月5日在…会议上, （2001年2月16日…通过） under the title; of several the last. */
function readDelivered(lines: readonly string[]): string | undefined {
  for (const line of lines.slice(0, HEAD_LINES)) {
    if (isBodyLine(line)) return undefined;
    const bare = line.replace(/(?<=\d)\s(?=\d)/g, '');
    const framed =
      /^[（(].*[）)]$/.test(bare) ||
      /^.{0,40}(?:——|--|—)\s*[\d一二〇○零０-９].{4,80}(?:上|时|日)/.test(bare) ||
      isDateAlone(bare);
    if (!framed || bare.length > 160) continue;
    const dates = allDates(bare);
    if (dates.length > 0) return dates.at(-1);
  }
  return undefined;
}

/** A line that is a date alone, under the name of who signs. */
function readSigned(lines: readonly string[]): string | undefined {
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.length > 20 || !isDateAlone(line)) continue;
    const signer = lines[i - 1]!;
    if (signer.length <= 40 && !/[。；：？！]$/.test(signer)) return firstDate(line);
  }
  return undefined;
}

function readPublished(rawHead: readonly string[]): string | undefined {
  for (const line of rawHead) {
    if (line.length > 200 || UPLOAD.test(line)) continue;
    const label = PUBLISHED_LABEL.exec(line);
    if (label) {
      const date = firstDate(line.slice(label.index, label.index + 40));
      if (date) return date;
    }
    if (STAMP.test(line) && !isBodyLine(line)) return firstDate(line);
    if (PAGE_DATE.test(line)) return firstDate(line);
    if (NEWSPAPER.test(line)) return newspaperDate(line);
  }
  return undefined;
}

function newspaperDate(line: string): string | undefined {
  const digits = line.replace(/[\s/]/g, '');
  return firstDate(digits);
}

function readNumberYear({ lines, fileName }: DateEvidence): string | undefined {
  const named = DOCUMENT_NUMBER.exec(fileName)?.[1];
  if (named) return named;
  for (const line of lines.slice(0, HEAD_LINES)) {
    if (line.length <= 30 && /号$/.test(line)) {
      const year = DOCUMENT_NUMBER.exec(line)?.[1];
      if (year) return year;
    }
  }
  return undefined;
}

/** A work report is given in the year its title names. */
function readReportYear({ lines, fileName }: DateEvidence): string | undefined {
  for (const line of [...lines.slice(0, 3), fileName]) {
    const year = line.length <= 40 && /(?<!\d)((?:19|20)\d{2})年?[^\d]{0,12}政府工作报告/.exec(line)?.[1];
    if (year) return year;
  }
  return undefined;
}

/** 2018-12-18_…, 新闻联播20240305, …(2023-12-29), 1954_… */
function dateOfFileName(name: string): string | undefined {
  const compact = COMPACT.exec(name);
  if (compact) return joinDate(compact[1]!, compact[2], compact[3]);
  const full = allDates(name).find((date) => date.length > 4);
  return full ?? /^((?:19|20)\d{2})(?=[_\s-])/.exec(name)?.[1];
}

function isDateAlone(line: string): boolean {
  const rest = line.replace(DIGIT_DATE, '').replace(HAN_DATE, '');
  return rest.length < line.length && /^[\s（()）日]*$/.test(rest);
}

function firstDate(text: string): string | undefined {
  return allDates(text)[0];
}

function allDates(text: string): string[] {
  const ascii = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const found: { at: number; date: string }[] = [];
  for (const match of ascii.matchAll(DIGIT_DATE)) {
    const date = joinDate(match[1] ?? match[4]!, match[2], match[3]);
    if (date) found.push({ at: match.index, date });
  }
  for (const match of ascii.matchAll(HAN_DATE)) {
    const year = Array.from(match[1]!, (digit) => Math.max(0, HAN_DIGITS.indexOf(digit))).join('');
    const date = joinDate(year, match[2] && String(hanNumber(match[2])), match[3] && String(hanNumber(match[3])));
    if (date) found.push({ at: match.index, date });
  }
  return found.sort((a, b) => a.at - b.at).map(({ date }) => date);
}

/** 十一 → 11, 二十三 → 23. */
function hanNumber(text: string): number {
  const ten = text.indexOf('十');
  if (ten < 0) return HAN_DIGITS.indexOf(text);
  const tens = ten === 0 ? 1 : HAN_DIGITS.indexOf(text[0]!);
  return tens * 10 + (ten === text.length - 1 ? 0 : HAN_DIGITS.indexOf(text[ten + 1]!));
}

/** Joins what is a real date; a day that does not exist leaves the month. */
function joinDate(year: string, month: string | undefined, day: string | undefined): string | undefined {
  const pad = (value: string) => value.padStart(2, '0');
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (day === undefined) return `${year}-${pad(month)}`;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= days ? `${year}-${pad(month)}-${pad(day)}` : `${year}-${pad(month)}`;
}

/** The date of a front matter value: 2024, 2024-10, 2024年10月8日; undefined where it is none. */
export function readDeclaredDate(value: string): string | undefined {
  const trimmed = value.trim();
  return /^(?:19|20)\d{2}$/.test(trimmed) ? trimmed : firstDate(trimmed);
}

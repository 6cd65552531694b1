/** The date a draft states of itself: `date:` in its front matter, else a date that stands alone in its heading lines. */
import { type Block, type FrontMatter, isReadable } from './draft';

const HEADING_LINES = 6;
const NUMERIC =
  /^(?:[（(]|时间[:：/]|日期[:：/]|更新时间[:：])?\s*(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])?(?:(\d{1,2})日?)?\s*[）)]?$/;
const HAN =
  /^[（(]?([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?[）)]?$/;

/** `YYYY-MM-DD`, or less precise as stated; undefined where the draft says nothing of itself. */
export function readStatedDate(
  text: string,
  frontMatter: FrontMatter | undefined,
  blocks: readonly Block[],
): string | undefined {
  const declared = frontMatter?.values.date;
  if (declared !== undefined) return readDateAlone(declared);
  const readable = blocks.filter(isReadable).slice(0, HEADING_LINES);
  for (const block of readable) {
    if (block.end - block.start > 40) continue;
    const date = readDateAlone(text.slice(block.start, block.end));
    if (date) return date;
  }
  return undefined;
}

/** A line that is nothing but a date (2026年3月5日, （二〇二六年三月五日）, 2026-03), as `YYYY-MM-DD` or `YYYY-MM`. */
export function readDateAlone(line: string): string | undefined {
  const trimmed = line.trim();
  const year = /^\d{4}$/.exec(trimmed);
  if (year) return year[0];
  const numeric = NUMERIC.exec(trimmed);
  if (numeric)
    return joinDate(Number(numeric[1]), Number(numeric[2]), numeric[3] === undefined ? undefined : Number(numeric[3]));
  const han = HAN.exec(trimmed);
  if (han)
    return joinDate(
      Number(hanDigits(han[1]!)),
      hanNumber(han[2]!),
      han[3] === undefined ? undefined : hanNumber(han[3]),
    );
  return undefined;
}

function joinDate(year: number, month: number, day: number | undefined): string | undefined {
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return undefined;
  const pad = (value: number) => String(value).padStart(2, '0');
  if (day === undefined) return `${year}-${pad(month)}`;
  const exists = day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return exists ? `${year}-${pad(month)}-${pad(day)}` : undefined;
}

const DIGITS = '〇一二三四五六七八九';

function hanDigits(text: string): string {
  return Array.from(text, (character) => (character === '零' ? 0 : DIGITS.indexOf(character))).join('');
}

function hanNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  if (!text.includes('十')) return DIGITS.indexOf(ones!);
  return (tens === '' ? 1 : DIGITS.indexOf(tens!)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones!));
}

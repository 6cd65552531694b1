/** Finds numbers that what is named beside them contradicts: 5个试点乡镇分别是…, …五名同志, 三类问题 and then 这四类问题, 2022、2023、2024年连续四年. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../../analysis/finding';
import type { SentencePlace } from '../../../draft/sentencePlace';
import { wholeNumeral } from '../../../text/numerals';

const NUMBER = '([\\d一二两三四五六七八九十]{1,2})';
const NAME = '[^，。；：、“”（）()\\n\\d和及与等]{2,12}';
const NAMED = new RegExp(
  `${NUMBER}(?:个|名|位|家|所|座|条|项)[^，。；：、\\d]{0,10}(?:分别是|分别为|依次是|依次为)[：:]?((?:${NAME}[、和及与]){1,9}${NAME})(?=[。；])`,
  'g',
);
const PEOPLE = new RegExp(
  `(?:[对向为由选派，。；：]|^)((?:\\p{Script=Han}{2,4}、){2,9}\\p{Script=Han}{2,3}?)${NUMBER}[名位](?:同志|同学|教师|干部|党员|代表|委员|选手|队员|个人|人)`,
  'gu',
);
const KIND = '(类|方面|环节|阶段|难题|短板|问题)';
const FIRST = new RegExp(`(?<![这第上前后其])${NUMBER}(?:个|大)?${KIND}`, 'g');
const THESE = new RegExp(`(?:这|上述|以上)${NUMBER}(?:个|大)?${KIND}`, 'g');
const YEARS = /((?:\d{4}年?[、，和]){1,6}\d{4})年[^。；\d]{0,12}连续([\d一二两三四五六七八九十]{1,2})年/g;

/** The findings of one paragraph. O(length). */
export function wrongListed(places: readonly SentencePlace[]): Finding[] {
  return [...places.flatMap(wrongNames), ...places.flatMap(wrongYears), ...wrongAnaphor(places)];
}

function wrongNames({ draft: { text }, sentence }: SentencePlace): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!words.includes('、')) return [];
  const lists = [...words.matchAll(NAMED)].map((match) => ({
    at: match.index,
    numeral: match[1]!,
    count: match[2]!.split(/[、和及与]/).length,
  }));
  const people = [...words.matchAll(PEOPLE)].map((match) => ({
    at: match.index + match[0].indexOf(match[1]!) + match[1]!.length,
    numeral: match[2]!,
    count: match[1]!.split('、').length,
  }));
  return [...lists, ...people].flatMap(({ at, numeral, count }) => {
    const stated = read(numeral);
    if (stated === undefined || stated === count) return [];
    const start = sentence.start + at;
    const end = start + numeral.length + 1;
    return [finding(start, end, l10n.t('“{0}” is announced, but {1} follow.', text.slice(start, end), count))];
  });
}

/** 2022、2023、2024、2025年…连续三年 */
function wrongYears({ draft: { text }, sentence }: SentencePlace): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!words.includes('连续')) return [];
  return [...words.matchAll(YEARS)].flatMap((match) => {
    const count = match[1]!.split(/[、，和]/).length;
    const stated = read(match[2]!);
    if (stated === undefined || stated === count) return [];
    const end = sentence.start + match.index + match[0].length;
    const start = end - match[2]!.length - 3;
    return [finding(start, end, l10n.t('“{0}” is announced, but {1} follow.', text.slice(start, end), count))];
  });
}

/** 三类问题…这四类问题: taken up with another number than the only one before it. */
function wrongAnaphor(places: readonly SentencePlace[]): Finding[] {
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last) return [];
  const { text } = first.draft;
  const words = text.slice(first.sentence.start, last.sentence.end);
  return [...words.matchAll(THESE)].flatMap((match) => {
    const earlier = [...words.slice(0, match.index).matchAll(FIRST)].filter(({ 2: kind }) => kind === match[2]);
    const [only] = earlier;
    const [told, stated] = [only && read(only[1]!), read(match[1]!)];
    if (earlier.length !== 1 || told === undefined || stated === undefined || told === stated) return [];
    // Several are told after it: these may be those.
    if (/[二三四五六七八]是|第[二三四]/.test(words.slice(only!.index, match.index))) return [];
    const start = first.sentence.start + match.index;
    const end = start + match[0].length;
    return [finding(start, end, l10n.t('“{0}” is announced, but {1} follow.', only![0], stated))];
  });
}

function read(numeral: string): number | undefined {
  return numeral === '两' ? 2 : wholeNumeral(numeral);
}

function finding(start: number, end: number, message: string): Finding {
  return { code: 'figure.inconsistent', start, end, message, related: [], fixes: [] };
}

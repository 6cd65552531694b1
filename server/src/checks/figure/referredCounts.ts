/** Finds a number taken up again as another: 走访了18家企业…在走访的20家企业中; 全县有12个乡镇…全县13个乡镇; 入选18个…这16个党组织. */
import type { Finding } from '../../analysis/finding';
import type { Draft } from '../../draft/draft';
import type { Span } from '../../text/span';
import { NEAR_ENOUGH, repeat } from './repeatedFigures';

const UNIT = '(?:个|家|名|位|人|户|所|份|件|次|场|座|条|项)';
const DONE = '(?:走访|调研|抽查|检查|督查|座谈|访谈|问询|征集|暗访|抽样|受访|调查|发放|收回|参训|参会)';
/** What was visited or asked, with all that is counted of it in the sentence. */
const TOLD = new RegExp(`${DONE}了[^。；\\n]{0,80}`, 'g');
const COUNT = new RegExp(`()(\\d+)(${UNIT})([\\p{Script=Han}]{2,6}?)(?=[，。；、（和及\\d]|$)`, 'gu');
const TAKEN_UP = new RegExp(
  `()${DONE}过?的(\\d+)(${UNIT})([\\p{Script=Han}]{2,6}?)(?=[，。；、中里]|均|都|普遍)`,
  'gu',
);
const HAS =
  /[全我本]([市县区州镇乡村校])(?:现|下)?(?:共)?(?:有|辖|设有|下辖|共辖|现辖|管辖)(\d+)(个|所|家)([\p{Script=Han}]{1,6}?)(?=[，。；、（和及\d])/gu;
const ALL =
  /全([市县区州镇乡村校])(\d+)(个|所|家)([\p{Script=Han}]{1,6}?)(?=[，。；、]|全|均|都|已|中|实现|全面|建|完成|通)/gu;

interface Told extends Span {
  readonly value: number;
  /** Equal for what must agree: the place, the unit and what is counted. */
  readonly about: string;
}

/** The findings of a draft, at the later number. O(length). */
export function wrongReferredCounts(draft: Draft): Finding[] {
  const { text } = draft;
  const told = (match: RegExpMatchArray, from: number): Told => {
    const [words, about, n, unit, noun] = match as [string, string, string, string, string];
    const start = from + match.index! + words.lastIndexOf(`${n}${unit}`);
    return {
      value: Number(n),
      about: `${about} ${unit} ${noun}`,
      start,
      end: start + n.length + unit.length + noun.length,
    };
  };
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => told(match, 0));
  const visited = [...text.matchAll(TOLD)].flatMap(({ 0: words, index }) =>
    [...words.matchAll(COUNT)].map((match) => told(match, index)),
  );
  return [
    ...contradicting(draft, visited, all(TAKEN_UP), () => true),
    // 全县8个村 may be some of them; more than there are it cannot be.
    ...contradicting(draft, all(HAS), all(ALL), (all, some) => some > all),
    ...wrongAnaphors(draft),
    ...wrongWholes(draft),
    ...moreTownships(draft),
  ];
}

/** 在268家入驻企业中: all of them, told before. */
const ALL_OF_THEM = new RegExp(
  `(?:^|[，。；：])(?:而)?在(?:这|全部|现有|全部的)?((\\d+)(${UNIT})(\\p{Script=Han}{4,8}?))[中里][，,]?`,
  'gmu',
);

/** 现有入驻企业286家…在268家入驻企业中: a whole taken up with another number than the one its paragraph gave it. */
function wrongWholes(draft: Draft): Finding[] {
  const { text, blocks } = draft;
  return [...text.matchAll(ALL_OF_THEM)].flatMap(({ 0: words, 1: whole, 2: number, 3: unit, 4: noun, index }) => {
    const block = blocks.find(({ start, end }) => start <= index && index < end);
    if (block?.kind !== 'prose') return [];
    const told = new RegExp(`${noun}(?:总数|数量|总量)?(?:共有|共|有|达到?|为|已)*(\\d+)${unit}`, 'g');
    const before = text.slice(Math.max(block.start, index - REACH), index);
    // 去年为268家: it was told, as another time’s or as what came on top.
    const ofThen = new RegExp(`(?:去年|上年)[^，。；]{0,6}\\d+${unit}|增加|新增|引进|减少|通过|注销`);
    if (before.includes(number!) || ofThen.test(before)) return [];
    const earlier = [...before.matchAll(told)];
    const values = new Set(earlier.map((match) => Number(match[1])));
    const [value] = values;
    const far = Math.abs(value! - Number(number)) > NEAR_ENOUGH * Number(number);
    if (values.size !== 1 || value === Number(number) || far) return [];
    const start = index + words.indexOf(whole!);
    const first = earlier[0]!;
    const from = Math.max(block.start, index - REACH) + first.index;
    return [repeat(draft, { start: from, end: from + first[0].length }, { start, end: start + whole!.length })];
  });
}

const TOWNSHIPS =
  /(?:辖|设有)(?:\d+个街道[、，和])?(\d{1,2})个(?:镇[、，和及]\d{1,2}个(?:民族)?乡(?!镇)|(?:民族)?乡[、，和及]\d{1,2}个镇)/g;
const ALL_TOWNSHIPS = /(?<![\d.])(\d{1,2})个乡镇(?![、（(和及]?街道)/g;

/** Of another place or time. */
const OF_OTHERS = /[全我邻][省市州]|邻县|[\d两三四五六七八九十]个?县|年前|撤|并|原|曾|当时/;

/** 辖7个镇、5个乡…13个乡镇: more than there are, in the same sentence. */
function moreTownships(draft: Draft): Finding[] {
  const { text } = draft;
  const told = [...text.matchAll(TOWNSHIPS)];
  return [...text.matchAll(ALL_TOWNSHIPS)].flatMap(({ 0: words, 1: number, index }) => {
    const only = told.findLast((match) => match.index < index);
    const between = only && text.slice(only.index + only[0].length, index);
    if (!only || !between || between.length > REACH || /[。！？\n]/.test(between) || OF_OTHERS.test(between)) return [];
    const sum = [...only[0].matchAll(/(\d+)个(?!街道)/g)].reduce((total, match) => total + Number(match[1]), 0);
    if (Number(number) <= sum) return [];
    const earlier = { start: only.index + 1, end: only.index + only[0].length };
    return [repeat(draft, earlier, { start: index, end: index + words.length })];
  });
}

const THESE = new RegExp(`(?:这|上述|(?<![\\d元人岁%万亿亩吨级年])以上|前述)(\\d{1,4})(${UNIT})(?![半月])`, 'g');
/** How far before it the number that 这16个 takes up may stand, and how much of what follows says what it counts. In UTF-16 code units. */
const REACH = 160;
const WHAT = 18;
const COUNTED = new RegExp(`(\\d+)(?:多|余)?(${UNIT})`, 'g');

/** 入选18个…这16个受表彰的党组织: a number that nothing before it comes to, and the last before it is near. */
function wrongAnaphors(draft: Draft): Finding[] {
  const { text } = draft;
  return [...text.matchAll(THESE)].flatMap(({ 0: words, 1: number, 2: unit, index }) => {
    const block = draft.blocks.find(({ start, end }) => start <= index && index < end);
    if (block?.kind !== 'prose') return [];
    const from = Math.max(block.start, index - REACH);
    const before = text.slice(from, index);
    const known = [...before.matchAll(COUNTED)].filter((match) => match[2] === unit);
    const values = known.map((match) => Number(match[1]));
    const last = known.at(-1);
    const value = Number(number);
    if (!last || value < 10 || Math.abs(values.at(-1)! - value) > NEAR_ENOUGH * value) return [];
    // The sum or the rest of two of them, or as many as are listed.
    const isReached = values.some(
      (a, i) => a === value || values.some((b, k) => k !== i && (a + b === value || a - b === value)),
    );
    const isListed = before.split(/[。；]/).some((part) => part.split(/[、，]/).length >= value);
    if (isReached || isListed || values.reduce((sum, one) => sum + one, 0) === value) return [];
    const at = index + words.search(/\d/);
    const after = text.slice(index + words.length, Math.min(block.end, index + words.length + WHAT));
    if (!sharesWord(after.replace(/[，。；].*$/s, ''), before)) return [];
    const earlier = { start: from + last.index, end: from + last.index + last[0].length };
    return [repeat(draft, earlier, { start: at, end: index + words.length })];
  });
}

/** Three characters that both have. */
function sharesWord(words: string, text: string): boolean {
  for (let at = 0; at + 3 <= words.length; at++) if (text.includes(words.slice(at, at + 3))) return true;
  return false;
}

function contradicting(
  draft: Draft,
  first: readonly Told[],
  later: readonly Told[],
  isWrong: (first: number, later: number) => boolean,
): Finding[] {
  const byAbout = new Map<string, Told[]>();
  for (const one of first) byAbout.set(one.about, [...(byAbout.get(one.about) ?? []), one].slice(0, 2));
  return later.flatMap((one) => {
    // A number told twice is that of two things.
    const known = byAbout.get(one.about) ?? [];
    const [whole] = known;
    if (known.length !== 1 || whole!.end > one.start || whole!.value === one.value || !isWrong(whole!.value, one.value))
      return [];
    return [repeat(draft, whole!, one)];
  });
}

/** Finds numbers that what is named beside them contradicts: 5个试点乡镇分别是…, …五名同志, 三类问题 and then 这四类问题, 2022、2023、2024、2025年，连续三年. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../../analysis/finding';
import type { SentencePlace } from '../../../draft/sentencePlace';
import { wholeNumeral } from '../../../text/numerals';

const DIGIT = '\\d一二两三四五六七八九十百';
/** A count that begins here and is not a part of a longer number, an ordinal or a guess. */
const COUNT = `(?<![${DIGIT}.第数几近约余])([${DIGIT}]{1,4})`;

/** What is counted, and what the name of each of them ends in. */
const KINDS: Readonly<Record<string, RegExp>> = {
  乡镇: /(?:乡|镇|街道|办事处|苏木)$/,
  镇: /镇$/,
  村: /[村屯寨庄]$/,
  社区: /社区$/,
  县: /[县市区旗]$/,
  县区: /[县市区旗]$/,
  区县: /[县市区旗]$/,
  园区: /(?:园|区|基地)$/,
  学校: /[校学园院]$/,
  单位: /(?:[局委办部院署厅会校]|中心|公司)$/,
  部门: /(?:[局委办部院署厅会]|中心)$/,
  企业: /(?:公司|集团|[厂场店社])$/,
  公司: /公司$/,
  项目: /(?:项目|工程)$/,
  工程: /(?:项目|工程)$/,
  中心: /中心$/,
};
/** The one that is counted stands directly before 分别: in 12个乡镇中排名靠前的分别是… others are named. */
const NAMED = new RegExp(
  `${COUNT}[个家所条项座][^，。；：、“”（）()\\n${DIGIT}的中前后最其另]{0,6}?(${Object.keys(KINDS)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?:分别是|分别为|依次是|依次为)[：:]?([^，。；：:“”（）()《》\\n\\d等]{4,200})。`,
  'g',
);
/** 全国文明镇、省级文明镇: what they were found to be, not which they are. 东、西两镇 are two names in one. */
const NO_NAMES = /[级类优良第两三四五六七八九]|文明|先进|示范/;
/** More names too few or too many are of another whole. */
const MOST_MISSED = 2;

const PEOPLE = new RegExp(
  `(?:[对向为由选派，。；：]|^)((?:\\p{Script=Han}{2,4}、){2,15}\\p{Script=Han}{2,4}?)([${DIGIT}]{1,3})[名位](同志|同学|教师|干部|党员|代表|委员|选手|队员|个人|人)`,
  'gu',
);
/** All who are named are these, whatever else they are: of teachers the last two may be meant. */
const ANYBODY = /^(?:同志|同学|个人|人)$/;
const FURTHER_NUMBER = new RegExp(`^[^，。；]{0,6}[和及与、][^，。；]{0,2}[${DIGIT}]`);
/** The hundred commonest, and how some of them are written too. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文肖闫付';
const PERSON = new RegExp(
  `^(?:[${SURNAMES}]|欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|端木|东方)[^、]{1,2}$`,
);
/** Ends of offices, places and subjects, and what joins a name to others: 石油、金融、文化, 苏州、徐州, 陈静等. */
const NO_PERSON =
  /[科业局利部办院所室处股委会系州省市县区镇乡村校队组班厂站社馆园司家族油融化育游务法级]$|[等和及与共外另]/;

const KIND = '(类|方面|环节|阶段|难题|短板|问题)';
const FIRST = new RegExp(`(?<![${DIGIT}.这第上前后其数几])([${DIGIT}]{1,3})(?:个|大)?${KIND}`, 'g');
const THESE = new RegExp(`(?:这|上述|以上)([${DIGIT}]{1,3})(?:个|大)?${KIND}`, 'g');
/** 水、电、路、气这四个问题: what these are is said directly before. */
const SAID_WHICH =
  /(?:[、和与及][^，。；：、]{1,8}|[、和与及][^，。；：、]{1,8}[，：]|(?:其中|下面|以下|接下来)[^。；]{0,12})$/;
/** More are told of between the two. */
const MORE_TOLD = /另|此外|还|新增|加上|连同|再加|其他|其它/;
const ORDER = '一二三四五六七八九';

const YEARS =
  /((?:\d{4}年?[、和]){2,8}\d{4})年[，,]?([^，。；\d]{0,10})连续([\d一二两三四五六七八九十]{1,2})年(?![、以多来])/g;
/** Other years are counted in. */
const OTHER_YEARS = /此前|之前|加上|自|从|起|至|到|累计|再|曾|均|都/;

/**
 * What is counted by digits or spelled; undefined of what is no one number: 三五名, 七八天.
 * The same in all relations between numbers and what is beside them.
 */
export function countOf(numeral: string): number | undefined {
  return /[一二两三四五六七八九]{2}/.test(numeral) ? undefined : wholeNumeral(numeral);
}

/** The findings of one paragraph. O(length). */
export function wrongListed(places: readonly SentencePlace[]): Finding[] {
  return [
    ...places.flatMap(wrongNames),
    ...places.flatMap(wrongPeople),
    ...places.flatMap(wrongYears),
    ...wrongAnaphor(places),
  ];
}

/** 5个试点乡镇分别是甲镇、乙镇、丙乡和丁乡。 */
function wrongNames({ draft: { text }, sentence }: SentencePlace): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!words.includes('分别') && !words.includes('依次')) return [];
  return [...words.matchAll(NAMED)].flatMap((match) => {
    const [numeral, kind, list] = match.slice(1) as [string, string, string];
    const names = list.split('、');
    const isName = (name: string) => name.length > 1 && KINDS[kind]!.test(name);
    const stated = countOf(numeral);
    if (stated === undefined || NO_NAMES.test(list) || !names.every(isName)) return [];
    // 丙乡和丁乡 are two, 教育和体育中心 is one; it is wrong if it is neither way.
    const joined = names.at(-1)!.split(/以及|[和及与]/);
    const most = list.split(/、|以及|[和及与]/).length;
    const missed = stated > most ? stated - most : names.length - stated;
    if (missed <= 0 || missed > MOST_MISSED) return [];
    const start = sentence.start + match.index;
    const count = names.length - 1 + (joined.every(isName) ? joined.length : 1);
    return [counted(text, start, start + numeral.length + 1, count)];
  });
}

/** 对孙某某、李某某、赵某某、陈某五名同志予以通报表扬 */
function wrongPeople({ draft: { text }, sentence }: SentencePlace): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!words.includes('、')) return [];
  return [...words.matchAll(PEOPLE)].flatMap((match) => {
    const [list, numeral, noun] = match.slice(1) as [string, string, string];
    const names = list.split('、');
    const stated = countOf(numeral);
    // One is missed, or counted twice.
    const isWrong = stated === names.length + 1 || (stated === names.length - 1 && ANYBODY.test(noun));
    if (!isWrong || !names.every((name) => PERSON.test(name) && !NO_PERSON.test(name))) return [];
    // 高一、高二、高三
    if (names.every((name) => name.startsWith(names[0]![0]!))) return [];
    // 两名党员和一名群众代表
    if (FURTHER_NUMBER.test(words.slice(match.index + match[0].length))) return [];
    const end = sentence.start + match.index + match[0].length - noun.length;
    return [counted(text, end - numeral.length - 1, end, names.length)];
  });
}

/** 2022、2023、2024、2025年，我局连续三年获评 */
function wrongYears({ draft: { text }, sentence }: SentencePlace): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!words.includes('连续')) return [];
  return [...words.matchAll(YEARS)].flatMap((match) => {
    const years = match[1]!.split(/年?[、和]/).map(Number);
    const isRow = years.every((year, i) => i === 0 || year === years[i - 1]! + 1);
    const stated = countOf(match[3]!);
    if (!isRow || stated === undefined || Math.abs(stated - years.length) !== 1) return [];
    if (OTHER_YEARS.test(match[2]!) || OTHER_YEARS.test(words.slice(0, match.index))) return [];
    const end = sentence.start + match.index + match[0].length;
    return [counted(text, end - match[3]!.length - 3, end, years.length)];
  });
}

/** 三类问题…针对这四类问题: taken up as more than the only ones before it; as fewer they may be some of them. */
function wrongAnaphor(places: readonly SentencePlace[]): Finding[] {
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last) return [];
  const { text } = first.draft;
  const words = text.slice(first.sentence.start, last.sentence.end);
  return [...words.matchAll(THESE)].flatMap((match) => {
    const kind = match[2]!;
    const [only, ...others] = [...words.slice(0, match.index).matchAll(FIRST)].filter((one) => one[2] === kind);
    if (!only || others.length > 0) return [];
    const [told, stated] = [countOf(only[1]!), countOf(match[1]!)];
    if (told === undefined || stated === undefined || told < 2 || stated <= told) return [];
    if (kind === '类' || kind === '方面') {
      const [one, other] = [only, match].map(
        (of) => words.slice(of.index! + of[0].length).match(/^\p{Script=Han}{0,2}/u)![0],
      );
      if (one !== other) return [];
    }
    const between = words.slice(only.index + only[0].length, match.index);
    if (SAID_WHICH.test(between) || MORE_TOLD.test(between) || ordersAnew(between, told)) return [];
    const start = first.sentence.start + match.index;
    return [finding(start, start + match[0].length, l10n.t('“{0}” is announced, but {1} follow.', only[0], stated))];
  });
}

/** 四是, 第四 where three were told, or 一是 twice: something else is told one by one. */
function ordersAnew(words: string, told: number): boolean {
  const order = [...words.matchAll(/([一二三四五六七八九])是|第([一二三四五六七八九])/g)].map(
    (match) => ORDER.indexOf(match[1] ?? match[2]!) + 1,
  );
  return order.some((at) => at > told) || order.filter((at) => at === 1).length > 1;
}

function counted(text: string, start: number, end: number, count: number): Finding {
  return finding(start, end, l10n.t('“{0}” is announced, but {1} follow.', text.slice(start, end), count));
}

function finding(start: number, end: number, message: string): Finding {
  return { code: 'figure.inconsistent', start, end, message, related: [], fixes: [] };
}

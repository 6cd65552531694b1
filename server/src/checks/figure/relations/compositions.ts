/** Finds what is said of how a whole is made up that its numbers contradict: 四名选手，三男两女; shares of ages beyond 100%; anniversaries, days and months. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../../analysis/finding';
import type { SentencePlace } from '../../../draft/sentencePlace';
import { doesNotFit, wrongSum } from '../figureSums';
import { countOf } from './listed';
import type { Mention } from './mentions';

const DIGIT = '\\d一二两三四五六七八九十百';
const CLAUSE_END = '(?=[，,。；;）！]|$)';
/** 每村2男1女, 各3男3女 are of each; what follows 另 or 其余 are more of them. */
const MEN_AND_WOMEN = new RegExp(
  `(?<![${DIGIT}.第])([${DIGIT}]{1,4})([名位]|个(?=孩子|小孩|子女|人|队员|选手))(?!女|男)([^，。；：、${DIGIT}每各均组]{0,14})[，,：:]?(?:共|其中)?[，,]?([${DIGIT}]{1,3})[名个]?([男女])[、，]?([${DIGIT}]{1,3})[名个]?([男女])${CLAUSE_END}(?![，,；;](?:另|其余|还|其他))`,
  'g',
);

/** The findings of one paragraph. O(length). */
export function wrongCompositions(places: readonly SentencePlace[], mentions: readonly Mention[]): Finding[] {
  return [
    ...places.flatMap(wrongSexes),
    ...places.flatMap(wrongMonths),
    ...places.flatMap((place, i) => wrongAge(place, places[i + 1])),
    ...mentions.flatMap((_, at) => wrongAllShares(mentions, at)),
    ...mentions.flatMap((_, at) => wrongDaysShare(mentions, at)),
  ];
}

/** 四名选手，三男两女 */
function wrongSexes({ draft: { text }, sentence }: SentencePlace): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!words.includes('男') || !words.includes('女')) return [];
  return [...words.matchAll(MEN_AND_WOMEN)].flatMap((match) => {
    const [whole, one, other] = [match[1]!, match[4]!, match[6]!].map(countOf);
    if (whole === undefined || one === undefined || other === undefined) return [];
    if (match[5] === match[7] || one + other === whole) return [];
    const end = sentence.start + match.index + match[0].length;
    const start = sentence.start + match.index + match[0].search(PARTS);
    const all = { start: sentence.start + match.index, end: sentence.start + match.index + match[1]!.length + 1 };
    return [
      {
        ...doesNotFit(text, text.slice(start, end), all, all),
        start,
        end,
        message: l10n.t(
          'The parts come to {0}, the whole is given as {1}.',
          String(one + other),
          text.slice(all.start, all.end),
        ),
      },
    ];
  });
}

const PARTS = new RegExp(`[${DIGIT}]{1,3}[名个]?[男女][、，]?[${DIGIT}]{1,3}[名个]?[男女]$`);

/** What is said of a beginning and of its anniversaries. 建校 is of a school, 创刊 of a paper. */
const FOUNDED = '创办|创建|创立|成立|始建|组建|设立|建立|诞生|创刊|建校|建院|建厂|建馆|建社|建园|建';
const OPENED = '开馆|开园|开业|开通|通车|通航|投产|投用|挂牌|开港';
const BEGUN = new RegExp(
  `(?:(?<!\\d)(?<year>\\d{4})年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:正式|顺利|建成)?(?<what>${OPENED}|成立|创刊|建成)|(?<begun>${FOUNDED}|建成|开馆|开业)于(?<since>\\d{4})年(?:\\d{1,2}月)?(?:\\d{1,2}日)?)(?=[，,。；])`,
);
/** Words that may all say that it began. */
const FAMILY = new RegExp(`^(?:${FOUNDED})$`);
/** Its own words and no other subject: 今年迎来建校七十五周年, 开馆二十周年之际. */
const ANNIVERSARY = new RegExp(
  `^(?:在|值|值此|正值|恰逢|适逢|欣逢|逢|今年|本年|即将|将|也|正|是|迎来|迎|喜迎|我[校院馆厂社园]|该[校院馆厂社园]|[全本][校院馆厂社园]|学校)*(?<event>${FOUNDED}|${OPENED}|建成)?(?<years>[${DIGIT}]{1,4})周年(?<after>[^，。；]{0,8})`,
);
/** It is told of another year, or another thing has come between. */
const ANOTHER =
  /去年|前年|上年|曾|当年|\d{4}年|[二一][〇○零九][〇○零一二三四五六七八九]{2}年|旗下|下属|附属|所属|分[校院馆厂社]|新[校院馆厂社区]/;
const MOST_CLAUSES_BETWEEN = 4;

/** 创办于1952年，今年迎来建校七十五周年; 于2014年6月开馆…开馆二十周年之际. */
function wrongAge(place: SentencePlace, next: SentencePlace | undefined): Finding[] {
  const {
    draft: { text },
    sentence,
    today,
  } = place;
  const own = text.slice(sentence.start, sentence.end);
  const begun = BEGUN.exec(own);
  if (!begun) return [];
  const from = sentence.start + begun.index + begun[0].length;
  const words = text.slice(from, next?.block === place.block ? next.sentence.end : sentence.end);
  const clauses = [...words.matchAll(/[^，,。；;\n]+/g)];
  const at = clauses.findIndex(([clause]) => clause.includes('周年'));
  const clause = clauses[at];
  if (!clause || at > MOST_CLAUSES_BETWEEN) return [];
  const said = ANNIVERSARY.exec(clause[0]);
  const numeral = said?.groups?.years;
  const years = numeral === undefined ? undefined : countOf(numeral);
  const { year, what, since, begun: word } = begun.groups!;
  const right = Number(today.slice(0, 4)) - Number(year ?? since);
  if (!said || years === undefined || Math.abs(years - right) < NEAREST || Math.abs(years - right) > FARTHEST)
    return [];
  const { event, after } = said.groups!;
  if (/后|时|前|以来|的/.test(after!) || ANOTHER.test(words.slice(0, clause.index)) || ANOTHER.test(clause[0]))
    return [];
  if (!isOf(event, (what ?? word)!, own.slice(0, begun.index) + said[0])) return [];
  // Without 今年 one that is past may be told of, or one that is near.
  if (!/今年|本年/.test(said[0]) && years <= right + 1) return [];
  const start = from + clause.index + said[0].indexOf(numeral!);
  const end = start + numeral!.length + 2;
  return [
    {
      code: 'figure.inconsistent',
      start,
      end,
      message: l10n.t('From {0} to {1} there are {2} years.', (year ?? since)!, today.slice(0, 4), right),
      related: [],
      fixes: [],
    },
  ];
}

/** Whether the anniversary of `event` is that of what was `begun`; `subject`: the words that name it. */
function isOf(event: string | undefined, begun: string, subject: string): boolean {
  if (event === begun) return true;
  if (!FAMILY.test(begun)) return false;
  // What was first built in one year may have been founded as what it is in another.
  if (/^(?:始建|建)$/.test(begun) && event !== undefined && !/^始?建/.test(event)) return false;
  // 建校 of a school, not of its hospital.
  return event === undefined || (FAMILY.test(event) && (!/^建[^立]/.test(event) || isNamed(event, subject)));
}

function isNamed(event: string, subject: string): boolean {
  return subject.replace(event, '').includes(event[1]!) || (event === '建校' && /学院|中学|小学|大学/.test(subject));
}

/** One off, the draft is of the year before or after, or both ends are counted. In years. */
const NEAREST = 2;
/** Farther off it is told of something else. In years. */
const FARTHEST = 12;

const YOUNGEST = /岁(?:及)?以下/;
const OLDEST = /岁(?:及)?以上/;
/** 其他服务业 is a part by itself. */
const THE_REST = /^[，,、；;和]{0,2}(?:其余|其他|其它|剩余)(?:的|人员|选项)?(?:占比?|为|占了|仅占|占到)?$/;
const AGES = /(?:(\d{1,3})(?:周?岁)?(?:至|到|—{1,2}|[-－~～]))?(\d{1,3})周?岁/;
/** Of rounded shares, in per cent; farther off they are of several wholes. */
const TOLERATED = 0.6;
const FAR_OFF = 15;

/** 35岁以下的占18.6%，36至59岁的占45.1%，60岁及以上的占46.3%; 满意的占61.3%，…，其余24.5%: shares that are the whole. `at`: of the first. */
function wrongAllShares(mentions: readonly Mention[], at: number): Finding[] {
  const first = mentions[at]!;
  const shares = mentions.filter(({ unit, sentence }) => unit === '%' && sentence === first.sentence);
  if (first !== shares[0] || shares.length < 3 || !shares.every(({ isExact }) => isExact)) return [];
  const { text } = first.place.draft;
  const names = shares.map(({ start }, i) => text.slice(shares[i - 1]?.end ?? first.place.sentence.start, start));
  const isByAge = YOUNGEST.test(names[0]!) && OLDEST.test(names.at(-1)!) && areAdjoining(names);
  const isWithRest = THE_REST.test(names.at(-1)!) && !names.some((name) => /增长|下降|提高|同比|其中/.test(name));
  if (!(isByAge || isWithRest) || !names.slice(0, -1).every((name) => /占[^，。；]{0,6}$/.test(name))) return [];
  const sum = shares.reduce((all, { value }) => all + value, 0);
  if (Math.abs(sum - 100) <= TOLERATED || Math.abs(sum - 100) > FAR_OFF) return [];
  const figures = shares.map(({ figure }) => figure);
  const found = wrongSum(text, { ...figures[0]!, value: 100 }, figures, { than: 'other', given: '100%' });
  return found ? [found] : [];
}

/** 35岁以下, 36至59岁, 60岁及以上: without a gap and without what is counted twice. */
function areAdjoining(names: readonly string[]): boolean {
  let upTo: number | undefined;
  return names.every((name, i) => {
    const [, low, high] = AGES.exec(name) ?? [];
    if (high === undefined) return false;
    const [from, to] = [Number(low ?? high), Number(high)];
    const isOuter = i === 0 || i === names.length - 1;
    const isNext = upTo === undefined || from === upTo || from === upTo + 1;
    upTo = to;
    return isNext && isOuter === (low === undefined);
  });
}

/** Of the same place and the same time as the days. */
const GOOD_DAYS = /^[，,、]?(?:全年|环境|空气|质量|平均){0,3}优良(?:天数)?(?:比例|比率|率|占比)(?:达到?|为)?$/;
/** So many days of a year must have been measured, and there are no more. */
const FEWEST_DAYS = 324;
const MOST_DAYS = 366;
/** Of the share, by rounding. */
const ROUNDED = 0.1;

/** 2025年…优良天数318天，优良率83.1%: of the days of a year. */
function wrongDaysShare(mentions: readonly Mention[], at: number): Finding[] {
  const [days, stated] = [mentions[at - 1], mentions[at]!];
  if (
    !days?.isExact ||
    !stated.isExact ||
    days.unit !== '天' ||
    stated.unit !== '%' ||
    days.sentence !== stated.sentence
  )
    return [];
  const { draft, sentence, today } = stated.place;
  const before = draft.text.slice(sentence.start, days.start);
  if (!/优良天数(?:共|为|达到?|共有)?$/.test(before) || !GOOD_DAYS.test(draft.text.slice(days.end, stated.start)))
    return [];
  if (
    /月|季度|半年/.test(before) ||
    !/\d{4}年|去年|上年|全年/.test(before) ||
    days.value < 180 ||
    days.value > MOST_DAYS
  )
    return [];
  const [least, most] = [stated.value + ROUNDED, stated.value - ROUNDED].map((share) => (days.value * 100) / share);
  // This year is not over yet.
  const isOver = /去年|上年|全年/.test(before) || Number(/(\d{4})年/.exec(before)?.[1]) < Number(today.slice(0, 4));
  if (!(least! > MOST_DAYS || (isOver && most! < FEWEST_DAYS))) return [];
  return [doesNotFit(draft.text, draft.text.slice(stated.start, stated.end), days, stated)];
}

/** The length directly after the last day or the word that it ended; not that of one of several stages. */
const MONTHS = new RegExp(
  `((\\d{1,2})月(\\d{1,2})日)([^。；\\d]{0,16})(?:至|到|—{1,2}|[-－~～])((\\d{1,2})月(\\d{1,2})日)(?:全面|正式|基本|圆满)?(?:结束|收官|截止|完成|闭幕|止)?[，,]?(?:为期|历时|持续)([${DIGIT}]{1,3})个月${CLAUSE_END}`,
  'g',
);
const STAGE = /其中|阶段|首|每|批/;
const DAYS_OF_MONTH = 30.4;

/** 自3月1日启动，至5月31日收官，为期四个月 */
function wrongMonths({ draft: { text }, sentence }: SentencePlace): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!words.includes('个月')) return [];
  return [...words.matchAll(MONTHS)].flatMap((match) => {
    const [m1, d1, m2, d2] = [match[2], match[3], match[6], match[7]].map(Number) as [number, number, number, number];
    const said = countOf(match[8]!);
    const months = m2 - m1 + (m2 < m1 ? 12 : 0) + (d2 - d1 + 1) / DAYS_OF_MONTH;
    if (said === undefined || Math.abs(months - said) < 0.7 || STAGE.test(match[4]!)) return [];
    const begin = sentence.start + match.index;
    const last = begin + match[0].lastIndexOf(match[5]!);
    const end = begin + match[0].length;
    const start = end - match[8]!.length - 2;
    const [first, until] = [
      { start: begin, end: begin + match[1]!.length },
      { start: last, end: last + match[5]!.length },
    ];
    return [{ ...doesNotFit(text, text.slice(start, end), first, until), start, end }];
  });
}

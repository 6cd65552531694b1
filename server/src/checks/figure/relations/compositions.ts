/** Finds what is said of how a whole is made up that its numbers contradict: 四名选手，三男两女; 师生比1∶15; shares of ages beyond 100%; years of age. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../../analysis/finding';
import type { SentencePlace } from '../../../draft/sentencePlace';
import { wholeNumeral } from '../../../text/numerals';
import { doesNotFit, wrongSum } from '../figureSums';
import type { Mention } from './mentions';

const NUMBER = '[\\d一二两三四五六七八九十]{1,3}';
const MEN_AND_WOMEN = new RegExp(
  `(${NUMBER})[名位个](?!女|男)[^，。；：]{0,14}[，,：:]?(?:共|其中)?[，,]?(${NUMBER})(男|女)(${NUMBER})(男|女)`,
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
    const [whole, one, other] = [match[1]!, match[2]!, match[4]!].map(read);
    if (
      match[3] === match[5] ||
      whole === undefined ||
      one === undefined ||
      other === undefined ||
      one + other === whole
    )
      return [];
    const end = sentence.start + match.index + match[0].length;
    const start = end - match[4]!.length - match[2]!.length - 2;
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

function read(numeral: string): number | undefined {
  return numeral === '两' ? 2 : wholeNumeral(numeral);
}

const BEGUN =
  /(?:于|自)?(\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式|顺利)?(?<what>\p{Script=Han}{2})(?=[，。；、]|以来)|(?<begun>创办|创建|成立|始建|组建|设立|建成|诞生|创刊|建校|建院|建厂|建馆|建)于(\d{4})年/u;
const ANNIVERSARY =
  /(?<when>今年|本年度?|即将|将|(?<event>\p{Script=Han}{2}))[^，。；]{0,12}?([\d一二三四五六七八九十百]{1,5})周年/u;
/** What is begun once. */
const EVENT =
  /^(?:开馆|开园|开业|开通|通车|投产|投用|建成|成立|创刊|创办|创建|建校|建院|建馆|挂牌|设立|组建|开港|通航|建市|建县|建区)$/;

/** 创办于1952年，今年迎来建校七十五周年; 于2014年6月开馆…开馆二十周年之际. */
function wrongAge(place: SentencePlace, next: SentencePlace | undefined): Finding[] {
  const {
    draft: { text },
    sentence,
    today,
  } = place;
  const begun = BEGUN.exec(text.slice(sentence.start, sentence.end));
  const what = begun?.groups?.what;
  if (!begun || (what !== undefined && !EVENT.test(what))) return [];
  const year = begun[1] ?? begun[4]!;
  const from = sentence.start + begun.index + begun[0].length;
  const words = text.slice(from, next?.block === place.block ? next.sentence.end : sentence.end);
  const said = ANNIVERSARY.exec(words);
  const years = said ? wholeNumeral(said[3]!) : undefined;
  const right = Number(today.slice(0, 4)) - Number(year);
  if (!said || years === undefined || years === right) return [];
  const { event } = said.groups!;
  // 校庆, 建校: of what was begun; another event had its own year.
  if (event !== undefined && event !== (what ?? begun.groups?.begun)) return [];
  if (event === undefined && what !== undefined) return [];
  if (!said[0].startsWith('今年') && years === right + 1) return [];
  // 学校…，学院…: of something else that was begun in another year.
  if (/\d{4}年/.test(words.slice(0, said.index)) || Math.abs(years - right) > FARTHEST) return [];
  const end = from + said.index + said[0].length;
  const start = end - said[3]!.length - 2;
  return [
    {
      code: 'figure.inconsistent',
      start,
      end,
      message: l10n.t('From {0} to {1} there are {2} years.', year, today.slice(0, 4), right),
      related: [],
      fixes: [],
    },
  ];
}

/** Farther off it is told of something else. In years. */
const FARTHEST = 12;

const YOUNGEST = /岁(?:及)?以下/;
const OLDEST = /岁(?:及)?以上/;
const THE_REST = /^[，,、；;和]{0,2}(?:其余|其他|其它|剩余)/;
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
  const isByAge = YOUNGEST.test(names[0]!) && OLDEST.test(names.at(-1)!) && names.every((name) => name.includes('岁'));
  const isWithRest = THE_REST.test(names.at(-1)!) && !names.some((name) => /增长|下降|提高|同比|其中/.test(name));
  if (!(isByAge || isWithRest) || !names.slice(0, -1).every((name) => /占[^，。；]{0,6}$/.test(name))) return [];
  const sum = shares.reduce((all, { value }) => all + value, 0);
  if (Math.abs(sum - 100) <= TOLERATED || Math.abs(sum - 100) > FAR_OFF) return [];
  const figures = shares.map(({ figure }) => figure);
  const found = wrongSum(text, { ...figures[0]!, value: 100 }, figures, { than: 'other', given: '100%' });
  return found ? [found] : [];
}

const GOOD_DAYS = /优良(?:天数)?(?:比例|比率|率|占比)(?:达到?|为)?$/;
/** Days without a measurement, in per cent. */
const UNMEASURED = 1.2;

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
  const { text } = stated.place.draft;
  const before = text.slice(days.place.sentence.start, days.start);
  if (!/优良天数[^，。；\d]{0,4}$/.test(before) || !GOOD_DAYS.test(stated.lead)) return [];
  const isYear = /(?:\d{4}年|去年|上年|全年)/.test(before) && !/月|季度|半年/.test(before);
  const right = (days.value * 100) / 365;
  if (!isYear || Math.abs(right - stated.value) <= UNMEASURED || days.value < 180) return [];
  return [doesNotFit(text, text.slice(stated.start, stated.end), days, stated)];
}

const MONTHS =
  /(\d{1,2})月(\d{1,2})日[^。；\d]{0,16}(?:至|到|—|-)(\d{1,2})月(\d{1,2})日[^。；\d]{0,12}(?:为期|历时|持续)([\d一二两三四五六七八九十]{1,2})个月(?!零|多|又)/g;
const DAYS_OF_MONTH = 30.4;

/** 自3月1日启动，至5月31日收官，为期四个月 */
function wrongMonths({ draft: { text }, sentence }: SentencePlace): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!words.includes('个月')) return [];
  return [...words.matchAll(MONTHS)].flatMap((match) => {
    const [m1, d1, m2, d2] = match.slice(1, 5).map(Number) as [number, number, number, number];
    const said = read(match[5]!);
    const months = m2 - m1 + (m2 < m1 ? 12 : 0) + (d2 - d1 + 1) / DAYS_OF_MONTH;
    if (said === undefined || Math.abs(months - said) < 0.7) return [];
    const end = sentence.start + match.index + match[0].length;
    const start = end - match[5]!.length - 2;
    const span = { start: sentence.start + match.index, end: start };
    return [{ ...doesNotFit(text, text.slice(start, end), span, span), start, end }];
  });
}

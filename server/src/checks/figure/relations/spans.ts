/** Finds lengths of time and moves of rank that their two ends contradict: 1941年出生，今年94岁; 10月12日进驻，16日撤回，前后7天; 由第9位上升到第6位，前移4位. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../../analysis/finding';
import type { SentencePlace } from '../../../draft/sentencePlace';
import { countOf } from './listed';

const NUMBER = '([\\d一二两三四五六七八九十百]{1,5})';
const CLAUSE_END = '(?=[，,。；;！]|$)';
const BORN = new RegExp(
  `(\\d{4})年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:出生|生人|生于|生)([^。；\\d]{0,12})今年(?:已经?|刚满|正好|整整)?${NUMBER}周?岁`,
  'g',
);
/** 其母1941年生，他今年…: of somebody else. */
const SOMEBODY_ELSE = /[父母爸妈妻夫子儿女孙哥弟姐妹师徒]|老伴|爱人|[他她]/;
const SINCE = new RegExp(
  `(\\d{4})年(?:\\d{1,2}月)?[^，。；\\d]{0,6}(?:建成|投产|投用|成立|通车|通航|开馆|参加工作|从教)[，,]至今((?:已经?|整整|安全|平稳|稳定|运行|运营|走过|服务|工作|坚守|了){0,5})${NUMBER}年${CLAUSE_END}`,
  'g',
);
/** Nothing but that time has gone by: what runs or serves may have paused, or begun later. */
const GONE_BY = /^(?:已经?|整整|走过|了)*$/;

const END = '(?:结束|撤回|撤离|返回|返程|闭幕|闭展|收官|截止|完成|竣工|落幕|离开)';
const DAYS = new RegExp(
  `(\\d{1,2})月(\\d{1,2})日([^。；\\d]{0,8}?)([，,]?(?:计划|预计)?(?:至|到|—{1,2}|[－~～-])|[，,])(?:(\\d{1,2})月)?(\\d{1,2})日([^，。；\\d]{0,8}?)[，,]?(历时|为期|前后|总共|共|全程|持续)(驻点|驻村|驻守|走访|奔波)?\\s*${NUMBER}天${CLAUSE_END}`,
  'g',
);
const ENDS = new RegExp(`${END}$`);
/** One of several parts of the time, or a day from which something begins. */
const OTHER_SPAN = /[组批前后起始]|其中|阶段|报名|首|每/;
/** Days on which it went on, not all from the first to the last. */
const SOME_DAYS = /培训|学习|轮训|研修|授课|上课|值[班守勤]|工作日|周末|双休|休息|放假|调休|班/;

const RANKS = new RegExp(
  `第${NUMBER}[位名]([^。；\\d]{0,10}?)(?:上升|提升|跃升|前移|进位|下降|下滑|升|退|降|跌)([^。；\\d、第]{0,2})第${NUMBER}[位名][，,](?:上升|提升|跃升|前移|前进|进位|下降|下滑|后移|进|升|退|降)了?${NUMBER}(?:个)?(?:位次?|名次?)${CLAUSE_END}`,
  'g',
);
/** The move is reckoned from another rank, or of another. */
const OTHER_RANK = /较|比|其中|居|第|、/;
const DAY_MS = 86_400_000;

/** The findings of one sentence, at the length or the move. O(length). */
export function wrongSpansOfTime(place: SentencePlace): Finding[] {
  const { text } = place.draft;
  const words = text.slice(place.sentence.start, place.sentence.end);
  const year = Number(place.today.slice(0, 4));
  return [...wrongYears(place, words, year), ...wrongDays(place, words, year), ...wrongMoves(place, words)];
}

/** 1941年出生，今年已经94岁; 1971年建成，至今已安全运行整整六十年. */
function wrongYears(place: SentencePlace, words: string, today: number): Finding[] {
  const found: Finding[] = [];
  if (words.includes('岁'))
    for (const match of words.matchAll(BORN)) {
      const [right, stated] = [today - Number(match[1]), countOf(match[3]!)];
      if (stated === undefined || right <= 0 || Math.abs(stated - right) <= 1 || SOMEBODY_ELSE.test(match[2]!))
        continue;
      found.push(finding(place, match, match[3]!, '岁', right));
    }
  if (words.includes('至今'))
    for (const match of words.matchAll(SINCE)) {
      const [right, stated] = [today - Number(match[1]), countOf(match[3]!)];
      if (stated === undefined || right <= 0) continue;
      if (stated > right + 1 || (stated < right - 1 && GONE_BY.test(match[2]!)))
        found.push(finding(place, match, match[3]!, '年', right));
    }
  return found;
}

/** 10月12日进驻，10月16日撤回，前后驻点7天 */
function wrongDays(place: SentencePlace, words: string, year: number): Finding[] {
  if (!words.includes('天')) return [];
  return [...words.matchAll(DAYS)].flatMap((match) => {
    const [, month, day, during, joined, endMonth = month, endDay, end, word, verb, numeral] = match;
    const [m1, d1, m2, d2] = [month, day, endMonth, endDay].map(Number) as [number, number, number, number];
    const days = (Date.UTC(year, m2 - 1, d2) - Date.UTC(year, m1 - 1, d1)) / DAY_MS;
    const stated = countOf(numeral!);
    if (days <= 0 || stated === undefined || OTHER_SPAN.test(during!) || OTHER_SPAN.test(end!)) return [];
    // 5月1日启动，5月3日开工，历时20天: from the second day on.
    const isSpan = ENDS.test(end!) || (end === '' && joined !== '，' && joined !== ',');
    if (!isSpan) return [];
    // Of which year the last of February is is not known.
    const slack = m1 <= 2 && m2 >= 3 ? 1 : 0;
    const isMore = stated > days + 1 + slack;
    // Either end may be counted in, and nights are told as days.
    const isLess = stated < days - slack && verb === undefined && !/共/.test(word!) && !SOME_DAYS.test(words);
    return isMore || isLess ? [finding(place, match, numeral!, '天', days + 1)] : [];
  });
}

/** 由全省第9位上升到第6位，前移了4位 */
function wrongMoves(place: SentencePlace, words: string): Finding[] {
  if (!words.includes('第')) return [];
  return [...words.matchAll(RANKS)].flatMap((match) => {
    const [from, to, stated] = [match[1]!, match[4]!, match[5]!].map(countOf);
    if (from === undefined || to === undefined || stated === undefined) return [];
    const right = Math.abs(from - to);
    if (right === 0 || right === stated || OTHER_RANK.test(match[2]!) || OTHER_RANK.test(match[3]!)) return [];
    return [finding(place, match, match[5]!, '', right)];
  });
}

function finding(
  { draft: { text }, sentence }: SentencePlace,
  match: RegExpMatchArray,
  numeral: string,
  unit: string,
  right: number,
): Finding {
  const start = sentence.start + match.index! + match[0].lastIndexOf(numeral);
  const end = start + numeral.length + unit.length;
  return {
    code: 'figure.inconsistent',
    start,
    end,
    message: l10n.t('By what stands before it this is {0}, not {1}.', `${right}${unit}`, text.slice(start, end)),
    related: [],
    fixes: [],
  };
}

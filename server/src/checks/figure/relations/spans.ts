/** Finds lengths of time and moves of rank that their two ends contradict: 1941年出生，今年94岁; 10月12日进驻，16日撤回，前后7天; 由第9位上升到第6位，前移4位. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../../analysis/finding';
import type { SentencePlace } from '../../../draft/sentencePlace';
import { wholeNumeral } from '../../../text/numerals';

const NUMBER = '([\\d一二两三四五六七八九十百]{1,4})';
const BORN =
  /(\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出)?生(?:人|于)?[^。；\d]{0,12}今年(?:已经?|刚满|正好)?(\d{2,3})(?:周?岁)/g;
const SINCE = new RegExp(
  `(\\d{4})年(?:\\d{1,2}月)?[^，。；\\d]{0,6}(?:建成|投产|投用|成立|通车|开馆|参加工作|入党|任教|从教|扎根)[^。；\\d]{0,4}[，,]至今(?:已经?|整整|安全|运行|走过|有|坚守|工作|服务|了){0,5}${NUMBER}年`,
  'g',
);
const DAYS =
  /(\d{1,2})月(\d{1,2})日[^。；\d]{0,8}[，,至到—-][^。；\d]{0,4}(?:(\d{1,2})月)?(\d{1,2})日[^。；\d]{0,8}[，,]?(?:前后|历时|共|为期|总共|全程|持续)[^。；\d]{0,4}(\d{1,3})天/g;
const RANKS = new RegExp(
  `第${NUMBER}(?:位|名)[^。；\\d]{0,10}(?:上升|提升|跃升|前移|进位|升|退|降|下滑|下降|跌)[^。；\\d]{0,6}第${NUMBER}(?:位|名)[，,]?[^，。；\\d]{0,10}?(?:了)?${NUMBER}(?:个)?(?:位次?|名次?)(?=[，。；])`,
  'g',
);
const DAY_MS = 86_400_000;

/** The findings of one sentence, at the length or the move. O(length). */
export function wrongSpansOfTime({ draft: { text }, sentence, today }: SentencePlace): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  const year = Number(today.slice(0, 4));
  const found: Finding[] = [];
  if (words.includes('岁'))
    for (const match of words.matchAll(BORN)) add(match, match[2]!, '岁', [year - Number(match[1])], 1);
  if (words.includes('至今'))
    for (const match of words.matchAll(SINCE)) add(match, match[2]!, '年', [year - Number(match[1])], 1);
  if (words.includes('天'))
    for (const match of words.matchAll(DAYS)) {
      const [m1, d1, m2, d2] = [match[1], match[2], match[3] ?? match[1], match[4]].map(Number) as [
        number,
        number,
        number,
        number,
      ];
      const days = (Date.UTC(year, m2 - 1, d2) - Date.UTC(year, m1 - 1, d1)) / DAY_MS;
      // Either end may be counted in, and nights are told as days.
      if (days > 0) add(match, match[5]!, '天', [days + 1, days], 0);
    }
  if (words.includes('第'))
    for (const match of words.matchAll(RANKS)) {
      const [from, to] = [read(match[1]!), read(match[2]!)];
      if (from !== undefined && to !== undefined) add(match, match[3]!, '', [Math.abs(from - to)], 0);
    }
  return found;

  function add(match: RegExpMatchArray, numeral: string, unit: string, right: readonly number[], slack: number): void {
    const stated = read(numeral);
    if (stated === undefined || right.some((one) => Math.abs(one - stated) <= slack) || right[0]! <= 0) return;
    const start = sentence.start + match.index! + match[0].lastIndexOf(numeral);
    const end = start + numeral.length + unit.length;
    found.push({
      code: 'figure.inconsistent',
      start,
      end,
      message: l10n.t('By what stands before it this is {0}, not {1}.', `${right[0]}${unit}`, text.slice(start, end)),
      related: [],
      fixes: [],
    });
  }
}

function read(numeral: string): number | undefined {
  return numeral === '两' ? 2 : wholeNumeral(numeral);
}

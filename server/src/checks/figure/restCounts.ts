/** Finds rests that what is done elsewhere does not leave: 120家…已部署的有78家…仍有52家尚未部署. */
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Quantity } from '../../text/quantities';
import { contradiction, isExact } from './figureSums';
import { countedFigures, isCountedOneByOne } from './figureUnits';

/** 52家尚未部署 */
const UNDONE =
  /^(\p{Script=Han}{2,8})?(?:尚未|还未|仍未|仍没有|还没有|尚没有|没有|未能|未)(?:完成|实现|全部|正式)?(\p{Script=Han}{2})/u;
/** Between the whole and what is done of it. */
const OF_IT = /^[^。；;\d]{0,40}$/;

interface Done {
  readonly whole: Quantity;
  readonly done: Quantity;
  readonly place: SentencePlace;
}

/** The findings among the sentences of an item, at the rest. O(length). */
export function wrongRestCounts(places: readonly SentencePlace[]): Finding[] {
  const byDone = new Map<string, Done[]>();
  return places.flatMap((place) => {
    if (place.isHypothetical) return [];
    const { text } = place.draft;
    const figures = countedFigures(place).filter(
      (figure) => isExact(text, figure) && isCountedOneByOne(text, figure) && !place.isCited(figure),
    );
    const found = figures.flatMap((left) => {
      const said = UNDONE.exec(text.slice(left.end, Math.min(place.sentence.end, left.end + 20)));
      const known = said ? (byDone.get(`${left.unit} ${said[2]!}`) ?? []) : [];
      const [only] = known;
      if (known.length !== 1 || !isOfTheSame(only!, left, place, said?.[1])) return [];
      const right = only!.whole.value - only!.done.value;
      return right === left.value ? [] : [contradiction(text, left, [only!.whole, only!.done], right)];
    });
    remember(place, figures);
    return found;
  });

  /** 对120家企业的抽样调查显示，已部署的有78家: under every two characters of what is said of the second. */
  function remember(place: SentencePlace, figures: readonly Quantity[]): void {
    const {
      draft: { text },
      sentence,
    } = place;
    figures.slice(1).forEach((done, i) => {
      const whole = figures[i]!;
      const between = text.slice(whole.end, done.start).replace(/\d{1,2}月/, '月');
      if (whole.unit !== done.unit || whole.value <= done.value || !OF_IT.test(between)) return;
      if (/尚未|未|没有|增|减|比/.test(between)) return;
      const own = text.slice(
        Math.max(whole.end, text.lastIndexOf('，', done.start) + 1),
        Math.min(sentence.end, done.end + 12),
      );
      const words = own.replace(/[，。；].*$/s, '');
      const pairs = new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)));
      for (const pair of pairs) {
        const key = `${done.unit} ${pair}`;
        byDone.set(key, [...(byDone.get(key) ?? []), { whole, done, place }].slice(0, 2));
      }
    });
  }
}

const REMAINING = /(?:仍有|还有|尚有|其余|其他|剩余|余下|另有|另外)的?$/;
const LONG_NAME = 4;
/** Before the name of all: nothing that makes it that of some, 省级重点项目. */
const ALL_OF_THEM = /(?:^|[，。；：、\s]|实施|安排|推进|确定|谋划|列入|共有?|现有)$/;
const TAKES_UP = /前述|上述|其余|剩余|余下|抽样|受访|被调查|调研的|走访的/;

/** 前述抽样企业中，仍有…: what is left is of the same whole, by the paragraph or by words that take it up. */
function isOfTheSame(
  { whole, place }: Done,
  left: Quantity,
  { draft: { text }, block, sentence }: SentencePlace,
  what: string | undefined,
): boolean {
  const before = text.slice(sentence.start, left.start);
  if (left.value >= whole.value || !REMAINING.test(before)) return false;
  // 重点项目218个，已开工191个…尚有37个重点项目没有开工: what is left is called what all were called.
  if (
    what !== undefined &&
    what.length >= LONG_NAME &&
    text.slice(whole.start - what.length, whole.start) === what &&
    ALL_OF_THEM.test(text.slice(0, whole.start - what.length).slice(-4))
  )
    return true;
  if (place.block !== block && !TAKES_UP.test(before)) return false;
  if (/其余|剩余|余下/.test(before)) return true;
  const around = text.slice(whole.end, whole.end + 16);
  for (let at = 0; at + 2 <= around.length; at++) {
    const word = around.slice(at, at + 2);
    if (/^\p{Script=Han}{2}$/u.test(word) && before.includes(word)) return true;
  }
  return false;
}

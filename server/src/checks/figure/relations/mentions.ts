/** Reads the figures of a paragraph with the words around them, as what relates them to each other needs them. */
import type { SentencePlace } from '../../../draft/sentencePlace';
import { wholeNumeral } from '../../../text/numerals';
import type { Quantity } from '../../../text/quantities';
import { contains, type Span } from '../../../text/span';
import { halfPlace, isExact } from '../figureSums';
import { countedFigures } from '../figureUnits';

/** A figure of a paragraph. Offsets in UTF-16 code units. */
export interface Mention extends Span {
  readonly figure: Quantity;
  /** In {@link unit}; of a share in per cent. */
  readonly value: number;
  /** What it can stand for as it is written. */
  readonly low: number;
  readonly high: number;
  /** What is counted or measured: people for 人, 名 and 位, 公斤 for 斤 and 吨; `%` for shares of every form. */
  readonly unit: string;
  /** In digits and without 约, 左右, 多: it stands for one value. */
  readonly isExact: boolean;
  /** A share in words: 八成, 三分之一, 过半. */
  readonly isSpelled: boolean;
  /** The words of its clause before it, from the figure before on. */
  readonly lead: string;
  /** The words of its clause before it, with the figures among them. */
  readonly clause: string;
  /** The words after it, up to the next figure or the end of its clause. */
  readonly tail: string;
  /** The index of its sentence in the paragraph. */
  readonly sentence: number;
  readonly place: SentencePlace;
}

/** What units are counted in, and how many of it one is. */
const SCALES: Readonly<Record<string, readonly [unit: string, scale: number]>> = {
  名: ['人', 1],
  位: ['人', 1],
  斤: ['公斤', 0.5],
  千克: ['公斤', 1],
  吨: ['公斤', 1000],
  公顷: ['亩', 15],
  千米: ['公里', 1],
  米: ['公里', 0.001],
};

const BOUNDARY = /[，,；;：:。！？（(）)\n]/;
const FRACTION =
  /(?<about>超过?|逾|近|将近|不到|不足)?(?:(?<tenths>[一两二三四五六七八九])成(?!立|都|为|果|效|就|员|本|长|熟|功|年|人)(?<half>半)?|(?<of>[三四五])分之(?<parts>[一二三四])|(?<half1>半数|一半|过半数?))(?<more>以上|多|强)?/g;

/** The figures of the sentences of one paragraph, ascending; without those that are cited. O(length). */
export function mentionsOf(places: readonly SentencePlace[]): Mention[] {
  return places.flatMap((place, sentence) => {
    if (place.isHypothetical) return [];
    const { text } = place.draft;
    const figures = [...countedFigures(place).filter(({ unit }) => unit !== '成'), ...spelledShares(place)]
      .filter((figure) => !place.cited.some((span) => contains(span, figure)))
      .sort((a, b) => a.start - b.start);
    return figures.map((figure, i) => {
      const clauseStart = boundaryBefore(text, place.sentence.start, figure.start);
      const from = Math.max(clauseStart, figures[i - 1]?.end ?? 0);
      const until = figures[i + 1]?.start ?? place.sentence.end;
      return {
        ...readingOf(text, figure),
        figure,
        start: figure.start,
        end: figure.end,
        lead: text.slice(from, figure.start),
        clause: text.slice(clauseStart, figure.start),
        tail: text.slice(figure.end, until).split(BOUNDARY, 1)[0]!,
        sentence,
        place,
      };
    });
  });
}

function boundaryBefore(text: string, from: number, until: number): number {
  for (let at = until - 1; at >= from; at--) if (BOUNDARY.test(text[at]!)) return at + 1;
  return from;
}

/** A share in words, its bounds in per cent. */
interface SpelledShare extends Quantity {
  readonly bounds: readonly [low: number, high: number];
}

/** 八成, 六成以上, 三分之一, 过半: as exact as speakers are with them. */
function spelledShares({ draft: { text }, sentence }: SentencePlace): SpelledShare[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!/[成分半]/.test(words)) return [];
  return [...words.matchAll(FRACTION)].map((match) => {
    const { about, tenths, half, of, parts, half1, more } = match.groups!;
    let value = 50;
    let slack = 4;
    if (tenths) {
      value = wholeNumeral(tenths)! * 10 + (half ? 5 : 0);
      slack = 5.5;
    } else if (of) value = (wholeNumeral(parts!)! * 100) / wholeNumeral(of)!;
    const isAbove = more !== undefined || /^超|逾/.test(about ?? '') || /^过/.test(half1 ?? '');
    const isBelow = /近|不到|不足/.test(about ?? '');
    const bounds = isAbove
      ? [value, half1 ? 100 : value + 12]
      : isBelow
        ? [value - 12, value]
        : [value - slack, value + slack];
    const start = sentence.start + match.index + (about?.length ?? 0);
    return {
      start,
      end: sentence.start + match.index + match[0].length,
      value,
      unit: '%',
      comparator: '=',
      bounds: bounds as [number, number],
    };
  });
}

/** So far a number of three and more digits may lie from what it stands for. */
const CLOSE = 0.015;

function readingOf(
  text: string,
  figure: Quantity | SpelledShare,
): Pick<Mention, 'value' | 'low' | 'high' | 'unit' | 'isExact' | 'isSpelled'> {
  if ('bounds' in figure) {
    const [low, high] = figure.bounds;
    return { value: figure.value, low, high, unit: '%', isExact: false, isSpelled: true };
  }
  const [unit, scale] = SCALES[figure.unit] ?? [figure.unit, 1];
  const value = figure.value * scale;
  const written = text.slice(figure.start, figure.end);
  const isGivenInFull = /^\d{3,}/.test(written);
  // 8000万元 is no round number for what is reckoned from it.
  const half = Math.min(halfPlace(text, figure) * scale, isGivenInFull ? value * CLOSE : Number.POSITIVE_INFINITY);
  return { value, low: value - half, high: value + half, unit, isExact: isExact(text, figure), isSpelled: false };
}

/** The words between the figure before it in the same sentence, or the start of the sentence, and the mention. */
export function wordsBefore(mentions: readonly Mention[], at: number): string {
  const { place, start, sentence } = mentions[at]!;
  const before = mentions[at - 1];
  return place.draft.text.slice(before?.sentence === sentence ? before.end : place.sentence.start, start);
}

const TIME =
  /[上去前今本当]一?[年月周]|同期|全年|[上下]半年|\d{1,4}[年月日]|第?[一二三四五六七八九十两]{1,3}(?:年|个?季度|个?月)(?:来|间|前)?|年初|年底|年末|目前|现在|如今|当前|截至|截止|期末|原来|过去|以前|之前|此前/g;
const FILLER =
  /达到?|实现|完成|已经?|共有?|总共|累计|分别|其中|包括|只有|仅有?|还有?|现有?|约|近|超过?|为|是|有|了|的|在|到|至|由|从|将|则|而|也|又|再|比|较|与|同|和|及|、|底|末|初|时|内|中|里|总数|总量|数量|总额|规模|全部|所有|平均|同比|环比|净|相比|按|收支|相抵|两者|二者/g;

/** What words are about, without what says when and how much. */
export function subjectOf(words: string): string {
  return words
    .replace(TIME, '')
    .replace(FILLER, '')
    .replace(/[^\p{Script=Han}A-Za-z]/gu, '');
}

/** Whether two characters beside each other stand in both. O(length of `subject` × length of `words`). */
export function shareWord(subject: string, words: string): boolean {
  for (let at = 0; at + 2 <= subject.length; at++) if (words.includes(subject.slice(at, at + 2))) return true;
  return subject.length === 1 && words.includes(subject);
}

/** Whether the words, cut into twos from the end, all stand in the other: 农村教师 in 全县教师3200名，其中农村的. */
export function holdsAll(subject: string, words: string): boolean {
  if (subject.length < 2) return words.includes(subject);
  // The first character of an odd number: 兼职网格员 is no 专职网格员.
  if (!words.includes(subject.slice(0, 2))) return false;
  for (let at = subject.length - 2; at >= 0; at -= 2) if (!words.includes(subject.slice(at, at + 2))) return false;
  return true;
}

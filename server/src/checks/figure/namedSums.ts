/** Finds wholes that parts of known names do not come to: the three sectors and 生产总值, two quarters and 上半年. */
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Quantity } from '../../text/quantities';
import { isExact, wrongSum } from './figureSums';
import { countedFigures } from './figureUnits';

interface NamedSum {
  /** How the words before a figure end that is the whole, or a part. */
  readonly whole: RegExp;
  readonly parts: readonly RegExp[];
}

const SUMS: readonly NamedSum[] = [
  {
    whole: /(?<!人均|人均地区|人均国内)(?:生产总值|GDP)(?:（GDP）)?[^，。；]{0,6}$/,
    parts: ['第?一', '第?二', '第?三'].map((n) => new RegExp(`${n}产业?(?:实现)?增加值(?:为|达到?|实现|完成)?$`)),
  },
  {
    whole: /上半年[^。；]{0,20}$/,
    parts: ['一', '二'].map((n) => new RegExp(`${n}季度[^。；]{0,20}$`)),
  },
];
/** Farther off, they are of something else. */
const FAR = 0.3;
/** So many sentences may stand from the whole to the last part. */
const SENTENCES = 3;
/** Of a half and its quarters nothing says that they are of one thing, but the sentence. */
const OF_HALVES = SUMS[1]!;

/** The findings among the sentences of an item, from the whole to its parts. O(length). */
export function wrongNamedSums(places: readonly SentencePlace[]): Finding[] {
  const found = new Map<number, Finding>();
  const named = places.map(namedFigures);
  places.forEach(({ draft: { text }, block }, i) => {
    if (!named[i]!.some(({ name }) => SUMS.some(({ parts }) => parts.some((part) => part.test(name))))) return;
    let together: NamedPart[] = [];
    for (let from = i; from > i - SENTENCES && places[from]?.block === block; from--) {
      together = [...named[from]!, ...together];
      const sums = from === i ? SUMS : SUMS.filter((sum) => sum !== OF_HALVES);
      const finding = sums.map((sum) => wrongAmong(text, together, sum)).find((one) => one !== undefined);
      if (finding) found.set(finding.start, finding);
    }
  });
  return [...found.values()];
}

interface NamedPart {
  readonly figure: Quantity;
  /** The words since the figure before it. */
  readonly name: string;
}

function namedFigures(place: SentencePlace): NamedPart[] {
  const figures = countedFigures(place);
  return figures.map((figure, i) => ({
    figure,
    name: place.draft.text.slice(figures[i - 1]?.end ?? place.sentence.start, figure.start),
  }));
}

function wrongAmong(text: string, figures: readonly NamedPart[], { whole, parts }: NamedSum): Finding | undefined {
  const [all, ...some] = [whole, ...parts].map((pattern) => {
    const fitting = figures.filter(({ figure, name }) => !/^[%‰]?$/.test(figure.unit) && pattern.test(name));
    return fitting.length === 1 && isExact(text, fitting[0]!.figure) ? fitting[0]!.figure : undefined;
  });
  const known = some.flatMap((part) => part ?? []).sort((a, b) => a.start - b.start);
  if (!all || known.length < parts.length || known.some(({ unit }) => unit !== all.unit)) return undefined;
  const sum = known.reduce((total, { value }) => total + value, 0);
  return Math.abs(sum - all.value) > FAR * sum ? undefined : wrongSum(text, all, known, { than: 'other' });
}

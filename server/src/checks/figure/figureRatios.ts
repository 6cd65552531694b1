/** Finds ratios of known kinds that the levels in the draft do not give: 城镇化率, 城乡收入比, 亩产, 人均地区生产总值, 每万人…. */
import type { Finding } from '../../analysis/finding';
import type { Quantity } from '../../text/quantities';
import { contradiction, outside } from './figureSums';
import { type NamedFigure, onlyFigure } from './namedFigures';

interface Ratio {
  readonly name: RegExp;
  readonly unit: RegExp;
  readonly above: (name: RegExpExecArray) => RegExp;
  readonly below: RegExp;
  /** What the quotient is multiplied with. */
  readonly times?: number;
  /** How far it may be off beyond rounding: an average over the year is not that at its end. */
  readonly tolerance?: number;
}

const POPULATION = /^(?:年末|年底)?(?:总)?(?:常住)?(?:总)?人口$/;

const RATIOS: readonly Ratio[] = [
  {
    name: /^(?:常住人口)?城镇化率$/,
    unit: /^%$/,
    above: () => /^(?:城镇|城市)常住人口$/,
    below: POPULATION,
    times: 100,
  },
  {
    name: /^人均地区生产总值$/,
    unit: /^元$/,
    above: () => /^地区生产总值$/,
    below: POPULATION,
    tolerance: 0.05,
  },
  {
    name: /^(?:每万人(?:口)?(?:拥有)?)(\p{Script=Han}{2,12}?|5G基站)(?:拥有量|数量|数)?$/u,
    unit: /^(?:个|件|张|座|家|台|辆|名|人|所)$/,
    above: (name) => new RegExp(`^(?:建成|开通|建设)?(?:有效)?${name[1]!}(?:拥有量|数量|数)?$`),
    below: POPULATION,
    times: 1e4,
    tolerance: 0.05,
  },
  {
    name: /^(?:粮食)?(?:平均)?(?:亩产|单产|每亩产量|粮食亩产)$/,
    unit: /^(?:斤|公斤|千克)$/,
    above: () => /^粮食(?:总)?产量?$/,
    below: /^粮食(?:作物)?(?:播种|种植)面积$/,
    tolerance: 0.02,
  },
];

const WEIGHTS: Readonly<Record<string, number>> = { 斤: 1, 公斤: 2, 千克: 2, 吨: 2000 };

/** The findings among the figures of a draft. O(length + figures · ratios). */
export function wrongRatios(text: string, figures: readonly NamedFigure[]): Finding[] {
  return [...wrongIncomeRatios(text, figures), ...wrongKnownRatios(text, figures)];
}

const INCOME_RATIO =
  /(?:城乡居民(?:人均)?(?:可支配)?收入(?:比|倍差|之比)|城乡(?:居民)?收入(?:差距)?比?)(?:进一步|持续|逐步)?(?:由[^，。；]{1,14})?(?:缩小|降|下降|收窄)?(?:到|至|为)?(\d\.\d{1,3})(?![\d.％%])(?:[:：∶]\s?1)?/g;
const TOWN = /^城镇(?:常住)?居民(?:年)?人均(?:可支配收入|收入)$/;
const COUNTRY = /^农村(?:常住)?居民(?:年)?人均(?:可支配收入|收入)$/;

/** 城镇…48620元，农村…24310元，城乡居民收入比缩小到1.8:1. */
function wrongIncomeRatios(text: string, figures: readonly NamedFigure[]): Finding[] {
  return [...text.matchAll(INCOME_RATIO)].flatMap((match) => {
    const end = match.index + match[0].length;
    const start = match.index + match[0].lastIndexOf(match[1]!);
    const [town, country] = [TOWN, COUNTRY].map((name) =>
      figures.findLast(
        (one) =>
          one.kind === 'level' && name.test(one.name) && one.figure.end <= start && one.place.block.end >= match.index,
      ),
    );
    if (!town || !country || town.when !== country.when || town.where !== country.where) return [];
    const right = town.figure.value / country.figure.value;
    const places = match[1]!.length - 2;
    const stated: Quantity = { start, end, value: Number(match[1]), unit: '', comparator: '=' };
    return Math.abs(right - stated.value) <= 10 ** -places
      ? []
      : contradiction(text, stated, [town.figure, country.figure], right);
  });
}

function wrongKnownRatios(text: string, figures: readonly NamedFigure[]): Finding[] {
  return figures.flatMap((stated) => {
    const ratio =
      stated.kind === 'level' &&
      RATIOS.find(({ name, unit }) => name.test(stated.name) && unit.test(stated.figure.unit));
    if (!ratio) return [];
    const above = levelOf(figures, ratio.above(ratio.name.exec(stated.name)!), stated);
    const below = levelOf(figures, ratio.below, stated);
    if (!above || !below || below.unit === '%') return [];
    const scale = (ratio.times ?? 1) * ((WEIGHTS[above.unit] ?? 1) / (WEIGHTS[stated.figure.unit] ?? 1));
    const right = (above.value / below.value) * scale;
    if (Math.abs(stated.figure.value - right) <= right * (ratio.tolerance ?? 0)) return [];
    if (ratio.tolerance === undefined)
      return outside(text, stated.figure, { figures: [above, below], ways: [(x, y) => (x / y) * scale] }) ?? [];
    return contradiction(text, stated.figure, [above, below], right);
  });
}

/** The one level of a name that is of the same place and time. */
function levelOf(figures: readonly NamedFigure[], name: RegExp, of: NamedFigure): Quantity | undefined {
  return onlyFigure(
    figures.filter((one) => one.kind === 'level' && name.test(one.name)),
    of,
  );
}

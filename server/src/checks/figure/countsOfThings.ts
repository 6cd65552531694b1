/** Finds counts of one thing that differ between paragraphs: 养老机构36家…38家养老机构, 54家沿江化工企业…52家沿江化工企业. */
import type { Finding } from '../../analysis/finding';
import type { Draft } from '../../draft/draft';
import type { Quantity } from '../../text/quantities';
import type { CountedThing } from './countedThings';
import { isExact } from './figureSums';
import { mayBeOnePlace } from './figureWhere';
import { ADDED, type NamedFigure } from './namedFigures';
import { agree, NEAR_ENOUGH, repeat } from './repeatedFigures';

const COUNTED_UNIT = /^(?:家|个|名|人|所|座|项|件|户|条|公里|亩|元|天|村|处|台|套|辆)$/;
/** What is done again and again, and ordinals. */
const ACT = /(?:新建|新增|建设|打造|推动|建成|培育|引进|完成|来自|推进|实施|第|另|其他|其中|有|前)$/;
/** So much of the words after two counts must be alike, in UTF-16 code units. */
const SHORTEST_THING = 5;
const SHORTEST_NAME = 4;

/** The findings among the figures and counts of an item, at the later of two counts. O(figures + counts). */
export function wrongCountsOfThings(
  draft: Draft,
  figures: readonly NamedFigure[],
  things: readonly CountedThing[],
): Finding[] {
  const { text } = draft;
  const levels = levelsByEnding(figures);
  const before = new Map<string, CountedThing>();
  return things.flatMap((thing) => {
    const { figure } = thing;
    if (!COUNTED_UNIT.test(figure.unit) || !isExact(text, figure)) return [];
    if (ACT.test(text.slice(Math.max(0, figure.start - 5), figure.start))) return [];
    const key = `${thing.when} ${thing.part} ${thing.words.slice(0, SHORTEST_THING)}`;
    const told = thing.words.length < SHORTEST_THING ? undefined : before.get(key);
    before.set(key, thing);
    const isRetold =
      told !== undefined &&
      // In one paragraph two numbers of a thing are told apart, and of all there are some may be told.
      told.place.block !== thing.place.block &&
      (thing.isAll || (told.isAll && figure.value > told.figure.value));
    const other = isRetold ? told : levelOf(levels, thing);
    if (!other || !mayBeOnePlace(other.where, thing.where) || !isSlip(text, other.figure, figure)) return [];
    const [first, second] = [other.figure, figure].sort((a, b) => a.start - b.start) as [Quantity, Quantity];
    return [repeat(draft, first, second)];
  });
}

function isSlip(text: string, a: Quantity, b: Quantity): boolean {
  const near = NEAR_ENOUGH * Math.max(a.value, b.value);
  return countedAs(a) === countedAs(b) && !agree(text, a, b) && Math.abs(a.value - b.value) <= near;
}

/** 3480人 and 3840名 are counted alike. */
function countedAs({ unit }: Quantity): string {
  return unit === '名' ? '人' : unit;
}

/** The levels by their names and by all ends of these that are long enough: 问题线索 of 受理问题线索. */
function levelsByEnding(figures: readonly NamedFigure[]): Map<string, NamedFigure> {
  const levels = new Map<string, NamedFigure>();
  for (const level of figures) {
    if (level.kind !== 'level') continue;
    // 新增规上企业112家: not all there are, but all 新增规上企业.
    const shortest = ADDED.test(level.name) ? Math.max(level.name.length, SHORTEST_NAME) : SHORTEST_NAME;
    for (let length = level.name.length; length >= shortest; length--) {
      const key = `${countedAs(level.figure)} ${level.name.slice(-length)}`;
      if (!levels.has(key)) levels.set(key, level);
    }
  }
  return levels;
}

/** The level of another paragraph that the words after a count begin with. */
function levelOf(
  levels: ReadonlyMap<string, NamedFigure>,
  { figure, words, when, part, place, isAll }: CountedThing,
): NamedFigure | undefined {
  for (let length = words.length; length >= SHORTEST_NAME; length--) {
    const level = levels.get(`${countedAs(figure)} ${words.slice(0, length)}`);
    if (!level || level.place.block === place.block) continue;
    // 3200个新增学位大多集中在…: only what opens its sentence is what was told.
    if (ADDED.test(level.name) && (when !== '' || figure.start > place.sentence.start)) continue;
    const isOfTime = (level.when === '' || when === '' || level.when === when) && level.part === part;
    // Fewer may be some of them, and people come and go.
    const isWhole = isAll || (figure.value > level.figure.value && !/^[人名]$/.test(figure.unit));
    if (isOfTime && isWhole) return level;
  }
  return undefined;
}

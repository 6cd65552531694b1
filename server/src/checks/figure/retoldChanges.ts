/** Finds changes told again as others than the two figures told before give: 由48亿元增加到84亿元…五年增加了38亿元. */
import type { Finding } from '../../analysis/finding';
import { hasWord } from '../../draft/modalityWords';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Quantity } from '../../text/quantities';
import { isExact, outside } from './figureSums';
import { countedFigures } from './figureUnits';
import { mayBeOnePlace, whereOf } from './figureWhere';
import { plainName } from './namedFigures';

const FROM = /^(.{2,24}?)(?:由|从)(?:[^，。；\d]{0,6}\d{4}年[底末]?的?)?$/;
const TO =
  /^(?:逐步|大幅|稳步)?(?:增长|增加|提高|提升|上升|扩大|发展|下降|减少|降低|增|降)了?[到至为](?:\d{4}年[底末]?的?)?$/;
const FALLS = /下降|减少|降低|降/;
/** 五年增加了38亿元: of years, as the change itself is. */
const BY =
  /^(.{2,20}?)(?:[三四五六七八]年[来间]?|“十[一二三四]五”期间)(?:累计|共|总共|净)?(增加|增长|提高|减少|下降|降低)了?$/;
/** A slip is near what is meant; farther off, it is a change of something else. */
const NEAR = 0.5;
const SHORTEST_NAME = 4;

interface Change {
  readonly from: Quantity;
  readonly to: Quantity;
  readonly where: string;
  readonly place: SentencePlace;
}

/** The findings among the sentences of an item, at the change. O(length). */
export function wrongRetoldChanges(places: readonly SentencePlace[]): Finding[] {
  const changes = new Map<string, Change[]>();
  const own = places.filter((place) => !place.isHypothetical);
  for (const place of own)
    for (const [name, change] of changesOf(place)) changes.set(name, [...(changes.get(name) ?? []), change]);
  return changes.size === 0 ? [] : own.flatMap((place) => wrongIn(place, changes));
}

/** 研发经费由48亿元增加到84亿元, by what is said to change. */
function changesOf(place: SentencePlace): [string, Change][] {
  const { text } = place.draft;
  if (!/[由从]/.test(text.slice(place.sentence.start, place.sentence.end))) return [];
  const figures = countedFigures(place);
  return figures.slice(1).flatMap((to, i): [string, Change][] => {
    const from = figures[i]!;
    const clause = place.sentence.clauses.findLast(({ start }) => start <= from.start)!;
    const lead = FROM.exec(text.slice(clause.start, from.start));
    if (!lead || to.unit !== from.unit || !TO.test(text.slice(from.end, to.start))) return [];
    const name = plainName(lead[1]!);
    return name.length < SHORTEST_NAME ? [] : [[name, { from, to, where: whereOf(place, from.start), place }]];
  });
}

function wrongIn(place: SentencePlace, changes: ReadonlyMap<string, readonly Change[]>): Finding[] {
  const { draft, sentence } = place;
  const { text } = draft;
  return countedFigures(place).flatMap((by) => {
    const clause = sentence.clauses.findLast(({ start }) => start <= by.start)!;
    const said = BY.exec(text.slice(clause.start, by.start));
    const [change, other] = said ? (changes.get(plainName(said[1]!)) ?? []) : [];
    if (!change || other || change.place === place || !mayBeOnePlace(change.where, whereOf(place, by.start))) return [];
    if (hasWord(text, { start: sentence.start, end: by.start }, 'intention')) return [];
    const { from, to } = change;
    const falls = FALLS.test(said![2]!);
    if (falls !== to.value < from.value || ![from, to, by].every((one) => isExact(text, one))) return [];
    const isRate = by.unit === '%' && from.unit !== '%';
    if (!isRate && by.unit !== from.unit && !(from.unit === '%' && /百分点$/.test(by.unit))) return [];
    const sign = falls ? -1 : 1;
    const way = (x: number, y: number) => sign * (isRate ? ((y - x) * 100) / x : y - x);
    const right = way(from.value, to.value);
    if (Math.abs(by.value - right) > NEAR * right) return [];
    return outside(text, by, { figures: [from, to], ways: [way] }) ?? [];
  });
}

/**
 * Finds places where a text differs from a standard wording in one character that sounds the same (a slip of the input
 * method), or, where the wording is too long to be met by chance, in one or two characters of any kind.
 */
import type { Entry, KnowledgeData } from '../../knowledge/knowledge';
import type { Formulation } from '../../knowledge/schemas';
import { foldCodeUnit } from '../../text/keyText';
import { overlaps, type Span } from '../../text/span';
import { MeasuredSlips } from './measuredSlips';
import { PAIR, partSlipAt, rigidSlipAt } from './rigidSlips';
import { homophonesAt, soundAlike } from './soundAlike';
import { alikeAtEnds, holdsWord, isSynonym, OF_A_PLACE, VERBS, wordAt } from './wordsAtDifference';

/** A place that is almost `wording`. Offsets in UTF-16 code units. */
export interface NearWording extends Span {
  readonly wording: string;
  /** The characters that differ. */
  readonly different: Span;
  /** The set whose members stand beside each other in the wording, where it is no wording of its own. */
  readonly set?: Entry<Formulation>;
  /** It was measured that nothing else stands in this place. */
  readonly isMeasured?: boolean;
}

/** A shorter wording is too likely to be met by chance; a longer one is prose. In UTF-16 code units. */
const SHORTEST = 4;
const LONGEST = 48;
/** In a shorter one, a wrong character must be no word with its neighbours: 乡村振新. */
const SURE = 5;
/** Characters that are words by themselves before many others: 以法治理念 is no 依法治理. */
const FUNCTION_WORDS = /[的以是有在为由对向把被让使与及其不]/;
const LONGEST_SEED = 4;
/** 、 between two members with two characters of the second. */
const MIDDLE_SEED = 3;
/** Of a set whose members are words of fewer characters, two may stand beside each other by chance. */
const SHORTEST_MEMBER = 4;
/** What so many wordings begin with is a word. */
const WORD_USES = 3;
/** So long a wording is met by chance no more. */
const LONG = 7;

interface Seed {
  readonly wording: string;
  /** Where in the wording the seed stands. */
  readonly at: number;
}

/** Standard wordings by what they begin and end with: one wrong character leaves the one or the other whole. */
export class NearWordings {
  readonly #seeds = new Map<string, Seed[]>();
  readonly #formulations: ReadonlySet<string>;
  /** Those that are never put with another word in them. */
  readonly #fixed: ReadonlySet<string>;
  /** Those that are put with other words so often that another word is no slip. */
  readonly #loose: ReadonlySet<string>;
  /** Those in whose place no other character was ever met. */
  readonly #rigid: ReadonlySet<string>;
  /** The sets of two members that stand beside each other, and what is fixed the other way round: 踏石留印、抓铁有痕. */
  readonly #sets = new Map<string, Entry<Formulation>>();
  /** Names of four characters with the first or the second of their halves changed over: 挂榜揭帅. */
  readonly #crossed = new Map<string, string>();
  readonly #firstUnits = new Set<number>();
  /** The two characters that wordings begin with: words of their own, such as 新型. */
  readonly #words = new Map<string, number>();
  readonly #measured: MeasuredSlips;

  constructor(data: KnowledgeData) {
    this.#measured = new MeasuredSlips(data.formulations);
    const wordings = new Set<string>();
    this.#formulations = new Set(data.formulations.map(({ text }) => text));
    this.#fixed = new Set(
      data.formulations.flatMap((entry) => (entry.fixed ? [entry.text, ...neighbours(entry)] : [])),
    );
    this.#loose = new Set(data.formulations.filter(isLoose).map(({ text }) => text));
    this.#rigid = new Set(data.formulations.flatMap(({ rigid, text }) => (rigid ? [text] : [])));
    for (const { text, members } of data.formulations)
      for (const wording of [text, ...(members ?? [])]) wordings.add(wording);
    for (const { term, aliases } of data.terms) for (const wording of [term, ...(aliases ?? [])]) wordings.add(wording);
    // Of other wordings many crossings are in good use: 尽职履责, 求异存同.
    for (const { term, aliases } of data.terms) for (const name of [term, ...(aliases ?? [])]) this.#addCrossed(name);
    for (const { name } of data.institutions) wordings.add(name);
    for (const { goals } of data.targets) for (const goal of goals ?? []) wordings.add(goal);
    for (const wording of wordings) {
      const word = wording.slice(0, 2);
      this.#words.set(word, (this.#words.get(word) ?? 0) + 1);
      this.#add(wording);
    }
    for (const text of this.#formulations)
      if (text.includes('、')) this.#addSeed(text, text.indexOf('、'), MIDDLE_SEED);
    for (const entry of data.formulations) {
      const turned = otherWayRound(entry);
      if (turned === undefined || wordings.has(turned)) continue;
      this.#sets.set(turned, entry);
      this.#add(turned);
    }
    for (const entry of data.formulations)
      for (const wording of neighbours(entry)) {
        if (wordings.has(wording)) continue;
        this.#sets.set(wording, entry);
        this.#add(wording);
        // Where words have changed places, both ends may be wrong.
        this.#addSeed(wording, wording.indexOf('、'), MIDDLE_SEED);
      }
  }

  #addCrossed(wording: string): void {
    for (const crossed of crossSwaps(wording)) this.#crossed.set(crossed, wording);
  }

  #add(wording: string): void {
    if (wording.length < SHORTEST || wording.length > LONGEST) return;
    if (!/^\p{Script=Han}[\p{Script=Han}、，“”]+$/u.test(wording)) return;
    const half = Math.floor(wording.length / 2);
    const length = Math.min(half, LONGEST_SEED);
    for (const at of [0, wording.length - length]) this.#addSeed(wording, at, length);
  }

  #addSeed(wording: string, at: number, length: number): void {
    const seed = wording.slice(at, at + length);
    const same = this.#seeds.get(seed);
    if (same) same.push({ wording, at });
    else this.#seeds.set(seed, [{ wording, at }]);
    this.#firstUnits.add(seed.charCodeAt(0));
  }

  /** The near wordings of `text` within `within`, ascending, one at a place. O(length × wordings that share a seed). */
  find(text: string, within: Span): NearWording[] {
    const found = new Map<number, NearWording>();
    for (const near of this.findAll(text, within, (start) => found.has(start))) found.set(near.start, near);
    for (const near of this.#measured.find(text, within)) {
      const other = found.get(near.start);
      if (!other || near.wording.length <= other.wording.length) found.set(near.start, near);
    }
    // A slip in a wording is one in every longer wording around it too.
    const all = [...found.values()];
    return all.filter((near) => !all.some((other) => isInside(other, near))).sort((a, b) => a.start - b.start);
  }

  /** All wordings that what stands at a place is near to, as they are asked for, but at places that are `done`. O(length × wordings that share a seed). */
  *findAll(text: string, within: Span, done = (_start: number) => false): Generator<NearWording> {
    for (let place = within.start; place < within.end; place++) {
      const crossed = this.#crossed.get(text.slice(place, Math.min(within.end, place + CROSSED)));
      if (crossed !== undefined && !done(place) && !holdsWord(text.slice(place, place + CROSSED))) {
        const span = { start: place, end: place + CROSSED };
        yield { ...span, wording: crossed, different: span };
      }
      if (!this.#firstUnits.has(foldCodeUnit(text.charCodeAt(place)))) continue;
      for (let length = Math.floor(SHORTEST / 2); length <= LONGEST_SEED; length++) {
        for (const seed of this.#seeds.get(text.slice(place, place + length)) ?? []) {
          const start = place - seed.at;
          const end = start + seed.wording.length;
          if (start < within.start || end > within.end || done(start)) continue;
          const different = this.#differenceAt(text, start, seed.wording);
          if (different) {
            const set = this.#sets.get(seed.wording);
            yield { start, end, wording: seed.wording, different, ...(set && { set }) };
          } else if (seed.at === 0 && this.#formulations.has(seed.wording)) {
            const at = droppedAt(text, start, seed.wording);
            if (at >= 0) yield { start, end: end - 1, wording: seed.wording, different: { start: at, end: at + 1 } };
          }
        }
      }
    }
  }

  #differenceAt(text: string, start: number, wording: string): Span | undefined {
    const at = slipAt(text, start, wording, this.#formulations.has(wording));
    if (at >= 0) {
      const isMeant =
        this.#isWordAt(text, at) ||
        (wording.length < LONG && FUNCTION_WORDS.test(text[at]!)) ||
        (wording.length < SURE && !standsAlone(text, at));
      return isMeant ? undefined : { start: at, end: at + 1 };
    }
    if (wording.length < SURE) return undefined;
    return (
      swapAt(text, start, wording) ??
      homophonesAt(text, start, wording) ??
      (this.#formulations.has(wording) && !this.#loose.has(wording)
        ? this.#misreadAt(text, start, wording)
        : undefined) ??
      (this.#fixed.has(wording) ? (replacedAt(text, start, wording) ?? partSlipAt(text, start, wording)) : undefined) ??
      (this.#rigid.has(wording) ? rigidSlipAt(text, start, wording) : undefined) ??
      (this.#sets.get(wording)?.fixed ? partSlipAt(text, start, wording) : undefined)
    );
  }

  /** What is misread; not two characters or the last one where others were met. */
  #misreadAt(text: string, start: number, wording: string): Span | undefined {
    const different = misreadAt(text, start, wording);
    if (different === undefined) return undefined;
    const [from, to] = [different.start - start, different.end - start];
    const isUsual = to - from === 1 && to < wording.length;
    return isUsual || !this.#measured.isOpen(wording, from, to) ? different : undefined;
  }

  /** Whether the character at `at` makes a word with a neighbour that several wordings begin with: chosen, not slipped. */
  #isWordAt(text: string, at: number): boolean {
    const uses = (start: number) => this.#words.get(text.slice(start, start + 2)) ?? 0;
    return uses(at - 1) >= WORD_USES || uses(at) >= WORD_USES;
  }
}

const CROSSED = 4;

/**
 * 揭榜挂帅 as 挂榜揭帅 and 揭帅挂榜, where the four characters differ. What begins or ends alike (共商共建) may well be turned round,
 * and so may the halves (公平公正).
 */
function crossSwaps(wording: string): string[] {
  const [a, b, c, d] = wording;
  if (!/^\p{Script=Han}{4}$/u.test(wording) || new Set(wording).size < CROSSED) return [];
  return [`${c}${b}${a}${d}`, `${a}${d}${c}${b}`];
}

/** The members of an ordered set two by two, as they stand beside each other: 践行初心、担当使命. */
export function neighbours({ members, ordered }: KnowledgeData['formulations'][number]): string[] {
  if (!ordered || !members) return [];
  return members.slice(1).flatMap((member, i) => {
    const pair = `${members[i]!}、${member}`;
    return Math.min(members[i]!.length, member.length) >= SHORTEST_MEMBER ? [pair] : [];
  });
}

/** In so many ways another word stands in a wording that is put with any. */
const LOOSE = 3;

function isLoose({ text, alsoPut = [] }: KnowledgeData['formulations'][number]): boolean {
  const others = alsoPut.filter((other) => {
    const { head, tail } = alikeAtEnds(other, 0, text);
    return other.length === text.length && head + tail >= text.length - LONGEST_WORD;
  });
  return others.length >= LOOSE;
}

/** A fixed pair, its parts the other way round, where the knowledge base does not list that as wrong. */
function otherWayRound({ text, fixed, variants }: KnowledgeData['formulations'][number]): string | undefined {
  const pair = fixed ? PAIR.exec(text) : null;
  const turned = pair ? `${pair[2]!}、${pair[1]!}` : undefined;
  return variants?.some((variant) => variant.text === turned) ? undefined : turned;
}

/** Whether the character at `at` belongs to no word of several characters. */
function standsAlone(text: string, at: number): boolean {
  const { start, end } = wordAt(text, at);
  return end - start === 1;
}

/** Whether `other` is the shorter of two and differs in the same place. */
function isInside(other: NearWording, near: NearWording): boolean {
  return other.end - other.start < near.end - near.start && overlaps(other.different, near.different);
}

/** Where the text at `start` has another character than the wording, if only there, and one that sounds like the right one; else -1. */
function slipAt(text: string, start: number, wording: string, isFormulation: boolean): number {
  let different = -1;
  for (let i = 0; i < wording.length; i++) {
    if (text[start + i] === wording[i]) continue;
    if (different >= 0) return -1;
    different = i;
  }
  if (different < 0 || isJoinedOutwards(text, start, wording.length, different, isFormulation)) return -1;
  return soundAlike(text[start + different]!, wording[different]!, wording.length >= LONG) ? start + different : -1;
}

/** One character of a formulation of at least this length may have been dropped, with so much right around it. */
const DROPPED = { length: 8, around: 3 };

/**
 * Where a character of the wording has been dropped in the text at `start`, if that is the whole difference; else -1. What is
 * dropped must belong to a word whose rest is left: 稳中求工作总基调, not 和 between two words. O(length).
 */
function droppedAt(text: string, start: number, wording: string): number {
  if (wording.length < DROPPED.length) return -1;
  let head = 0;
  while (head < wording.length && text[start + head] === wording[head]) head++;
  const tail = wording.length - head - 1;
  if (head < DROPPED.around || tail < DROPPED.around || !text.startsWith(wording.slice(head + 1), start + head))
    return -1;
  return FREE.test(wording[head]!) ? -1 : start + head;
}

/** In a shorter one only characters beside each other may have changed places. */
const LONG_ENOUGH_FOR_WORDS = 8;

/**
 * Where two characters beside each other have changed places, or in a longer wording two words of two characters, if that
 * is the whole difference: 人类运命共同体, 质的合理提升和量的有效增长. O(length).
 */
function swapAt(text: string, start: number, wording: string): Span | undefined {
  const written = text.slice(start, start + wording.length);
  let head = 0;
  while (head < wording.length && written[head] === wording[head]) head++;
  let end = wording.length;
  while (end > head && written[end - 1] === wording[end - 1]) end--;
  for (const characters of end - head === 2 ? [1] : wording.length >= LONG_ENOUGH_FOR_WORDS ? [1, 2] : []) {
    const [second, first] = [end - characters, head + characters];
    if (second < first) continue;
    // 科技创新和产业创新: members of a series may change places.
    if (second > first && wording[first] === wording[end]) continue;
    const swapped = wording.slice(second, end) + wording.slice(first, second) + wording.slice(head, first);
    if (written.slice(head, end) === swapped) return { start: start + head, end: start + end };
  }
  return undefined;
}

/**
 * One other character in a formulation of at least this length, two in a longer one, with so much right around them; one
 * in a shorter one too where it is of two parts, of which the other is right.
 */
const MISREAD = [
  { length: 9, characters: 1, around: 3, parts: /^.{4}、.{4}$/ },
  { length: 10, characters: 1, around: 2 },
  { length: 14, characters: 2, around: 3 },
  { length: 14, characters: 1, around: 1, parts: /^.{4}、.{4}、/ },
] as const;
/** The last character of a formulation of at least this length, where it ends a word there. The first may be a verb chosen. */
const LONG_FOR_EDGE = 7;
/** That of a shorter one, where it is no part of a word: 发扬钉钉子精种. */
const SHORT_FOR_EDGE = 5;
/** Words that leave a wording what it is, and numerals, which make it another one. */
const FREE = /[的了地着过和与及同并且也都还更再已将要这那个等从到动进好赢第一二两三四五六七八九十]|\P{Script=Han}/u;

/** Where the text at `start` has one or two other characters than the wording, if they are the whole difference. O(length). */
function misreadAt(text: string, start: number, wording: string): Span | undefined {
  const { head, tail } = alikeAtEnds(text, start, wording);
  const characters = wording.length - head - tail;
  // 中国 for 我国: who speaks to the world says so.
  if (/^[中我]$/.test(wording[head] ?? '') && /^[中我]国/.test(text.slice(start + head, start + head + 2)))
    return undefined;
  const isLittle = MISREAD.some(
    (most) =>
      wording.length >= most.length &&
      characters === most.characters &&
      Math.min(head, tail) >= most.around &&
      (!('parts' in most) || most.parts.test(wording)),
  );
  if (!isLittle && !(characters === 1 && isEdgeMisread(text, start, wording, head))) return undefined;
  const different = { start: start + head, end: start + head + characters };
  const words = text.slice(different.start, different.end) + wording.slice(head, head + characters);
  // 惠及全省人民: a place says of itself what the country does.
  if (characters === 1 && OF_A_PLACE.test(words[0]!) && !OF_A_PLACE.test(words[1]!)) return undefined;
  return FREE.test(words) || isSynonym(text, start, wording, different) ? undefined : different;
}

/** What a fixed wording must keep on either side of another word, and in all. */
const FIXED = { before: 2, after: 1, around: 5, verb: 4 };
const LONGEST_WORD = 2;
const JOINS = /[和与及同并的得了]|\P{Script=Han}/u;

/** Where the text at `start` has another word of one or two characters in a fixed wording, if that is the whole difference. O(length). */
function replacedAt(text: string, start: number, wording: string): Span | undefined {
  const { head, tail } = alikeAtEnds(text, start, wording);
  const characters = wording.length - head - tail;
  if (characters === 0 || characters > LONGEST_WORD || head < FIXED.before) return undefined;
  // At its end, only where the words are set off as a name or are parts of equal weight: “千村示范、万村治理”.
  const next = text[start + wording.length] ?? '';
  if (tail < FIXED.after && next !== '”' && !(wording.includes('、') && /^[，。；]$/.test(next))) return undefined;
  if (head + tail < FIXED.around) return undefined;
  const different = { start: start + head, end: start + head + characters };
  const words = text.slice(different.start, different.end) + wording.slice(head, head + characters);
  if (JOINS.test(words) || isSynonym(text, start, wording, different)) return undefined;
  const [written, right] = [text.slice(different.start, different.end), wording.slice(head, head + characters)];
  return head <= FIXED.verb && VERBS.has(written) && VERBS.has(right) ? undefined : different;
}

/** Whether only the last character differs, at index `head`, and belongs to no word beyond the wording. */
function isEdgeMisread(text: string, start: number, wording: string, head: number): boolean {
  const at = start + head;
  if (head !== wording.length - 1 || OF_A_PLACE.test(text[at]!)) return false;
  if (wording.length >= LONG_FOR_EDGE) return wordAt(text, at).end === at + 1;
  return wording.length >= SHORT_FOR_EDGE && standsAlone(text, at);
}

/** 生态环境补偿 is not 生态环境部: at an edge the other character may belong to the word beyond it. */
function isJoinedOutwards(
  text: string,
  start: number,
  length: number,
  different: number,
  isFormulation: boolean,
): boolean {
  if ((different !== 0 && different !== length - 1) || length >= LONG) return false;
  const beyond = text[different === 0 ? start - 1 : start + length];
  if (beyond === undefined || !/\p{Script=Han}/u.test(beyond)) return false;
  if (length < SURE || !isFormulation) return true;
  // 发扬定钉子精神: no word with what is beyond it.
  const at = different === 0 ? start : start + length - 1;
  const word = wordAt(text, at);
  return different === 0 ? word.start < at : word.end > at + 1;
}

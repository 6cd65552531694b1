/** Finds where members of one fixed set are enumerated, whatever words every member has around it. */
import type { Entry, KnowledgeData } from '../../knowledge/knowledge';
import type { Formulation } from '../../knowledge/schemas';
import { WordingTrie } from '../../knowledge/wordingTrie';
import type { Span } from '../../text/span';

/** Members of one set, named one after the other. */
export interface Enumeration extends Span {
  readonly entry: Entry<Formulation>;
  /** The members named, as indices into the set, in the order of the text. */
  readonly members: readonly number[];
  readonly spans: readonly Span[];
  /** What stands where the one member that is missing would, if something does. */
  readonly strange?: Span;
  /** With words of their own before some members: 召开党员大会、党小组会，上好党课. */
  readonly isLoose: boolean;
}

interface Member extends Span {
  readonly index: number;
}

interface Label {
  readonly entry: Entry<Formulation>;
  readonly index: number;
}

/** Fewer characters than this are too common to mean a member without the word that all members begin with. */
const SHORTEST_CORE = 4;
/** What every member may begin with, and drafts leave out or put once: 必须坚持人民至上. */
const BEGINNINGS = ['必须坚持', '坚持', '必须'];

/** The members of all sets, by their wordings and by these without the word that all begin with. */
export class SetMembers {
  readonly #trie = new WordingTrie();
  readonly #labels: Label[][] = [];

  readonly #stems = new WordingTrie();
  readonly #stemLabels: Label[][] = [];
  /** What all members of a set end with. */
  readonly #endings = new Map<Entry<Formulation>, string>();

  constructor({ formulations }: KnowledgeData) {
    for (const entry of formulations) {
      const ending = commonEnding(entry.members ?? []);
      if (ending !== '') {
        this.#endings.set(entry, ending);
        for (const [index, member] of entry.members!.entries())
          addTo(this.#stems, this.#stemLabels, member.slice(0, -ending.length), { entry, index });
      }
      const members = entry.members ?? [];
      const beginning = BEGINNINGS.find((words) => members.every((member) => member.startsWith(words))) ?? '';
      members.forEach((member, index) => {
        const core = member.slice(beginning.length);
        const wordings = [member, ...(entry.memberAliases?.[member] ?? [])];
        if (core.length >= SHORTEST_CORE) wordings.push(core);
        for (const wording of new Set(wordings)) addTo(this.#trie, this.#labels, wording, { entry, index });
      });
    }
  }

  /** The enumerations of at least two members within a sentence. O(length × longest member). */
  find(text: string, sentence: Span): Enumeration[] {
    const whole = membersIn(this.#trie, this.#labels, text, sentence);
    const stems = membersIn(this.#stems, this.#stemLabels, text, sentence);
    return [
      ...[...whole].flatMap(([entry, members]) => runsOf(text, sentence, entry, members)),
      // 经济、政治、文化、社会建设: what all members end with is said once.
      ...[...stems].flatMap(([entry, members]) =>
        runsOf(text, sentence, entry, members).flatMap((run) =>
          text.startsWith(this.#endings.get(entry)!, run.end) ? { ...run, isLoose: true } : [],
        ),
      ),
    ];
  }
}

function addTo(trie: WordingTrie, labels: Label[][], wording: string, label: Label): void {
  const at = trie.add(wording, labels.length, 2);
  if (at < 0) return;
  if (at === labels.length) labels.push([]);
  labels[at]!.push(label);
}

/** The members found in a sentence by their sets, ascending, disjoint. */
function membersIn(
  trie: WordingTrie,
  labels: readonly Label[][],
  text: string,
  sentence: Span,
): Map<Entry<Formulation>, Member[]> {
  const byEntry = new Map<Entry<Formulation>, Member[]>();
  for (const longestLast of trie.find(text, sentence)) {
    for (let i = longestLast.length - 1; i >= 0; i--) {
      const { wording, start, end } = longestLast[i]!;
      for (const { entry, index } of labels[wording]!) {
        let known = byEntry.get(entry);
        if (!known) {
          known = [];
          byEntry.set(entry, known);
        }
        if (start >= (known.at(-1)?.end ?? 0)) known.push({ index, start, end });
      }
    }
  }
  return byEntry;
}

const SHORTEST_ENDING = 2;
const SHORTEST_STEM = 2;

/** What all members of a set end with, where at least a word is left of each without it: 建设; '' else. */
function commonEnding(members: readonly string[]): string {
  const [first] = members;
  if (first === undefined || members.length < 3) return '';
  let length = 0;
  while (length < first.length && members.every((member) => member.at(-1 - length) === first.at(-1 - length))) length++;
  const isWord = length >= SHORTEST_ENDING && members.every((member) => member.length - length >= SHORTEST_STEM);
  return isWord ? first.slice(-length) : '';
}

function runsOf(text: string, sentence: Span, entry: Entry<Formulation>, members: readonly Member[]): Enumeration[] {
  const found: Enumeration[] = [];
  let run: Member[] = [];
  let strange: Span | undefined;
  let isLoose = false;
  members.forEach((member, i) => {
    run.push(member);
    const next = members[i + 1];
    if (next) {
      if (isBetween(text, sentence, run[0]!, member, next)) return;
      if (LOOSE.test(text.slice(member.end, Math.min(next.start, member.end + LONGEST_GAP)))) {
        isLoose = true;
        return;
      }
      const other = strange ? undefined : strangeBetween(text, member, next);
      if (other) {
        strange = other;
        return;
      }
    }
    if (run.length > 1) found.push(enumeration(entry, run, strange, isLoose));
    run = [];
    strange = undefined;
    isLoose = false;
  });
  return found;
}

function enumeration(
  entry: Entry<Formulation>,
  run: readonly Member[],
  strange: Span | undefined,
  isLoose: boolean,
): Enumeration {
  return {
    start: run[0]!.start,
    end: run.at(-1)!.end,
    entry,
    members: run.map(({ index }) => index),
    spans: run,
    ...(strange && { strange }),
    isLoose,
  };
}

const SEPARATOR = /^[”’]?(?:[、，,；;]|和|及|与|以及|同)+[“‘]?$/;
const LONGEST_SEPARATOR = 4;
const MARK = /^[、，,；;]/;
/** 一是…；二是…; 第一，…；第二，…. */
const COUNTED =
  /^[、，,；;](?:[一二三四五六七八九十]+是(?:要)?|第[一二三四五六七八九十]+[，、]?|其[一二三四五六七八九十]+[，、]?|[①-⑩]|（[一二三四五六七八九十\d]+）)/;
/** A remark on the member before. */
const REMARK = /^（[^（）]{1,40}）/;
/** A clause begins with a verb for the member after it. */
const LOOSE = /^[，；]\p{Script=Han}{2,6}$/u;
const LONGEST_REPEATED = 5;
const LONGEST_GAP = 60;

/** A mark or word between members; with words that every member has around it: 面向…、面向…, …有保障、…有保障. */
function isBetween(text: string, sentence: Span, first: Span, before: Span, after: Span): boolean {
  if (after.start - before.end > LONGEST_GAP) return false;
  const gap = text.slice(before.end, after.start).replace(REMARK, '');
  if (gap.length <= LONGEST_SEPARATOR && SEPARATOR.test(gap)) return true;
  const marked = gap.replace(COUNTED, '、');
  if (marked === '、') return true;
  const end = marked.search(/[、，,；;]/);
  if (end < 0) return false;
  const following = marked.slice(0, end);
  const leading = marked.slice(end + 1);
  return (
    MARK.test(marked.slice(end)) &&
    following.length <= LONGEST_REPEATED &&
    leading.length <= LONGEST_REPEATED &&
    (following === '' || text.startsWith(following, after.end)) &&
    (leading === '' || text.slice(Math.max(sentence.start, first.start - leading.length), first.start) === leading)
  );
}

const STRANGE = /^([、，；]|和)(\p{Script=Han}{2,14})([、，；]|和|及|与)$/u;

/** Words between two marks, between two members: a member that the set does not have. */
function strangeBetween(text: string, before: Span, after: Span): Span | undefined {
  if (after.start - before.end > LONGEST_GAP) return undefined;
  const match = STRANGE.exec(text.slice(before.end, after.start));
  return match ? { start: before.end + match[1]!.length, end: after.start - match[3]!.length } : undefined;
}

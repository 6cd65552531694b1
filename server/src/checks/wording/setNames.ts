/** What an enumeration is called, and how many members it is said to have. */
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Formulation } from '../../knowledge/schemas';
import type { Span } from '../../text/span';
import type { Enumeration } from './setMembers';

/** Between a set's name and its members: ”，即, ”是指坚持. In UTF-16 code units. */
const REACH = 14;
/** The last is 二 put otherwise. */
const NUMERALS = '一二三四五六七八九十两';
const CLASSIFIERS = '(?:个方面|个|大|项|位|种|条|者|点|方面|句话|个坚持|个必须)';

/** Whether the sentence names the set it enumerates: “四个意识”. */
export function namesTheSet({ draft, sentence }: SentencePlace, entry: Formulation): boolean {
  const own = bare(draft.text.slice(sentence.start, sentence.end));
  return namesOf(entry).some((name) => own.includes(bare(name)));
}

/** What a set is called: its name, and what else the knowledge base lists as right that names none of its members. */
function namesOf({ text, members, variants }: Formulation): string[] {
  const others = variants?.filter(
    (variant) =>
      variant.severity === 'off' && variant.kind === 'wording' && !members?.some((one) => variant.text.includes(one)),
  );
  return [text, ...(others ?? []).map((variant) => variant.text)];
}

/** Whether the set's name stands directly before or after its members, or in the sentence before. */
export function nameBeside(place: SentencePlace, found: Enumeration): boolean {
  return [...namesOf(found.entry), shortName(found.entry)].some(
    (name) => name !== '' && isBeside(place, found, bare(name)),
  );
}

/** 四链 for 创新链、产业链、资金链、人才链: their number and what they all end with; '' where they do not. */
function shortName({ members }: Formulation): string {
  const ending = members![0]!.at(-1)!;
  return members!.every((member) => member.endsWith(ending)) && members!.length < NUMERALS.length
    ? `${NUMERALS[members!.length - 1]}${ending}`
    : '';
}

function isBeside({ draft, sentence }: SentencePlace, { start, end }: Span, name: string): boolean {
  const before = bare(draft.text.slice(Math.max(sentence.start, start - REACH - name.length - 2), start));
  const after = bare(draft.text.slice(end, Math.min(sentence.end, end + REACH + name.length + 2)));
  const at = before.lastIndexOf(name);
  if (at >= 0 && before.length - at - name.length <= REACH) return true;
  return after.includes(name) && after.indexOf(name) <= AFTER;
}

/** So far before its members a text may have named the set they are of. In UTF-16 code units. */
const NAMED_BEFORE = 400;

/** Whether the sentences before name the set. */
export function isNamedBefore({ draft }: SentencePlace, { entry, start }: Enumeration): boolean {
  const before = bare(draft.text.slice(Math.max(0, start - NAMED_BEFORE), start));
  return namesOf(entry).some((name) => bare(name).length >= SHORTEST_NAME && before.includes(bare(name)));
}

/** A shorter name is a word like others: 四风. */
const SHORTEST_NAME = 4;

/** Between members and the name after them: 的“, 这. In UTF-16 code units. */
const AFTER = 4;

function bare(words: string): string {
  return words.replace(/[“”‘’]/g, '');
}

const COUNT_AFTER = new RegExp(
  `^[”’]?(?:等|这|的|，这|这样|以上|，以上|共)*[“‘]?([${NUMERALS}]|\\d{1,2})${CLASSIFIERS}`,
);
const COUNT_BEFORE = new RegExp(
  `([${NUMERALS}])${CLASSIFIERS}[^，。；、]{0,8}[”’]?(?:，|：|——)?(?:这就是|也就是|就是|即|分别是|包括|是|为|指)?(?:要|：)?(?:必须坚持|坚持|必须|做到)?[“‘]?$`,
);

const COUNT_OF_SIDES = new RegExp(`([${NUMERALS}])个方面的[^，。；、]{2,8}，[^，。；、]{2,6}$`);

/** 四个方面的中国特色，坚定走好…: how many sides the clause before all members says that there are. */
export function statedSides({ draft, sentence }: SentencePlace, { start }: Span): number | undefined {
  const said = COUNT_OF_SIDES.exec(draft.text.slice(Math.max(sentence.start, start - 2 * REACH), start));
  return said ? numberOf(said[1]!) : undefined;
}

/** How many members the words beside an enumeration say there are: 五个方面，这就是…. */
export function statedCount({ draft, sentence }: SentencePlace, { start, end }: Span): number | undefined {
  const after = COUNT_AFTER.exec(draft.text.slice(end, Math.min(sentence.end, end + REACH)));
  if (after) return numberOf(after[1]!);
  const before = COUNT_BEFORE.exec(draft.text.slice(Math.max(sentence.start, start - 2 * REACH), start));
  return before ? numberOf(before[1]!) : undefined;
}

function numberOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  return numeral === '两' ? 2 : NUMERALS.indexOf(numeral) + 1;
}

/** The name of a set beside all of its members, with another number in it than there are: “五个意识”，即…. */
export function wrongCount({ draft, sentence }: SentencePlace, found: Enumeration): Span | undefined {
  const { entry, start, end } = found;
  const name = bare(entry.text);
  const numeral = name[0]!;
  if (!NUMERALS.includes(numeral) || numberOf(numeral) !== entry.members!.length) return undefined;
  const pattern = new RegExp(`[${NUMERALS}]${name.slice(1)}`, 'g');
  for (const [from, to] of [
    [Math.max(sentence.start, start - REACH - name.length), start],
    [end, Math.min(sentence.end, end + AFTER + name.length)],
  ] as const) {
    for (const match of draft.text.slice(from, to).matchAll(pattern)) {
      if (match[0] !== name) return { start: from + match.index, end: from + match.index + match[0].length };
    }
  }
  return undefined;
}

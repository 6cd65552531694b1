/** Laws, party rules, catalogues and lists cited in an edition older than the one in force: 2018年修订的《…条例》, 《…目录（2022年版）》. */

import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import { keyOf } from '../../text/keyText';
import { startsBy } from '../../text/partialDate';
import { contains, type Span } from '../../text/span';
import { derived } from '../../util/derived';
import { isCitedAsBasis, replacedFinding, tellsInPart } from './supersededDocuments';

const EDITION = /^》?[（(](\d{4})年(?:\d{1,2}月)?(?:修正|修订|修改|通过)?(?:版|本)?[）)]/;
/** 2018年修订的《, 2007年11月起施行的《. */
const EDITION_BEFORE =
  /(\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|新|第[一二三四五]次)?(?:(修订|修正|修改|印发|发布|制定)|(?:正式)?(施行|实施|生效|颁布|公布))后?的?(?:现行|新)?[《“]?(?:中华人民共和国)?$/;
const LONGEST_BEFORE = 28;
/** What is issued anew under its name; an opinion or a plan is not. */
const HAS_EDITIONS = /(?:法|法典|条例|规定|准则|规则|办法|细则|目录|清单）?|标准|大典)》?$/;

/** The findings of one sentence. O(length × editions of a title). */
export function supersededEditions(knowledge: Knowledge, place: SentencePlace): Finding[] {
  const { draft, sentence, today } = place;
  const { text } = draft;
  const ofNames = knowledge.find(text, sentence, ['references']).flatMap((match) => {
    const said = statedEdition(place, match);
    if (!said || !startsBy(dayOf(match.entry), today)) return [];
    if (!isCitedAsBasis(place, said.start) && !isBasisAfter(text, sentence, said) && !isTakenUp(text, sentence, said))
      return [];
    return tellsInPart(place, said)
      ? []
      : [replacedFinding(said, text.slice(said.start, said.end), match.entry, today)];
  });
  return [...ofNames, ...titledEditions(knowledge, place)];
}

/** The stretch that names an edition older than the entry's; undefined where it names none. */
function statedEdition({ draft, sentence }: SentencePlace, match: WordingMatch<'references'>): Span | undefined {
  const { text } = draft;
  const { entry, start, end } = match;
  if ((entry.kind !== 'law' && entry.kind !== 'document') || entry.until !== undefined) return undefined;
  if (entry.kind === 'document' && !HAS_EDITIONS.test(entry.name)) return undefined;
  const after = EDITION.exec(text.slice(end, Math.min(sentence.end, end + 16)));
  if (after && after[1]! < entry.date.slice(0, 4)) return { start, end: end + after[0].length };
  const from = Math.max(sentence.start, start - LONGEST_BEFORE);
  const before = EDITION_BEFORE.exec(text.slice(from, start));
  // An amendment leaves the day a law took effect as it was: only a law with a day of its own is another since.
  const newest = before?.[2] ? entry.date : entry.effective;
  if (!before || newest === undefined || !(before[1]! < newest.slice(0, 4))) return undefined;
  return { start: from + before.index, end: text[end] === '》' ? end + 1 : end };
}

/** 《…目录（2022年版）》, where a later edition is in force, whether that of 2022 is known or not. */
function titledEditions(knowledge: Knowledge, place: SentencePlace): Finding[] {
  const { draft, sentence, today } = place;
  const { text } = draft;
  return draft.titles.flatMap((title) => {
    if (!contains(sentence, title)) return [];
    const said = TITLED.exec(text.slice(title.start, title.end));
    const editions = (said && editionsOf(knowledge).get(keyOf(said[1]!))) ?? [];
    const [newest] = editions
      .filter((entry) => startsBy(dayOf(entry), today))
      .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
    // It may be known by its edition under another name only.
    const edition =
      newest && [newest.name, ...(newest.aliases ?? [])].map((name) => TITLED.exec(name)?.[2]).find(Boolean);
    if (!said || !newest || !edition || !(said[2]! < edition)) return [];
    // A name that is known as replaced is found by itself.
    const isKnown = editions.some(({ name, until }) => until !== undefined && keyOf(name) === keyOf(said[0]));
    if (isKnown && isCitedAsBasis(place, title.start)) return [];
    if (!isCitedAsBasis(place, title.start) && !isTakenUp(text, sentence, title)) return [];
    const span = { start: title.start - 1, end: title.end + 1 };
    return tellsInPart(place, span) ? [] : [replacedFinding(title, said[0], newest, today)];
  });
}

const TITLED = /^(.{4,40}?)[（(](\d{4})年?(?:版|本)[）)]$/;

/** 2014年印发的《…》是我们的根本依据. */
function isBasisAfter(text: string, sentence: Span, said: Span): boolean {
  const after = text.slice(said.end, Math.min(sentence.end, said.end + LONGEST_BEFORE));
  return /^的?(?:规定|要求)?(?:执行|办理)|^[^，。；]{0,4}(?:是|作为|为)[^，。；]{0,12}(?:依据|遵循|准绳|标准|指引)/.test(
    after,
  );
}

/** 把《…》吃透用好. */
function isTakenUp(text: string, sentence: Span, title: Span): boolean {
  return (
    /(?:把|将)(?:国家|现行)?《?$/.test(text.slice(Math.max(sentence.start, title.start - 6), title.start)) &&
    /^》?(?:的?[^，。；]{0,10})?(?:吃透|讲透|讲清|讲明|学深|学透|用好|用足|落实|贯彻|执行|落到|作为[^，。；]{0,12}(?:依据|遵循|标准|指引))/.test(
      text.slice(title.end, Math.min(sentence.end, title.end + LONGEST_BEFORE)),
    )
  );
}

function dayOf({ effective, date }: Reference): string {
  return effective ?? date;
}

/** The references with an edition in their name, by the name without it. */
const editionsOf = derived(({ data }: Knowledge): ReadonlyMap<string, readonly Entry<Reference>[]> => {
  const made = new Map<string, Entry<Reference>[]>();
  for (const entry of data.references) {
    for (const name of [entry.name, ...(entry.aliases ?? [])]) {
      const base = TITLED.exec(name)?.[1];
      if (base === undefined) continue;
      const key = keyOf(base);
      made.set(key, [...(made.get(key) ?? []), entry]);
    }
  }
  return made;
});

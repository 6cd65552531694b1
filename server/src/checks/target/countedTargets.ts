/** Targets put as a deed with its figure inside: 建成12亿亩高标准农田 is 建成高标准农田 with 12亿亩. */
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Target } from '../../knowledge/schemas';
import { findQuantities, type Quantity } from '../../text/quantities';
import { derived } from '../../util/derived';

/** An indicator met with the figure that stands within it; the match goes from the deed to the end of what is counted. */
export interface CountedTarget extends WordingMatch<'targets'> {
  readonly figure: Quantity;
}

/** A wording of a target cut where a figure may stand. */
interface Deed {
  readonly entry: Entry<Target>;
  readonly wording: string;
  readonly verb: string;
  readonly counted: string;
}

const DEED =
  /^(?:全国|累计)*(建成|新建|新增|新改建|改建|改造|培育|培养|造就|布局建设|建设|打造|营造|投产)(\p{Script=Han}.{3,})$/u;
/** Shares are not counted. */
const SHARE = /率$|占比|比例|比重/;
const LONGEST_LEAD = 12;

/** The deeds of the country by the first two characters of what is counted. */
const deedsOf = derived(({ data }: Knowledge): ReadonlyMap<string, readonly Deed[]> => {
  const groups = new Map<string, Deed[]>();
  for (const entry of data.targets) {
    if (entry.region !== '全国' || entry.value === undefined) continue;
    for (const wording of [entry.indicator, ...(entry.aliases ?? [])]) {
      const [, verb, counted] = DEED.exec(wording) ?? [];
      if (verb === undefined || counted === undefined || SHARE.test(wording)) continue;
      const key = counted.slice(0, 2);
      const deed = { entry, wording, verb, counted };
      const same = groups.get(key);
      if (same) same.push(deed);
      else groups.set(key, [deed]);
    }
  }
  return groups;
});

/** Those of one sentence, one for each target and place. O(figures × deeds that begin alike). */
export function countedTargets(knowledge: Knowledge, { draft, sentence, dates }: SentencePlace): CountedTarget[] {
  const { text } = draft;
  const deeds = deedsOf(knowledge);
  return findQuantities(text, sentence, dates).flatMap((figure) => {
    const from = figure.end + /^(?:及?以上|左右)?的?/.exec(text.slice(figure.end, figure.end + 4))![0].length;
    const before = text.slice(Math.max(sentence.start, figure.start - LONGEST_LEAD), figure.start);
    const fitting = (deeds.get(text.slice(from, from + 2)) ?? []).filter(
      ({ verb, counted }) => text.startsWith(counted, from) && endsWithDeed(before, verb),
    );
    const longest = Math.max(...fitting.map(({ counted }) => counted.length));
    const seen = new Set<string>();
    return fitting.flatMap(({ entry, wording, verb, counted }): CountedTarget[] => {
      if (counted.length < longest || seen.has(entry.id)) return [];
      seen.add(entry.id);
      const start = figure.start - (before.length - before.lastIndexOf(verb));
      return [{ kind: 'targets', entry, wording, role: 'alias', start, end: from + counted.length, figure }];
    });
  });
}

/** 累计建成, 建成超过: the deed, with nothing but a comparison after it. */
function endsWithDeed(before: string, verb: string): boolean {
  const at = before.lastIndexOf(verb);
  return (
    at >= 0 && /^(?:约|近|超过?|不少于|不低于|至少|突破|总数达到?|达到?|各类)?$/.test(before.slice(at + verb.length))
  );
}

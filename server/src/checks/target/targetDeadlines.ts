/** Goals of the country set for another year than the one they were set for: 2035年前实现碳达峰. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Modality, TargetClaim } from '../../draft/claim';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Target } from '../../knowledge/schemas';
import { provinceIn } from '../../text/provinces';
import { describeTarget, relatedEntry } from '../timing';
import { isOfTheCountry } from './ofTheCountry';

/** The findings of one sentence. O(length). */
export function otherDeadlines(knowledge: Knowledge, place: SentencePlace, claims: readonly TargetClaim[]): Finding[] {
  const { draft, sentence, today } = place;
  const { text } = draft;
  const matches = knowledge.find(text, sentence, ['targets']).filter(({ role }) => role === 'goal');
  if (matches.length === 0 || AHEAD_OF_OTHERS.test(text.slice(sentence.start, sentence.end))) return [];
  return claims.flatMap((claim) => {
    const { deadline, governed, modality } = claim;
    const year = deadline.to.slice(0, 4);
    // 从2035年到本世纪中叶: where a step begins.
    if (
      /[从自]$/.test(text.slice(deadline.start - 1, deadline.start)) ||
      /^(?:[到至]|远景目标)/.test(text.slice(deadline.end, deadline.end + 4))
    )
      return [];
    if (deadline.form !== 'date' || year < today.slice(0, 4) || !isHeldTo(place, modality, deadline.start)) return [];
    const match = matches.find(
      ({ start, end, wording }) =>
        start >= deadline.end &&
        start < governed.end &&
        (start - deadline.end <= REACH ||
          (wording.length >= LONG_GOAL &&
            // 擘画了到2035年…的要求，描绘了…: another clause, which the deadline says nothing of.
            !/.[，；]/.test(text.slice(deadline.end, start)) &&
            !isPreparedFor(text, start, end))) &&
        // 碳中和示范园区 is no goal of the country.
        (wording.length > SHORT_GOAL || /^(?:[，。、；！”]|的?(?:目标|愿景))/.test(text.slice(end, end + 3))),
    );
    if (!match) return [];
    const known = knowledge.data.targets.filter(({ goals }) => goals?.includes(match.wording));
    const target = onlyDeadline(known, year);
    if (!target || !isSaidOfTheCountry(place, match)) return [];
    return [
      {
        code: 'target.figure' as const,
        start: deadline.start,
        end: deadline.end,
        message: l10n.t('This goal is set for another year: {0}.', describeTarget(target)),
        related: [relatedEntry(target)],
        fixes: [],
      },
    ];
  });
}

/** Of the country, or what “双碳” stands for; not what a firm sets for itself: 集团承诺，2050年前实现碳中和. */
function isSaidOfTheCountry(place: SentencePlace, match: WordingMatch<'targets'>): boolean {
  const lead = place.draft.text.slice(place.sentence.start, match.start);
  if (OF_ONE_S_OWN.test(lead) && !/我国|全国|国家|党中央|中国/.test(lead)) return false;
  // 科技强国: what only the country can become, whoever works for it.
  if (/强国|现代化国家|建军一百年/.test(match.wording) || isOfTheCountry(place, match.wording, match)) return true;
  return TWO_CARBON.test(lead) && provinceIn(lead) === undefined && !/[我全本][省市县区州盟旗]/.test(lead);
}

const OF_ONE_S_OWN = /公司|集团|企业|园区|我行|本行|学校/;
const TWO_CARBON = /^[^，。；]{0,8}“?双碳”?(?:目标|战略|承诺|时间表)|^[^，。；]{0,8}碳达峰碳中和(?:目标|战略|时间表)/;

/** Meant, or told as what somebody has set: 我国宣布，…. Not what is told of the past. */
function isHeldTo(place: SentencePlace, modality: Modality, at: number): boolean {
  if (modality === 'intention' || modality === 'bare') return true;
  if (modality !== 'history' || place.isTelling || place.inRetrospect) return false;
  return !place.tellsSetting || place.isSetBefore(at);
}

/** A place may reach a goal before the country. */
const AHEAD_OF_OTHERS = /率先|提前|力争早日|先行|早于|先于|比国家/;
/** So short a goal must end its clause; so long a one may stand deep in what its deadline governs. In UTF-16 code units. */
const SHORT_GOAL = 3;
const LONG_GOAL = 11;

/** 为基本实现社会主义现代化奠定基础: what is prepared has a deadline of its own. */
function isPreparedFor(text: string, start: number, end: number): boolean {
  return (
    /(?:为|向|朝着|对|距离|与)(?:[^，。；]{0,8})$/.test(text.slice(Math.max(0, start - 10), start)) ||
    /^[^，。；]{0,6}(?:奠定|打下|迈|进程|基础|新步伐|进展|阶段|前进)/.test(text.slice(end, end + 16))
  );
}

/** Between deadline and goal, in UTF-16 code units. */
const REACH = 12;

/** The target where all that set this goal, for the country, set it for one year, and that is another. */
function onlyDeadline(known: readonly Entry<Target>[], year: string): Entry<Target> | undefined {
  const years = new Set(known.map(({ deadline }) => deadline.slice(0, 4)));
  if (years.size !== 1 || years.has(year) || known.some(({ region }) => region !== '全国')) return undefined;
  return known[0];
}

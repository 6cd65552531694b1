/** Finds bodies that were renamed, merged or abolished and are named as if they still were. */
import * as l10n from '@vscode/l10n';
import type { Finding, Fix } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { type SentencePlace, sentencePlaces } from '../../draft/sentencePlace';
import type { Entry, WordingMatch } from '../../knowledge/knowledge';
import type { Institution } from '../../knowledge/schemas';
import { foreignPlaceIn } from '../../text/foreignPlaces';
import { addMonths, lastDay } from '../../text/partialDate';
import type { Check, CheckConfig } from '../check';
import { relatedEntry } from '../timing';
import { isDatedBefore } from '../wording/currentUse';

/** Follows the draft's date: before the change the name is right. */
export const institutionRenamed: Check = {
  code: 'institution.renamed',
  severity: 'warning',
  run: ({ knowledge }: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const findings: Finding[] = [];
    for (const place of sentencePlaces(draft, config.date)) {
      for (const match of knowledge.find(draft.text, place.sentence, ['institutions'])) {
        if (isOutdatedName(match, config.date) && isUsedAsCurrent(place, match)) findings.push(finding(match));
      }
    }
    return findings;
  },
};

/** A reform is decided before it is carried out: until the new body has opened, the old one works and signs under its name. */
const MONTHS_OF_TRANSITION = 3;

function isOutdatedName({ entry, role }: WordingMatch<'institutions'>, date: string): boolean {
  if (role !== 'name' && role !== 'alias') return false;
  if (entry.change === 'current' || entry.change === 'nameplate') return false;
  return entry.until !== undefined && addMonths(lastDay(entry.until), MONTHS_OF_TRANSITION) < date;
}

/** What stands directly before a name that is not meant as current. */
const FORMER = /(?:原|时任|前|旧|现|曾任|历任|当时的|原来的|以前的|时为|先后任|任过)$/;
/** What directly follows it: a document it once issued (农业部令第10号), or somebody who was there (农业部原部长). */
const ISSUED_OR_FORMER = /^(?:令|公告|第?\d+号|〔|\[|原|前|老)/;
/** What it once did and is now told of something: 国土资源部批准的地质公园. */
const DID_ONCE =
  /^[^，。；、]{0,6}(?:审议通过|批准|批复|认定|命名|授予|评定|评为|公布|发布|印发|颁布|设立|确定|挂牌)的(?!最新|现行|新)/;
/** The sentence speaks of the change itself, or of somebody's career. */
const CHANGE =
  /改为|更名|改组|改制|改称|组建(?!议)|并入|撤销|合并|划转|划入|划归|整合|不再保留|前身|机构改革|职责|曾|时任|历任|兼任|担任过|历史上|的历史|当时|当年|那时|脱胎|挂牌|转隶|新中国成立初期|成立于/;
/** A section of another organisation: 集团公司文化部, 校卫生部. 国务院农业部 is the one meant. */
const OWNER =
  /(?:公司|集团|学校|大学|学院|医院|党委|县委|市委|省委|区委|商会|协会|委员会|学生会|研究生会|工会|团委|联合会|社|校|厂)$|(?:公司|集团)\p{Script=Han}{1,4}$/u;
/** Sections of one organisation in a row: 校党委组织部、宣传部和文化部. */
const OWNER_OF_SEVERAL =
  /(?:公司|集团|学校|大学|学院|医院|党委|县委|市委|省委|区委|商会|协会|校)\p{Script=Han}{2,5}[、和与](?:\p{Script=Han}{2,5}[、和与]){0,3}$/u;
const REACH_OF_OWNER = 28;
/** A short name without a word for the whole country may be any country's. */
const OF_THE_COUNTRY = /^(?:国家|国务院|中国|中央|中共|全国|中华)/;

function isUsedAsCurrent(place: SentencePlace, match: WordingMatch<'institutions'>): boolean {
  const { draft, sentence } = place;
  const { text } = draft;
  const { entry } = match;
  if (place.isCited(match)) return false;
  const after = text.slice(match.end, match.end + 12);
  if (entry.notBefore?.some((words) => after.startsWith(words))) return false;
  const near = text.slice(Math.max(sentence.start, match.start - REACH_OF_WHOLE), match.start);
  if (entry.onlyAfter && !entry.onlyAfter.some((name) => /^[^，。；、]{0,9}$/.test(restAfter(near, name))))
    return false;
  const before = text.slice(Math.max(sentence.start, match.start - 8), match.start);
  if (FORMER.test(before) || ISSUED_OR_FORMER.test(after)) return false;
  const isWhole = OF_THE_COUNTRY.test(match.wording);
  if (!isWhole && OWNER.test(before)) return false;
  if (
    !isWhole &&
    OWNER_OF_SEVERAL.test(text.slice(Math.max(sentence.start, match.start - REACH_OF_OWNER), match.start))
  )
    return false;
  if (DID_ONCE.test(after) || place.isTelling) return false;
  // 菲律宾国家减灾委: the name is another country's.
  if (foreignPlaceIn(before)) return false;
  // Without the name itself: 中央深改组 holds 改组.
  const whole = `${text.slice(sentence.start, match.start)} ${text.slice(match.end, sentence.end)}`;
  if (
    CHANGE.test(whole) ||
    [...(entry.replacedBy ?? []), entry.replacement].some((name) => name && whole.includes(name))
  ) {
    return false;
  }
  if (!isWhole && foreignPlaceIn(`${sentenceBefore(place)} ${whole}`)) return false;
  return !isDatedBefore(place, match, entry.until!);
}

/** What a ministry without a country before it may belong to: 厄瓜多尔政府已动员…。卫生部也…. */
function sentenceBefore({ draft, block, index }: SentencePlace): string {
  const before = block.sentences[index - 1];
  return before ? draft.text.slice(before.start, before.end) : '';
}

/** How far before its branch the name of a body may begin. */
const REACH_OF_WHOLE = 18;

/** What follows the last `name` in `words`; a comma, which is no part of a name, where it is not there. */
function restAfter(words: string, name: string): string {
  const at = words.lastIndexOf(name);
  return at < 0 ? '，' : words.slice(at + name.length);
}

function finding(match: WordingMatch<'institutions'>): Finding {
  const { entry } = match;
  return {
    code: 'institution.renamed',
    start: match.start,
    end: match.end,
    message: message(match.wording, entry),
    related: [relatedEntry(entry)],
    fixes: fixes(match),
  };
}

function message(name: string, entry: Entry<Institution>): string {
  const current = entry.replacement ?? entry.replacedBy?.join('、');
  if (current !== undefined)
    return l10n.t('“{0}” has not been the name since {1}; current is: {2}.', name, entry.until!, current);
  return l10n.t('“{0}” has not existed since {1}.', name, entry.until!);
}

function fixes(match: WordingMatch<'institutions'>): Fix[] {
  const { replacement } = match.entry;
  if (replacement === undefined) return [];
  return [
    {
      title: l10n.t('Write “{0}”', replacement),
      edits: [{ start: match.start, end: match.end, newText: replacement }],
      preferred: true,
    },
  ];
}

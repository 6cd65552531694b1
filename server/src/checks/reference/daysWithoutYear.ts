/** Finds days of the year told with another date, and meetings told without their year on other days than theirs. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { WordingMatch } from '../../knowledge/knowledge';
import { addMonths } from '../../text/partialDate';
import { YEARLY_DAYS } from '../../text/yearlyDays';
import { AT_IT } from './conferenceYears';
import { mismatch } from './mismatch';

const DAY_BEFORE =
  /(?<!\d)(\d{1,2}月\d{1,2}日)[）)]?(?:是|为|设立为|定为)?(?:我国|的)?(?:第[\d一二三四五六七八九十]{1,3}个)?[“]?(?=[\p{Script=Han}\d“]{3})/gu;

/** 9月9日教师节庆祝大会: what is done for the day is done on another. */
const EVENT = /^[”]?(?:庆祝|表彰|慰问|宣传|主题|活动|大会|座谈|晚会|系列|暨|升旗|启动|主会场|论坛)/;

/** 8月5日全国生态日. O(length × days kept). */
export function otherYearlyDays({ draft, sentence }: SentencePlace): Finding[] {
  const own = draft.text.slice(sentence.start, sentence.end);
  return [...own.matchAll(DAY_BEFORE)].flatMap(({ 0: words, 1: day, index }) => {
    const name = own.slice(index + words.length, index + words.length + 16);
    const kept = YEARLY_DAYS.find((other) => other.day.endsWith('日') && other.name.test(name));
    const start = sentence.start + index;
    if (
      !kept ||
      kept.day === day!.replace(/^0|(?<=月)0/g, '') ||
      EVENT.test(name.replace(kept.name, '')) ||
      /前夕|前后|期间|^[^，。]{0,10}(?:来临|到来|前一天|前[，。])/.test(name.replace(kept.name, ''))
    )
      return [];
    const [end, right] = [start + day!.length, kept.day];
    return [
      {
        code: 'reference.mismatch' as const,
        start,
        end,
        message: l10n.t('{0} is on {1}.', kept.name.exec(name)![0], right),
        related: [],
        fixes: [{ title: l10n.t('Write “{0}”', right), edits: [{ start, end, newText: right }], preferred: true }],
      },
    ];
  });
}

const HELD = ['congress', 'plenum', 'work-conference', 'session'];
const DAYS = /(?<![\d年])(\d{1,2})月(\d{1,2})日(?:[至到—–-]{1,2}(?:(\d{1,2})月)?(\d{1,2})日)?/;
const HELD_BEFORE = new RegExp(`${DAYS.source}[，,]?(?:在北京|在京|胜利|隆重)*(?:召开|举行|闭幕)的[“《]?$`);
const HELD_AFTER = new RegExp(`^[”》]?(?:于|在)?${DAYS.source}(?:在北京|在京|胜利|隆重)*(?:召开|举行)`);
/** 2月17日，习近平总书记在: the leader there on the day. */
const LEADER_BEFORE = new RegExp(`${DAYS.source}[，,]?习近平(?:总书记|同志|主席)?(?:在|出席)[“《]?$`);
const MONTHS_OF_NEWS = 11;
const REACH = 26;

/** 7月13日至16日在北京举行: the days of the meeting at `match`, which was held in the months before the draft or the year told. */
export function otherDaysHeld(place: SentencePlace, match: WordingMatch<'references'>): Finding | undefined {
  const { draft, sentence, today } = place;
  const { entry, start, end } = match;
  const from = entry.period?.from ?? entry.date;
  const to = entry.period?.to ?? entry.date;
  if (!HELD.includes(entry.kind) || from.length < 10 || to.length < 10) return undefined;
  if (to > today || (addMonths(to, MONTHS_OF_NEWS) < today && !isOfYear(place, match))) return undefined;
  const lead = Math.max(sentence.start, start - REACH);
  const led = draft.text.slice(lead, start);
  const before =
    HELD_BEFORE.exec(led) ?? (AT_IT.test(draft.text.slice(end, end + REACH)) ? LEADER_BEFORE.exec(led) : null);
  const said = before ?? HELD_AFTER.exec(draft.text.slice(end, Math.min(sentence.end, end + REACH)));
  if (!said) return undefined;
  const [, month, day, lastMonth, lastDay] = said;
  const saidFrom = dayOf(from, month!, day!);
  const saidTo = lastDay === undefined ? undefined : dayOf(to, lastMonth ?? month!, lastDay);
  const isRight = saidTo === undefined ? from <= saidFrom && saidFrom <= to : saidFrom === from && saidTo === to;
  if (isRight) return undefined;
  const words = DAYS.exec(said[0])![0];
  const at = (before ? lead : end) + said.index + said[0].indexOf(words);
  const days = from === to ? from : l10n.t('{0} to {1}', from, to);
  return mismatch(
    { start: at, end: at + words.length },
    l10n.t('{0} was held on {1}.', match.wording, days),
    entry,
    undefined,
  );
}

/** Whether the meeting can be no other: its number tells which it is, or its year is the last that the paragraph names before it. */
function isOfYear({ draft, block }: SentencePlace, { start, wording, entry }: WordingMatch<'references'>): boolean {
  if (wording.includes('届')) return true;
  const years = [...draft.text.slice(block.start, start).matchAll(/(\d{4})年/g)];
  return years.at(-1)?.[1] === entry.date.slice(0, 4);
}

function dayOf(near: string, month: string, day: string): string {
  return `${near.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Finds documents said to be issued by another body of the centre than theirs: 国务院印发 of what 中办、国办 issued. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, WordingMatch } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import type { Span } from '../../text/span';
import { asTitle, relatedEntry } from '../timing';

/** The bodies, the longest names first, by what they are here. */
const BODIES: readonly (readonly [RegExp, string])[] = [
  [/(?:中共中央办公厅|中办) ?[、和]? ?(?:国务院办公厅|国办)$/, '中共中央办公厅、国务院办公厅'],
  [/(?:中共中央|党中央) ?[、和]? ?国务院$/, '中共中央、国务院'],
  [/(?:中共中央办公厅|中办)$/, '中共中央办公厅'],
  [/国务院办公厅$/, '国务院办公厅'],
  [/国务院$/, '国务院'],
];
/** A ministry issues nothing of the centre's: 国家发展改革委印发 of what 国务院 issued. */
const MINISTRY =
  /(?:国家\p{Script=Han}{2,8}(?:委|局|部)|(?:工业和信息化|科技|科学技术|财政|商务|农业农村|教育|生态环境|自然资源|住房城乡建设|交通运输|文化和旅游|民政|人力资源社会保障|水利|公安|司法|应急管理|市场监管总局))部?$/u;
const BY_MINISTRY = /(?:印发|出台|下发|制定)了?的?《?$/;

/** Directly before a title: the body, perhaps when, and that it issued. */
const ISSUED =
  /(?:于?(?:今年|去年|\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:近日|日前)?(?:联合|正式)?(?:印发|出台|发布|公布|下发)了?的?)?《?$/;
const LONGEST_LEAD = 40;

/** When, between a title, the body and the verb. */
const WHEN = '(?:[于在]?(?:今年|去年|\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?)';
/** After a title: 》（国发〔2021〕4号）是由国务院于2021年2月印发的. */
const ISSUED_AFTER = new RegExp(
  `^(》(?:[（(][^（）()]{4,24}号[）)])?[，,]?(?:[（(]|${WHEN}(?:正|就|也)?(?:是由|系由|由|是|系))${WHEN})([\\p{Script=Han}、和 ]{2,24}?)(?:等\\p{Script=Han}{0,4}部门)?${WHEN}(?:近日|日前)?(?:联合|正式|共同)*(印发|出台|发布|公布|下发)(?!会|实施|配套|贯彻|解读|通知|《|[了的](?:实施|配套|贯彻|解读|通知|《))`,
  'u',
);
const LONGEST_TAIL = 60;

/** The finding for the document at `match`, where `entries`, all that have its name, have another issuer. */
export function otherIssuer(
  place: SentencePlace,
  match: WordingMatch<'references'>,
  entries: readonly Entry<Reference>[],
): Finding | undefined {
  const { text } = place.draft;
  if (text[match.start - 1] !== '《') return undefined;
  const stated = statedBefore(place, match) ?? statedAfter(place, match);
  if (!stated || entries.some(({ issuer }) => issuer === undefined || mayBeIssuer(issuer, stated))) return undefined;
  return {
    code: 'reference.mismatch',
    start: Math.min(stated.start, match.start),
    end: Math.max(stated.end, match.end),
    message: l10n.t('{0} was issued by {1}.', asTitle(match.wording), entries[0]!.issuer!),
    related: [relatedEntry(entries[0]!)],
    fixes: [],
  };
}

/** Who is said to have issued a document, where it stands. */
interface StatedIssuer extends Span {
  readonly body: string;
  readonly isMinistry: boolean;
}

function statedBefore({ draft, sentence }: SentencePlace, { start }: Span): StatedIssuer | undefined {
  const from = Math.max(sentence.start, start - LONGEST_LEAD);
  const lead = draft.text.slice(from, start);
  return bodyAtEnd(lead.slice(0, lead.search(ISSUED)), from, BY_MINISTRY.test(lead));
}

function statedAfter({ draft, sentence }: SentencePlace, { end }: Span): StatedIssuer | undefined {
  if (draft.text[end] !== '》') return undefined;
  const said = ISSUED_AFTER.exec(draft.text.slice(end, Math.min(sentence.end, end + LONGEST_TAIL)));
  if (!said) return undefined;
  const at = end + said[1]!.length;
  const stated = bodyAtEnd(said[2]!, at, /印发|下发/.test(said[3]!));
  return stated && stated.start === at ? stated : undefined;
}

/** The body that words which stand at `at` end with. */
function bodyAtEnd(words: string, at: number, mayBeMinistry: boolean): StatedIssuer | undefined {
  const end = at + words.length;
  const ministry = mayBeMinistry ? MINISTRY.exec(words) : null;
  if (ministry) return { body: ministry[0], isMinistry: true, start: at + ministry.index, end };
  for (const [name, body] of BODIES) {
    const found = name.exec(words);
    if (found) return { body, isMinistry: false, start: at + found.index, end };
  }
  return undefined;
}

/** Whether a document of the issuer may be said to be of the body stated: it is that, or it is not known well enough. */
function mayBeIssuer(issuer: string, { body, isMinistry }: StatedIssuer): boolean {
  // 中办印发 is said of what both general offices issued, too.
  if (isBody(issuer)) return issuer === body || (body === '中共中央办公厅' && issuer.startsWith(body));
  // 国家发展改革委等部门: none of the centre's bodies, whichever of the ministries issued it.
  return isMinistry || !OF_MINISTRIES.test(issuer) || issuer.includes(body);
}

const OF_MINISTRIES = /^(?!中共|全国|国务院$|国务院、)\p{Script=Han}{2,12}(?:部|委|委员会|局|署|总局)(?:等|、|$)/u;

function isBody(issuer: string): boolean {
  return BODIES.some(([, body]) => body === issuer);
}

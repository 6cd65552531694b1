/** Finds documents said to be issued by another body of the centre than theirs: 国务院印发 of what 中办、国办 issued. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../analysis/finding';
import type { SentencePlace } from '../draft/sentencePlace';
import type { Entry, WordingMatch } from '../knowledge/knowledge';
import type { Reference } from '../knowledge/schemas';
import { asTitle, relatedEntry } from './timing';

/** The bodies, the longest names first, by what they are here. */
const BODIES: readonly (readonly [RegExp, string])[] = [
  [/(?:中共中央办公厅|中办) ?[、和]? ?(?:国务院办公厅|国办)$/, '中共中央办公厅、国务院办公厅'],
  [/(?:中共中央|党中央) ?[、和]? ?国务院$/, '中共中央、国务院'],
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

/** The finding for the document at `match`, where `entries`, all that have its name, have another issuer. */
export function otherIssuer(
  { draft, sentence }: SentencePlace,
  match: WordingMatch<'references'>,
  entries: readonly Entry<Reference>[],
): Finding | undefined {
  const { text } = draft;
  if (text[match.start - 1] !== '《') return undefined;
  const from = Math.max(sentence.start, match.start - LONGEST_LEAD);
  const lead = text.slice(from, match.start);
  const words = lead.slice(0, lead.search(ISSUED));
  const ministry = BY_MINISTRY.test(lead) ? MINISTRY.exec(words) : null;
  const stated = ministry
    ? { found: ministry, body: ministry[0] }
    : BODIES.map(([name, body]) => ({ found: name.exec(words), body })).find(({ found }) => found);
  if (!stated?.found || entries.some(({ issuer }) => issuer === undefined || !isBody(issuer) || issuer === stated.body))
    return undefined;
  const start = from + stated.found.index;
  return {
    code: 'reference.mismatch',
    start,
    end: match.end,
    message: l10n.t('{0} was issued by {1}.', asTitle(match.wording), entries[0]!.issuer!),
    related: [relatedEntry(entries[0]!)],
    fixes: [],
  };
}

function isBody(issuer: string): boolean {
  return BODIES.some(([, body]) => body === issuer);
}

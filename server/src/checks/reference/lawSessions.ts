/** Finds laws said to have been adopted by another session than theirs: 十三届全国人大四次会议表决通过的民法典. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import { wholeNumeral } from '../../text/numerals';
import type { Span } from '../../text/span';
import { asTitle, relatedEntry } from '../timing';

const SESSION =
  /第?([一二三四五六七八九十]{1,3})届全国(?:人民代表大会|人大)(常务委员会|常委会)?第?([一二三四五六七八九十\d]{1,3})次(?:全体)?会议/;
/** From the session to the law: 于2020年5月28日表决通过了《. */
const ADOPTED =
  /^[”]?(?:上)?[，,]?(?:[于在]?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|[于在]?\d{1,2}月\d{1,2}日)?[，,]?(?:正式|高票)?(?:表决|审议|审议并|修[订正])?通过了?的?(?:我国|新中国)?(?:首部|第一部)?[《“]?(?:中华人民共和国)?$/;
/** From the law to the session: 》已由, 》于2020年5月28日经. */
const ADOPTED_BY =
  /^[》”]?[，,]?(?:(?:已经?|是)?(?:[于在]?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?)?[，,]?(?:由|经|在|已由)|是(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?)?)(?:中华人民共和国)?$/;
const PASSED =
  /^[”]?(?:上)?(?:[于在]?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|[于在]?\d{1,2}月\d{1,2}日)?(?:正式|高票)?(?:表决|审议|修[订正])?通过/;
/** A law is amended under its name, and read before it is adopted. */
const AMENDED = /修改|修正|决定|草案|初审|二审|三审|审议稿|说明|解释/;
const LONGEST_LINK = 40;

/** The finding for the law at `match`, where `entries`, all that have its name, were adopted elsewhere. */
export function otherSession(
  { draft, sentence }: SentencePlace,
  match: Span & { readonly wording: string },
  entries: readonly Entry<Reference>[],
): Finding | undefined {
  const { text } = draft;
  const from = Math.max(sentence.start, match.start - LONGEST_LINK * 2);
  const around = text.slice(from, Math.min(sentence.end, match.end + LONGEST_LINK * 2));
  if (!around.includes('次会议') || AMENDED.test(text.slice(sentence.start, sentence.end))) return undefined;
  const stated = sessionBefore(text, { start: from, end: match.start }) ?? sessionAfter(text, match, sentence.end);
  if (!stated) return undefined;
  const known = entries.map(({ issuer }) => (issuer === undefined ? undefined : SESSION.exec(issuer)));
  // Another congress may have adopted or revised it before.
  const isOther = known.every(
    (session) => session && termOf(session) === termOf(stated.session) && !isSame(session, stated.session),
  );
  const [entry] = entries;
  if (!isOther || !entry || entries.some(({ effective }) => effective === undefined)) return undefined;
  return {
    code: 'reference.mismatch',
    start: stated.start,
    end: stated.end,
    message: l10n.t('{0} was adopted by {1}.', asTitle(match.wording), entry.issuer!),
    related: [relatedEntry(entry)],
    fixes: [],
  };
}

interface StatedSession extends Span {
  readonly session: RegExpExecArray;
}

function sessionBefore(text: string, { start, end }: Span): StatedSession | undefined {
  const session = SESSION.exec(text.slice(start, end));
  if (!session) return undefined;
  const at = start + session.index;
  const to = at + session[0].length;
  return ADOPTED.test(text.slice(to, end)) ? { start: at, end: to, session } : undefined;
}

function sessionAfter(text: string, { end }: Span, sentenceEnd: number): StatedSession | undefined {
  const session = SESSION.exec(text.slice(end, Math.min(sentenceEnd, end + LONGEST_LINK * 2)));
  if (!session) return undefined;
  const at = end + session.index;
  const to = at + session[0].length;
  const isAdopting =
    ADOPTED_BY.test(text.slice(end, at)) && PASSED.test(text.slice(to, Math.min(sentenceEnd, to + LONGEST_LINK)));
  return isAdopting ? { start: at, end: to, session } : undefined;
}

function termOf(session: RegExpExecArray): number | undefined {
  return wholeNumeral(session[1]!);
}

function isSame(a: RegExpExecArray, b: RegExpExecArray): boolean {
  return (a[2] === undefined) === (b[2] === undefined) && wholeNumeral(a[3]!) === wholeNumeral(b[3]!);
}

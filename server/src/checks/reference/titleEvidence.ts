/** What the words around a title tell of it: that it is of the centre, or of a place, and when it was issued. */
import type { Draft } from '../../draft/draft';
import { findDates } from '../../text/dates';
import type { Span } from '../../text/span';

export interface TitleEvidence {
  readonly isNational: boolean;
  /** A place or a body of one made it its own. */
  readonly isLocal: boolean;
  /** The days that the sentence names before the title. */
  readonly days: readonly { readonly from: string; readonly to: string }[];
}

/** Who issues for the whole country, directly before a title. */
const NATIONAL =
  /(?:中共中央|党中央|国务院|中办|国办|中央|国家|全国人大|\p{Script=Han}{2,8}部|[一二三四五六七八九十\d]{1,2}部门)[^，。；：《》]{0,16}$/u;
/** The same behind it: 《…》由中办、国办印发, 《…》（国发〔2024〕1号）. */
const NATIONAL_AFTER =
  /^》?(?:[（(〔][^（）()]{0,24}[）)〕])?[，,]?(?:已|是)?由(?:中共中央|党中央|国务院|中办|国办|国家|\p{Script=Han}{2,8}部)[^，。；：《》省市县区]{0,12}(?:印发|发布|出台|公布)|^》?[（(](?:中发|中办发|国发|国办发|国函|国办函|国务院令)/u;
/** A title that says so itself. */
const OF_THE_COUNTRY = /^中华人民共和国国民经济|^中共中央|^国务院/;
const OF_A_PLACE = /[省市县区州](?:委|政府|人民|里|发展|农业|生态)|我[省市县区]|本[省市县区]|结合实际|配套/;
/** 我市出台《…》, 学校印发了《…》: it is called alike, and of a place or a body. */
const ITS_OWN =
  /(?:[省市县区州盟旗局院校企处办所]|公司|集团|我们)[^，。；：《》]{0,10}(?:出台|制定|制订|印发|发布|公布|颁布|修订|起草|审议|通过|研究|编制)了?的?《?$|[省市县区]《?$/;
/** （鲁政发〔2024〕1号）. */
const NUMBER_OF_A_PLACE = /^》?[（(]\p{Script=Han}{1,3}[政府委]\p{Script=Han}{0,3}〔/u;
const LONGEST_AFTER = 40;
const LONGEST_LEAD = 26;

/** What is said of the title at `title`. O(length of its block). */
export function titleEvidence({ text, blocks }: Draft, title: Span, today: string): TitleEvidence {
  const block = blocks.find(({ start, end }) => start <= title.start && title.end <= end);
  const sentence = block?.sentences.find(({ start, end }) => start <= title.start && title.start < end);
  if (!sentence) return { isNational: false, isLocal: false, days: [] };
  const before = text.slice(sentence.start, title.start).replace(/《$/, '');
  const lead = before.slice(-LONGEST_LEAD);
  const after = text.slice(title.end, title.end + LONGEST_AFTER);
  const days = findDates(text, { start: sentence.start, end: title.start }, today).filter(
    ({ form, from }) => (form === 'date' || form === 'relative') && from.length >= 7,
  );
  const saysItself =
    OF_THE_COUNTRY.test(text.slice(title.start, title.end)) || /《(?:国务院|中共中央)[^《》]{0,24}$/.test(lead);
  const isNational = saysItself || ((NATIONAL.test(lead) || NATIONAL_AFTER.test(after)) && !OF_A_PLACE.test(lead));
  const isLocal =
    !saysItself && (NUMBER_OF_A_PLACE.test(after) || (!isNational && (OF_A_PLACE.test(lead) || ITS_OWN.test(lead))));
  return { isNational, isLocal, days };
}

/** Whether a figure or goal is said of the whole country: only then may it be held against the country's targets. */
import type { Draft } from '../../draft/draft';
import type { SentencePlace } from '../../draft/sentencePlace';
import { foreignPlaceIn } from '../../text/foreignPlaces';
import { provinceIn } from '../../text/provinces';
import type { Span } from '../../text/span';

const OF_THE_COUNTRY =
  /我国|国内生产总值增长|赤字率|赤字规模|发行超长期特别国债|中央财政|两会(?:提出|明确|确定)|全国|国家(?!电网|能源集团|能源投资|电力投资|管网|开发银行|大剧院)|党中央|国务院|中央全会|[三四]中全会|规划纲要|(?<![市省县区])纲要(?:明确|提出|确定|要求|规定)/;
const OF_A_PLACE = /[我全本该]?[省市县区州盟旗镇乡村](?![场民])|自治区|各地|地方/;
const NOT_A_PLACE =
  /城市|城镇|农村|乡村|小区|社区|城区|园区|景区|灾区|矿区|建制村|行政村|自然村|地级及以上|县级|地级|乡镇/g;
/** Indicators that say themselves that they are of a whole economy. */
const OF_AN_ECONOMY = /国内生产总值|GDP|全社会|每万人口|能源消费总量|人均预期寿命|碳达峰|碳中和|二氧化碳/;

/**
 * The sentence names the country, or `indicator` does and the whole draft names no other place; nothing is said of a place
 * or another country. Where the country is named up to the end of the clause `at` ends in, what follows may be about a
 * place: …，我市要抢占先机.
 */
export function isOfTheCountry({ draft, sentence }: SentencePlace, indicator: string, at: Span): boolean {
  const clause = sentence.clauses.find(({ end }) => at.end <= end);
  const to = clause?.end ?? sentence.end;
  // 跨区域人员流动量: what the indicator itself is called says nothing of a place.
  const upTo = `${draft.text.slice(sentence.start, at.start)}，${draft.text.slice(at.end, to)}`;
  if (OF_THE_COUNTRY.test(draft.text.slice(sentence.start, to)) && !isOfAPlace(upTo)) return true;
  const own = upTo + draft.text.slice(to, sentence.end);
  return (
    !isOfAPlace(own) &&
    (OF_THE_COUNTRY.test(draft.text.slice(sentence.start, sentence.end)) ||
      (OF_AN_ECONOMY.test(indicator) && !namesPlace(draft)))
  );
}

/** How far back the country may have been named, in UTF-16 code units. */
const REACH_OF_PARAGRAPH = 800;

/** The paragraph has named the country, neither it nor the draft names a place: 2023年，我国…。常住人口城镇化率…. */
export function isOfTheCountrysParagraph({ draft, block, sentence }: SentencePlace, at: Span): boolean {
  const before = draft.text.slice(Math.max(block.start, sentence.start - REACH_OF_PARAGRAPH), sentence.start);
  if (!/我国|全国|新中国/.test(before) || namesPlace(draft)) return false;
  return !isOfAPlace(
    `${before}${draft.text.slice(sentence.start, at.start)}，${draft.text.slice(at.end, sentence.end)}`,
  );
}

/** Whether the sentence names the country. */
export function namesTheCountry({ draft, sentence }: SentencePlace): boolean {
  return OF_THE_COUNTRY.test(draft.text.slice(sentence.start, sentence.end));
}

/** Before whose figure it is, in UTF-16 code units. */
const REACH_OF_COUNTRY = 12;

/** 对照国家70%的目标, 到2030年全国…: the country is named right before what is said, whatever place the sentence is about. */
export function isCountryNamedBefore({ draft, sentence }: SentencePlace, start: number, figureAt = start): boolean {
  const lead = draft.text.slice(Math.max(sentence.start, start - REACH_OF_COUNTRY), figureAt);
  const at = lead.search(/(?:国家|全国|我国|中央|国务院)[^，。；]*$/);
  return at >= 0 && !/[我全本][省市县区州镇乡校]|自治区/.test(lead.slice(at));
}

/** Whether words name a place within a country, or another country. O(length). */
export function isOfAPlace(words: string): boolean {
  return (
    OF_A_PLACE.test(words.replace(NOT_A_PLACE, '')) ||
    foreignPlaceIn(words) !== undefined ||
    provinceIn(words) !== undefined
  );
}

const SPEAKS_OF_A_PLACE =
  /全[省市县区州盟旗镇乡行局院]|[我本][省市县区州盟旗镇乡行局院校厂所]|[省市县区州镇]委|自治区|公司|集团|学校|开发区|园区|高新区|新区/;
const naming = new WeakMap<Draft, boolean>();

/** Whether a draft speaks of a province, city, county or firm anywhere. */
function namesPlace(draft: Draft): boolean {
  let known = naming.get(draft);
  if (known === undefined) {
    known = SPEAKS_OF_A_PLACE.test(draft.text);
    naming.set(draft, known);
  }
  return known;
}

/** Tells of which place and which time a sentence gives a figure. */
import type { SentencePlace } from '../../draft/sentencePlace';
import { foreignPlaceIn } from '../../text/foreignPlaces';
import { provinceIn } from '../../text/provinces';

/** 全市, 我县: the place the draft speaks for. */
const OWN = /[全我本][国省市县区州盟旗镇乡村校](?!第|前|先进|上下|一盘棋)/g;
/** 乌什县, 高新区 at the head of a clause: a place that is told beside others. */
const NAMED =
  /^[，,、；;：:（(“]{0,2}(?:其中|而|目前|同时|此外|今年|去年|上年|随后|位于|在|仅|以){0,3}[，,]?([\p{Script=Han}]{1,6}?(?:自治区|自治州|自治县|开发区|高新区|经开区|示范区|新区|园区|省|市|县|区|州|盟|旗|镇|乡|街道|赛区|港|机场))(?![场域民级长委属政财直辖容值郊内外里中场]|居民|村振兴|镇化|村[^，。]{0,2}(?:振兴|建设))/u;
const NO_NAME =
  /^[全我本该各两多每几一二三四五六七八九十百共有新建成为个]|城[市镇乡区]|农村|乡[村镇]|社区|小区|地区|灾区|景区|产区|林区|牧区|山区|上市|超市|夜市|股市|楼市|集市|转型区|功能区|保护区|控制区|服务区|片区|辖区|市县|县区|县市|省市|区县|镇村|贫困县|脱贫县|大县|强县|进出口|房地产/;

/** The place as 全市, 浙江 or 乌什县; '' where the sentence up to `until` and the opening of its paragraph name none. O(length). */
export function whereOf({ draft: { text }, block, sentence }: SentencePlace, until: number): string {
  const own = text.slice(sentence.start, until);
  const foreign = foreignPlaceIn(own);
  if (foreign !== undefined) return foreign;
  const named = sentence.clauses.findLast(({ start }) => start < until && namedAt(text, start) !== undefined);
  const generic = [...own.matchAll(OWN)].at(-1);
  const province = provinceIn(text.slice(block.start, until));
  // 全省 of a paragraph about another province is that province.
  if (generic && (!named || sentence.start + generic.index >= named.start))
    return province !== undefined && /省$/.test(generic[0]) ? province : ownPlace(generic[0]);
  return (named && namedAt(text, named.start)) ?? province ?? namedAt(text, block.sentences[0]!.start) ?? '';
}

function namedAt(text: string, start: number): string | undefined {
  const name = NAMED.exec(text.slice(start, start + 16))?.[1];
  return name === undefined || NO_NAME.test(name) ? undefined : name;
}

function ownPlace(place: string): string {
  return place.replace(/^[我本]/, '全');
}

/** Whether figures may be of one place: 全市 and no place are one; the country and a place that is named are others. */
export function mayBeOnePlace(a: string, b: string): boolean {
  return a === b || ((a === '' || b === '') && /^全(?!国)/.test(a + b));
}

/** The year or stretch of time of a figure, as `from/to`, and what the sentence says of a part of it. */
export interface FigureTime {
  /** `2025/2025`; with its role for what is told up to or since a time; '' where none is named. */
  readonly when: string;
  /** 前8个月, 6月底, 春节: what no date holds; '' where nothing is said. */
  readonly part: string;
}

const PART =
  /(?:前|[近头])?(?:\d{1,2}|[一二三四五六七八九十]{1,2})个?月(?:份|底|末|\d{1,2}日)?(?:[—–至到~-]{1,2}\d{1,2}(?:月|日)(?:\d{1,2}日)?)?|\d{1,2}[—–至~-]{1,2}\d{1,2}月|(?:前?[一二三四1-4]个?季度|[上下]半年)|节[前后]|[春暑]运|春节|国庆|五一|假期|高峰|当[日天月季]|第[一二三四五六七八九十]天|[昨今前]天|\d{1,2}日|一期|二期|三期|[一二三四五六七八九十\d]年期/g;

/** What a part of a year begins with up to which something is counted. */
export const AS_OF = '截至';

/** The time said of a figure at `until`; `when` undefined where the sentence names no year. O(length). */
export function timeOf(
  { draft: { text }, sentence, dates }: SentencePlace,
  until: number,
): { readonly when: string | undefined; readonly part: string } {
  const date = dates
    .filter(({ start, end }) => end <= until && !/[比较与由从]$/.test(text.slice(start - 1, start)))
    .at(-1);
  const when =
    date && (date.role === 'by' || date.role === 'since' ? `${date.role} ${date.to}` : `${date.from}/${date.to}`);
  const words = text.slice(date?.end ?? sentence.start, until);
  const part = [...words.matchAll(PART)].at(-1);
  if (!part) return { when, part: '' };
  const isAsOf = /截[至止]到?(?:今年|目前)?$/.test(words.slice(0, part.index)) || date?.role === 'asOf';
  return { when, part: (isAsOf ? AS_OF : '') + part[0].replace(/份$/, '') };
}

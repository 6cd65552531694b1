/** Tells whose document it is, the centre's or a place's: by the names at the head of its issuer and its title, or what its first lines say. */
import { simplified } from '../../text/keyText';
import { type DocumentLevel, documentLevels } from '../document';
import { readAdoptions } from './adoption';

/** Levels as a writer may name them. */
const CHINESE: Readonly<Record<string, DocumentLevel>> = {
  中央: 'central',
  国家: 'central',
  国家级: 'central',
  省: 'provincial',
  省级: 'provincial',
  市: 'municipal',
  市级: 'municipal',
  地市级: 'municipal',
  县: 'other',
  县级: 'other',
  乡镇: 'other',
  单位: 'other',
  其他: 'other',
};

const PROVINCES: readonly (readonly [short: string, full: string])[] = [
  ...'北京 天津 上海 重庆'.split(' ').map((name) => [name, `${name}市`] as const),
  ...'河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾'
    .split(' ')
    .map((name) => [name, `${name}省`] as const),
  ['内蒙古', '内蒙古自治区'],
  ['广西', '广西壮族自治区'],
  ['西藏', '西藏自治区'],
  ['宁夏', '宁夏回族自治区'],
  ['新疆', '新疆维吾尔自治区'],
  ['香港', '香港特别行政区'],
  ['澳门', '澳门特别行政区'],
];

/** What may stand before the name: 中共广东省委, 2024年广东省政府工作报告. */
const LEAD = /^(?:(?:19|20)\d{2}年|中共|中国共产党(?=[^第中]))*/;
const CENTRAL =
  /^(?:中共中央|中央(?:办公厅|军委|纪委|委员会|人民政府|经济工作)|国务院|全国(?:人民代表大会|人大|政协)|中国人民政治协商会议全国|最高人民(?:法院|检察院)|中华人民共和国|中国共产党(?:中央|第[一二三四五六七八九十\d]+次全国|第[一二三四五六七八九十\d]+届中央)|国家(?:发展和?改革|统计|税务|市场监督|医疗保障|能源|卫生健康|知识产权|民族事务|国际发展)|[\u4e00-\u9fff]{2,7}部(?:$|关于|办公厅|令))/;
/** Behind the short name of a province: words that tell it from a city or firm that is named like it. */
const GOVERNING = /^(?:人民政府|政府|省?委|人大|自治区)/;
const CITY =
  /^(?!关于)([\u4e00-\u9fff]{2,6}?(?:市(?![场民容区级属]|政(?!府))|自治州|盟))(?=人民|政府|委|人大|国民经济|[\u4e00-\u9fff]{0,24}(?:条例|规定|办法|方案|规划|意见|通知)$)/;
/** Words that end with 市 and name no city. */
const NO_CITY = /[城都股超菜门黑楼债汽夜上全本各县我]市$/;
const COUNTY = /^[\u4e00-\u9fff]{1,6}?(?:自治县|自治旗|县|区|旗)(?=人民|政府|委|人大)/;

/** 在全市科技创新大会上的讲话: before whom it was said. */
const AUDIENCE = /(?:^|在)全([省市县])(?!场)/;
/** A congress of the party or the nation that a report was given to, and the nation in the name of a plan. */
const NATIONAL =
  /^(?:.{0,6}在|——.{0,12}在)?(?:中国共产党|党的)?第[一二三四五六七八九十\d]+(?:次|届)全国(?:代表大会|人民代表大会)(?:第|上|常务|$)|^.{0,4}在中国共产党第[一二三四五六七八九十\d]+次全国代表大会|^中华人民共和国$|^第?[一二三四五六七八九十]+届全国(?:人大|政协)[一二三四五]次会议|我代表中国共产党第[一二三四五六七八九十]+届中央委员会|我(?:代表|受)第?[一二三四五六七八九十]+届中央委员会(?:委托，)?向大会|[，,]向党的第[一二三四五六七八九十]+次全国代表大会作报告/;
/** News of the head of the state, the party or the government, by the first words of the report. */
const OF_LEADERS =
  /^央视网消息.{0,20}：.{0,60}(?:国家主席|中共中央总书记|中央军委主席|国务院总理|全国人大常委会委员长)/;
const PLAN_OF_THE_NATION = '中华人民共和国国民经济和社会发展';
const HEAD_LINES = 6;
const LONGEST_HEAD = 80;
const LEAD_LENGTH = 120;

/** Level and place, as far as they are stated. */
export interface LevelAndPlace {
  readonly level?: DocumentLevel;
  /** The full name of the province, of the city, or of both: 广东省, 深圳市, 广东省深圳市. */
  readonly place?: string;
}

/** A level named in front matter or a sidecar, in English or Chinese; undefined where it is none of ours. */
export function readDeclaredLevel(value: string): DocumentLevel | undefined {
  const trimmed = value.trim().toLowerCase();
  return documentLevels.find((level) => level === trimmed) ?? CHINESE[trimmed];
}

/** Level and place by issuer, title and the first lines; nothing where they do not tell. */
export function readLevel(issuer: string | undefined, title: string, lines: readonly string[]): LevelAndPlace {
  for (const name of issuer ? [issuer, title] : [title]) {
    const found = levelOf(simplified(name));
    if (found.level) return found;
  }
  const audience = AUDIENCE.exec(title)?.[1];
  if (audience) return { level: audience === '省' ? 'provincial' : audience === '市' ? 'municipal' : 'other' };
  const head = lines.slice(0, HEAD_LINES);
  const isNational =
    NATIONAL.test(simplified(title)) ||
    head.some((line) => line.length <= LONGEST_HEAD && NATIONAL.test(simplified(line))) ||
    head.some((line) => line.startsWith(PLAN_OF_THE_NATION)) ||
    (!title.includes('新闻联播') && head.some((line) => OF_LEADERS.test(line.slice(0, LEAD_LENGTH))));
  if (isNational) return { level: 'central' };
  const adopted = readAdoptions(lines).map(({ body }) => levelOf(body));
  return adopted.find(({ level }) => level) ?? {};
}

function levelOf(text: string): LevelAndPlace {
  const name = text.replace(LEAD, '');
  for (const [short, full] of PROVINCES) {
    if (!name.startsWith(short)) continue;
    const isFull = name.startsWith(full);
    const rest = name.slice(isFull ? full.length : short.length);
    if (!isFull && !GOVERNING.test(rest)) continue;
    return within(full, rest);
  }
  if (CENTRAL.test(text) || CENTRAL.test(name)) return { level: 'central' };
  return within('', name);
}

/** What the rest of a name adds to its province: a city, a county or nothing. */
function within(province: string, rest: string): LevelAndPlace {
  const city = province.endsWith('市') ? undefined : CITY.exec(rest)?.[1];
  const county = COUNTY.exec(city ? rest.slice(city.length) : rest)?.[0];
  const isCity = city !== undefined && !NO_CITY.test(city);
  if (county && (province || isCity)) return { level: 'other', place: province + (isCity ? city : '') + county };
  if (isCity) return { level: 'municipal', place: province + city };
  return province ? { level: 'provincial', place: province } : {};
}

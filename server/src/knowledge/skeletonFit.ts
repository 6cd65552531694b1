/** Fits a skeleton to the level of the writer and to who listens: its stops then offer the salutations and bodies of that level alone. */

/** Whose draft it is, with the name that stands in the front matter. */
export const draftLevels = {
  central: '中央',
  provincial: '省级',
  municipal: '市级',
  county: '县级',
  township: '乡镇',
  unit: '单位',
} as const;

export type DraftLevel = keyof typeof draftLevels;

/** What a stop stands for, besides the salutation; wordings of each level, the usual one first. */
interface LevelWords {
  /** 在全市……会议上 */
  readonly area: readonly string[];
  /** On whose behalf she speaks. */
  readonly leadership: readonly string[];
  readonly party: readonly string[];
  readonly government: readonly string[];
  /** Who is asked for opinions beside the deputies. */
  readonly advisers: readonly string[];
  /** 在……坚强领导下 */
  readonly guidedBy: readonly string[];
  readonly people: readonly string[];
  readonly place: readonly string[];
  /** 为……而努力奋斗 */
  readonly goal: readonly string[];
}

/** As reports and speeches of each level name them; provinces include 自治区 and 直辖市, counties 区 and 县级市. */
const WORDS: Readonly<Record<DraftLevel, LevelWords>> = {
  central: {
    area: ['全国'],
    leadership: ['党中央、国务院', '党中央'],
    party: ['党中央'],
    government: ['国务院'],
    advisers: ['全国政协委员'],
    guidedBy: ['以习近平同志为核心的党中央'],
    people: ['全国各族人民'],
    place: ['××部门'],
    goal: ['以中国式现代化全面推进强国建设、民族复兴伟业'],
  },
  provincial: {
    area: ['全省', '全区', '全市'],
    leadership: ['省委、省政府', '自治区党委、政府', '市委、市政府'],
    party: ['省委', '自治区党委', '市委'],
    government: ['省人民政府', '自治区人民政府', '市人民政府'],
    advisers: ['省政协委员和列席人员', '自治区政协委员和列席人员', '市政协委员和列席人员'],
    guidedBy: ['以习近平同志为核心的党中央'],
    people: ['全省人民', '全区各族人民', '全市人民'],
    place: ['××省', '××自治区', '××市'],
    goal: ['谱写中国式现代化××篇章', '以中国式现代化全面推进强国建设、民族复兴伟业'],
  },
  municipal: {
    area: ['全市', '全州', '全盟'],
    leadership: ['市委、市政府', '州委、州政府', '盟委、行署'],
    party: ['市委', '州委', '盟委'],
    government: ['市人民政府', '州人民政府', '盟行政公署'],
    advisers: ['市政协委员和列席人员', '州政协委员和列席人员'],
    guidedBy: ['省委、省政府和市委', '自治区党委、政府和市委'],
    people: ['全市人民', '全州各族人民'],
    place: ['××市', '××州', '××盟'],
    goal: ['推动××市高质量发展', '谱写中国式现代化××篇章'],
  },
  county: {
    area: ['全县', '全区', '全市', '全旗'],
    leadership: ['县委、县政府', '区委、区政府', '市委、市政府', '旗委、旗政府'],
    party: ['县委', '区委', '市委', '旗委'],
    government: ['县人民政府', '区人民政府', '市人民政府', '旗人民政府'],
    advisers: ['县政协委员和列席人员', '区政协委员和列席人员', '市政协委员和列席人员'],
    guidedBy: ['市委、市政府和县委', '市委、市政府和区委'],
    people: ['全县人民', '全区人民', '全市人民'],
    place: ['××县', '××区', '××市', '××旗'],
    goal: ['推动××县高质量发展', '推动××区高质量发展'],
  },
  township: {
    area: ['全镇', '全乡', '全街道'],
    leadership: ['镇党委、镇政府', '乡党委、乡政府', '街道党工委、办事处'],
    party: ['镇党委', '乡党委', '街道党工委'],
    government: ['镇人民政府', '乡人民政府', '街道办事处'],
    advisers: ['列席人员'],
    guidedBy: ['县委、县政府和镇党委', '区委、区政府和街道党工委'],
    people: ['全镇人民', '全乡人民', '全街道居民'],
    place: ['××镇', '××乡', '××街道'],
    goal: ['推进全镇乡村全面振兴', '建设宜居宜业的××'],
  },
  unit: {
    area: ['全局', '全系统', '全公司', '全校', '全院'],
    leadership: ['局党组', '厅党组', '公司党委', '学校党委', '医院党委'],
    party: ['局党组', '厅党组', '机关党委', '公司党委', '学校党委'],
    government: ['领导班子', '局领导班子', '公司领导班子'],
    advisers: ['列席人员'],
    guidedBy: ['上级党委、政府', '上级党组织'],
    people: ['全体干部职工', '全体教职工', '全体员工'],
    place: ['××局', '××公司', '××学校', '××医院'],
    goal: ['推动××事业高质量发展', '推动单位各项工作'],
  },
};

export type StopField = keyof LevelWords | 'salutation';

/** How those are addressed whose description of the audience has these words; in the order in which they are named. */
const ADDRESSES: readonly (readonly [heard: RegExp, address: string])[] = [
  [/(?:人大|人民代表大会|党|职工|职代会|团|妇女|会员)代表|^(?:各位|全体)?代表$|代表大会/, '各位代表'],
  [/政协|委员(?!会)/, '各位委员'],
  [/企业家|企业(?:负责人|代表|界|老总)|商会|民企|投资者/, '各位企业家'],
  [/专家|学者|院士|教授/, '各位专家'],
  [/离退休|老干部|老同志|老党员/, '各位老领导、老同志'],
  [/师生|(?:教师|老师).*(?:学生|同学)|(?:学生|同学).*(?:教师|老师)/, '老师们、同学们'],
  [/^(?!.*(?:师生|学生|同学)).*(?:教师|老师|教职工)/, '老师们'],
  [/^(?!.*(?:师生|教师|老师)).*(?:学生|同学|学员)/, '同学们'],
  [/(?<!干部)(?:群众|村民|乡亲|农民)/, '乡亲们'],
  [/居民|市民/, '居民朋友们'],
  [/青年|团员/, '青年朋友们'],
  [/记者|媒体/, '各位媒体朋友'],
  [/儿童|少年|少先队/, '小朋友们'],
];
const GUESTS = /来宾|嘉宾|外宾|使节|客商|外商|侨|港澳|参展|国际友人|外国/;
/** Inside the party and the state one says comrades. */
const COMRADES = /干部|(?<!老)党员|(?<!教)职工(?!代表)|官兵|战士|民警|公务员|同志|班子|书记|各单位|各部门/;

/** What is known of a draft when its skeleton is inserted. */
export interface DraftFacts {
  readonly level?: DraftLevel;
  /** Who listens or reads, in her words; may be empty. */
  readonly audience: string;
}

/** A skeleton with what its stops stand for, by their numbers. */
export interface FittedSkeleton {
  /** In snippet syntax. */
  readonly body: string;
  readonly stops?: Readonly<Record<string, string>>;
}

/** The level a front matter names: 市级, 市, municipal; undefined where it is none of ours. */
export function readDraftLevel(value: string | undefined): DraftLevel | undefined {
  const name = value?.trim().toLowerCase();
  if (!name) return undefined;
  const levels = Object.keys(draftLevels) as DraftLevel[];
  return levels.find((level) => name === level || name === draftLevels[level] || `${name}级` === draftLevels[level]);
}

/**
 * The body with the choices of the level and the audience at the stops that stand for something. Where one of both is
 * not known, or fits nothing, the choices of the skeleton stay. O(body).
 */
export function fitSkeleton({ body, stops = {} }: FittedSkeleton, facts: DraftFacts): string {
  let fitted = body;
  for (const [number, field] of Object.entries(stops)) {
    const words = wordsFor(field as StopField, facts);
    if (words.length === 0) continue;
    const stop = new RegExp(`\\$\\{${number}(?::[^{}$]*|\\|([^|]*)\\|)\\}`);
    fitted = fitted.replace(stop, (_, own: string | undefined) => {
      // Another salutation of the occasion stays in reach: an audience may be named in words not known here.
      const others = field === 'salutation' ? (own ?? '').split(',') : [];
      const choices = [...new Set([...words, ...others])].filter((choice) => choice !== '');
      return choices.length === 1 ? `\${${number}:${choices[0]}}` : `\${${number}|${choices.join(',')}|}`;
    });
  }
  return fitted;
}

function wordsFor(field: StopField, { level, audience }: DraftFacts): readonly string[] {
  if (field === 'salutation') return salutations(audience);
  return level === undefined ? [] : (WORDS[level][field] ?? []);
}

/** Salutations for an audience, the most fitting first; none where its words are not known. */
export function salutations(audience: string): string[] {
  const addressed = ADDRESSES.filter(([heard]) => heard.test(audience)).map(([, address]) => address);
  if (GUESTS.test(audience)) {
    const named = ['各位来宾', ...addressed].join('，');
    return [`尊敬的${named}，女士们、先生们，朋友们`, [named, '朋友们'].join('，')];
  }
  const all = addressed.join('，');
  if (all === '') return COMRADES.test(audience) ? ['同志们'] : [];
  return COMRADES.test(audience) ? [`${all}，同志们`, all] : [all, `${all}，同志们`];
}

/** What is kept every year: how a text names it after its date or its number, when it is, and since when it is counted. */

export interface YearlyDay {
  readonly name: RegExp;
  /** `M月D日`; only `M月` where it is a week or a month, or on a day that moves. */
  readonly day: string;
  /** The year of the first; undefined where nobody counts them. */
  readonly first?: number;
}

export const YEARLY_DAYS: readonly YearlyDay[] = [
  { name: /^中国人民警察节/, day: '1月10日', first: 2021 },
  { name: /^世界湿地日/, day: '2月2日', first: 1997 },
  { name: /^(?:国际)?(?:劳动)?妇女节/, day: '3月8日' },
  { name: /^(?:全民义务|中国)?植树节/, day: '3月12日' },
  { name: /^(?:国际)?消费者权益日/, day: '3月15日' },
  { name: /^世界水日/, day: '3月22日' },
  { name: /^世界气象日/, day: '3月23日' },
  { name: /^全国税收宣传月/, day: '4月', first: 1992 },
  { name: /^全民国家安全教育日/, day: '4月15日', first: 2016 },
  { name: /^世界地球日/, day: '4月22日', first: 1970 },
  { name: /^世界读书日/, day: '4月23日', first: 1996 },
  { name: /^中国航天日/, day: '4月24日', first: 2016 },
  { name: /^世界知识产权日/, day: '4月26日', first: 2001 },
  { name: /^职业教育活动周/, day: '5月', first: 2015 },
  { name: /^全国助残日/, day: '5月', first: 1991 },
  { name: /^(?:中国|五四)?青年节/, day: '5月4日' },
  { name: /^中国品牌日/, day: '5月10日' },
  { name: /^全国防灾减灾日/, day: '5月12日', first: 2009 },
  { name: /^国际护士节/, day: '5月12日' },
  { name: /^国际博物馆日/, day: '5月18日', first: 1977 },
  { name: /^中国旅游日/, day: '5月19日', first: 2011 },
  { name: /^全国科技工作者日/, day: '5月30日', first: 2017 },
  { name: /^世界无烟日/, day: '5月31日' },
  { name: /^全国“?安全生产月/, day: '6月', first: 2002 },
  { name: /^全国节能宣传周/, day: '6月', first: 1991 },
  { name: /^(?:六五|六·五)?(?:世界)?环境日/, day: '6月5日' },
  { name: /^全国“?爱眼日/, day: '6月6日' },
  { name: /^世界防治荒漠化与干旱日/, day: '6月17日', first: 1995 },
  { name: /^全国“?土地日/, day: '6月25日', first: 1991 },
  { name: /^国际禁毒日/, day: '6月26日', first: 1988 },
  { name: /^世界人口日/, day: '7月11日', first: 1990 },
  { name: /^中国航海日/, day: '7月11日' },
  { name: /^(?:八一)?建军节/, day: '8月1日' },
  { name: /^(?:全国|全民)“?全?民?健身日/, day: '8月8日' },
  { name: /^全国生态日/, day: '8月15日', first: 2023 },
  { name: /^中国医师节/, day: '8月19日', first: 2018 },
  { name: /^(?:全国)?残疾预防日/, day: '8月25日', first: 2017 },
  { name: /^中国农民丰收节/, day: '9月', first: 2018 },
  { name: /^(?:中国人民)?(?:抗日战争|抗战)胜利纪念日/, day: '9月3日' },
  { name: /^教师节/, day: '9月10日', first: 1985 },
  { name: /^烈士纪念日/, day: '9月30日' },
  { name: /^世界粮食日/, day: '10月16日', first: 1981 },
  { name: /^(?:国家|全国)扶贫日/, day: '10月17日' },
  { name: /^(?:中国)?记者节/, day: '11月8日', first: 2000 },
  { name: /^全国“?(?:119)?消防(?:安全)?日/, day: '11月9日', first: 1992 },
  { name: /^世界艾滋病日/, day: '12月1日' },
  { name: /^“?(?:122)?“?全国“?(?:122)?交通安全日/, day: '12月2日' },
  { name: /^国家宪法日/, day: '12月4日', first: 2014 },
  { name: /^(?:南京大屠杀死难者)?国家公祭日/, day: '12月13日' },
];

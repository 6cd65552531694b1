/** The words that official editors watch for: what is written, where that is certainly wrong, what is right, and who says so. */

/** Who settles a confusion; the names are printed as they are. */
const DICTIONARY = '《现代汉语词典》';
/** GF 1001-2001, in trial use since 2002-03-31. */
const VARIANT_TABLE = '《第一批异形词整理表》';
const VARIANTS_SINCE = '2002-03-31';
/** Published again on 1986-10-10, when 像 became a character of its own. */
const CHARACTER_TABLE = '《简化字总表》';
const CONSTITUTION = '《中华人民共和国宪法》';

/** One confusion. */
export interface ConfusableRule {
  /** A part of every word that the pattern finds: a text without it need not be searched. */
  readonly word?: string;
  /** Finds the wrong word itself: what must stand around it is in look-arounds. Global, one line at a time. */
  readonly pattern: RegExp;
  /** What belongs there, or what becomes of the words found. */
  readonly right: string | ((wrong: string) => string);
  readonly source: string;
  /** Before this day (`YYYY-MM-DD`) the word was right. */
  readonly since?: string;
}

const YEAR = '(?:\\d{4}|[一二〇零○九][一二三四五六七八九〇零○]{3})年';
/** A day or period after 截至, and something that is said of it. */
const TIME_AND_MORE = `(?:${YEAR}(?:\\d{1,2}月(?:\\d{1,2}日|底|末)?|底|末|初)?|\\d{1,2}月(?:\\d{1,2}日|底|末)?|(?:今|去|上|本)年(?:\\d{1,2}月)?(?:底|末)?|目前|[本上]月底?|年底|月底)(?![。；）)\\d]|$)`;
const PEOPLE = '(?:公民|劳动者|职工|妇女|儿童|未成年人|老年人|消费者|党员|农民|村民|居民|群众|当事人)';
const MUST = [
  '坚持|坚决|坚定|加强|加快|始终|高度|全面|严格|牢牢|切实|认真|做到|依法|进一步|清醒|立足|抓住|抓好|把|更加|毫不',
  '深刻|深入|充分|统筹|着力|不断|大力|继续|尽快|立即|按照|遵守|遵循|注意|注重|保持|服从|紧紧|毫不动摇|下大',
].join('|');
const ACCOUNTS =
  '(?:呆|坏|呆坏|台|记|查|对|报|结|转|挂|欠|旧|总|假|做|倒|赖|销|还|讨|借|流水|明细|明白|糊涂|经济|政治|民生|良心|长远|眼前|算细|算大|算总|算)';

/** Rules that look at what stands around a word. */
const inContext: readonly ConfusableRule[] = [
  // 截止 has no object: 到某时截止; with the time after it the word is 截至. 截止到 is in use and left alone.
  {
    word: '截止',
    pattern: new RegExp(`(?<=^|[，。；：、（(“\\s])截止(?=${TIME_AND_MORE})`, 'gm'),
    right: '截至',
    source: DICTIONARY,
  },
  {
    word: '截至',
    pattern: /(?<=报名|申报|投标|提交|受理|征集|征稿|投稿|登记|缴费|应聘|申请)截至(?=时间|日期)/g,
    right: '截止',
    source: DICTIONARY,
  },
  // 制订 is drafting, 制定 settling: what is promulgated has been settled. Of rules and plans both are in use.
  { word: '制订', pattern: /制订(?=(?:并|和|、)(?:颁布|颁行))/g, right: '制定', source: DICTIONARY },
  {
    word: '制订',
    pattern: /(?<=(?:人大|人民代表大会|常委会|常务委员会)(?:依法|负责|有权)?)制订(?=法律|地方性法规)/g,
    right: '制定',
    source: '《中华人民共和国立法法》',
  },
  // 权力 is what the state has, 权利 what persons have.
  {
    word: '权利',
    pattern: /权利(?=机关|关进制度|关进笼子|寻租|下放|运行(?:的)?(?:制约|监督|公开|透明)|清单(?:和|、|与)责任清单)/g,
    right: '权力',
    source: CONSTITUTION,
  },
  {
    word: '权力',
    pattern: new RegExp(`(?<=${PEOPLE}(?:的|依法享有的)?(?:基本|合法|民主|各项)?)权力(?=[和与、]义务)`, 'g'),
    right: '权利',
    source: CONSTITUTION,
  },
  // 必须 stands before verbs, 必需 is what one cannot do without.
  { word: '必需', pattern: new RegExp(`必需(?=${MUST})`, 'g'), right: '必须', source: DICTIONARY },
  {
    word: '必须',
    pattern: /(?<=生活|生产|工作)必须(?=品(?!质|种|行|牌|格|德|位|类))/g,
    right: '必需',
    source: DICTIONARY,
  },
  // 账 is money, 帐 is cloth (账本—帐本 and its note).
  {
    word: '帐',
    pattern: new RegExp(`(?<=${ACCOUNTS})帐(?![篷幕房子蓬下])|帐(?=[户目号单面本簿款务册]|外资|龄)`, 'g'),
    right: '账',
    source: VARIANT_TABLE,
    since: VARIANTS_SINCE,
  },
  { word: '成份', pattern: /成份/g, right: '成分', source: VARIANT_TABLE, since: VARIANTS_SINCE },
  { word: '图象', pattern: /图象/g, right: '图像', source: VARIANT_TABLE, since: VARIANTS_SINCE },
  {
    word: '录',
    pattern: /录[象相](?=机|带|片|资料|设备|监控|系统|[，。；、])/g,
    right: '录像',
    source: VARIANT_TABLE,
    since: VARIANTS_SINCE,
  },
  { word: '好象', pattern: /好象/g, right: '好像', source: CHARACTER_TABLE, since: '1986-10-10' },
  {
    word: '象',
    pattern:
      /(?<=^|[，。；、：“]|要|就|都|能)象(?![牙鼻群棋征形限声])(?=[^，。；：！？“”\n]{1,14}(?:一样|那样|似的))/gm,
    right: '像',
    source: CHARACTER_TABLE,
    since: '1986-10-10',
  },
  { word: '法制', pattern: /(?<=社会主义)法制(?=国家)/g, right: '法治', source: CONSTITUTION, since: '1999-03-15' },
  {
    word: '法制',
    pattern: /法制(?=政府)/g,
    right: '法治',
    source: '《全面推进依法行政实施纲要》',
    since: '2004-03-22',
  },
  {
    word: '法制',
    pattern: /法制(?=社会(?!主义))/g,
    right: '法治',
    source: '《中共中央关于全面推进依法治国若干重大问题的决定》',
    since: '2014-10-23',
  },
  { word: '启示', pattern: /(?<=招聘|招领|征文|征稿|寻人|寻物)启示/g, right: '启事', source: DICTIONARY },
  {
    word: '反应',
    pattern: /(?<=如实|真实|客观)反应(?=情况|问题|诉求|意见|民意|社情)|反应(?=社情民意|民情民意)/g,
    right: '反映',
    source: DICTIONARY,
  },
  { word: '己经', pattern: /(?<![自知克异利律])己经(?![历营过费])/g, right: '已经', source: DICTIONARY },
  { word: '署', pattern: /(?<![公发颁宣])[布步]署(?!名)/g, right: '部署', source: DICTIONARY },
  { word: '竟争', pattern: /(?<![究毕])竟争/g, right: '竞争', source: DICTIONARY },
];

/** Words that do not exist, whatever stands around them, with what is meant. */
const misspelt: Readonly<Record<string, string>> = {
  即然: '既然',
  一如继往: '一如既往',
  再接再励: '再接再厉',
  融汇贯通: '融会贯通',
  迫不急待: '迫不及待',
  责无旁代: '责无旁贷',
  松驰: '松弛',
  气侯: '气候',
  时侯: '时候',
  侯选人: '候选人',
  划拔: '划拨',
  选拨: '选拔',
  幅射: '辐射',
  震憾: '震撼',
  提纲契领: '提纲挈领',
  脱颍而出: '脱颖而出',
  不记其数: '不计其数',
  一愁莫展: '一筹莫展',
  变本加利: '变本加厉',
  名列前矛: '名列前茅',
  竞竞业业: '兢兢业业',
  灸手可热: '炙手可热',
  峻工: '竣工',
  急燥: '急躁',
  浮燥: '浮躁',
  修茸: '修葺',
  赡前顾后: '瞻前顾后',
  高赡远瞩: '高瞻远瞩',
  励行节约: '厉行节约',
  厉精图治: '励精图治',
  鼎立相助: '鼎力相助',
};

/** Every rule there is. */
export const confusableRules: readonly ConfusableRule[] = [
  ...inContext,
  {
    pattern: new RegExp(Object.keys(misspelt).join('|'), 'g'),
    right: (wrong) => misspelt[wrong]!,
    source: DICTIONARY,
  },
];

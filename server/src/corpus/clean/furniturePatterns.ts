/** What is furniture on a page and not text: the wordings that sites use, line by line. */

import { startsItem } from './lines';

/** What a line of a page is when it is no text. `gap`: text is missing here. `tail`: only links follow. */
export type Furniture = 'navigation' | 'metadata' | 'page-counter' | 'gap' | 'prompt' | 'notice' | 'tail';

/** The mark before a link of a list. */
export const BARE_MARK = /^[•·▪●]\s*/;

/** Longer lines are text, whatever they mention. */
export const LONGEST_FURNITURE = 400;

/** A prompt that ends like a sentence is short; a longer one is a sentence. */
const LONGEST_PROMPT_SENTENCE = 30;

/** Words of buttons and menus: a line made of nothing else is no text. */
const BUTTONS = new Set(
  `首页 网站首页 返回首页 登录 登陆 注册 收藏 加入收藏 设为首页 分享 分享到 分享本文 赏 打赏 下载 立即下载 免费下载 下载文档 下载全文
  举报 投稿 点赞 关闭 关闭窗口 关闭本页 打印 打印本页 打印本文 返回 返回顶部 回到顶部 返回列表 上一页 下一页 上一篇 下一篇 上一条 下一条 尾页 末页
  展开 收起 附件下载 查看原文 查看全文 阅读原文 原文链接 点击查看 复制链接 微信 微博 新浪微博 QQ空间 QQ好友 QQ 朋友圈 扫一扫 手机版 电脑版 移动版
  无障碍 无障碍浏览 长者模式 适老版 繁体 简体 繁體 English 文库 搜索 站内搜索 高级搜索 网站地图 站点地图 联系我们 关于我们 帮助中心 意见反馈 客服
  客服中心 会员中心 会员 个人中心 免责声明 版权声明 网站声明 隐私政策 用户协议 相关 大 中 小 字体 字号 字体大小 默认 特大 超大 A+ A- 更多 更多>>
  全屏 在线阅读 在线预览 加入会员 开通会员 VIP 微信扫一扫 评论 发表评论 全部评论 网友评论 纠错 我要纠错 资源描述 文档介绍 文档简介 资源简介
  文档描述 文章正文 正文 语音播报 听全文 邮件 复制 转发 客户端 小程序 公众号 手机阅读 版面导航 标题导航 往期回顾 上一版 下一版 放大 缩小 朗读
  请先登录 请登录 今天是: 书签 版权申诉 合集下载 APP下载 开通vip 换一换 立即注册 忘记密码? 上传文档赚钱 视力保护色 手机站
  加载更多 点击查看更多 查看更多 暂无简介 暂无评论 暂无描述 告诉好友 打印此文 返回版面 页首 关闭本窗口`.split(/\s+/),
);
/** Buttons that are furniture only in company: alone on a line they may be a heading. */
const AMBIGUOUS = new Set([
  '大',
  '中',
  '小',
  '评论',
  '会员',
  '正文',
  '客服',
  '默认',
  '复制',
  '转发',
  '邮件',
  '返回',
  '朗读',
]);
const BUTTON_SEPARATORS = /[\s|丨｜/·•>＞»›,，、()（）[\]【】:：]+/;

/** Headings of link lists at the end of a page. */
const TAIL =
  /^[【[]?(?:相关(?:资源|解读|附件下载|搜索|阅读|推荐|文章|新闻|链接|文档|资讯|内容|专题|稿件|报道)|猜你喜欢|推荐阅读|推荐文章|热门(?:推荐|文章|资讯|搜索|文档|标签|新闻)|最新(?:文章|资讯|文档|上传)|为您推荐|为你推荐|[您你]可能(?:还|也|会)?(?:感兴趣|喜欢|需要).{0,8}|大家都在看|延伸阅读|政策解读|解读链接|更多推荐|友情链接|栏目导航|网站导航|快速导航|精彩推荐|图片新闻|点击排行|阅读排行|热点排行|排行榜|展开(?:阅读)?全文|点击展开(?:全文)?|阅读全文)[】\]]?[:：]?\s*(?:更多)?[>＞»]*$/;

const STRONG_LABEL =
  /^[\s【[［〔（(]*(?:更新时间戳?|更新日期|发布时间|发布日期|发表时间|上传时间|上传日期|上传人(?:[(（][^)）]{1,6}[)）])?|上传者|归档时间|资源(?:ID|大小|格式)|全文页数|文档编号|文件编号|文档格式|文件大小|文档大小|下载次数|浏览次数|浏览量|阅读次数|阅读量|点击数|点击次数|点击量|点击率|访问次数|访问量|人气|热度|字体大小|字体|字号|责任编辑|责\s?编|网站编辑|信息来源|文章来源|稿件来源|发布人|发布者|发布机构|下载积分|所需积分|页数|标签|分享到|标\s{1,4}题|索\s?引\s?号|主题分类|发文机关|成文日期|发文字号|主\s?题\s?词|分类号|信息分类|有效性|文档(?:热度|分类|星级|页数|标签)|系统标签|内容提示|文\s?号|公开方式|公开类别|公开形式|生成日期|组配分类|体裁分类|服务对象|统一编号|登记号|本版(?:编辑|责编)|美编|版式|编辑|校对|审核|供稿|当前浏览)\s*[:：/]/;
const LABELS =
  /(?:更新时间|发布时间|发布日期|上传时间|时间|日期|来源|作者|记者|编辑|责编|格式|大小|页数|浏览|点击|阅读|字体|字号|打印|审核|摄影|通讯员)\s*(?:次数|量|数)?\s*[:：/]/g;
const LONE_LABEL = /^[（(【]?(?:来源|作者|文\/|图\/|撰文|稿源)\s*[:：/]\s*[^。！？，,；]{1,30}$/;
const TIMESTAMP =
  /(?:19|20)\d{2}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}\s?日?\s*(?:\d{1,2}\s?[:：时]\s?\d{2}\s?(?:分|[:：]\s?\d{2})?)?/;
/** 上传于 2024-03-12; 2025年6月18日 星期三; 第04版：理论周刊; 《某某日报》（2023年03月22日 第04版）; 某某学刊 2022年5期 */
const SITE_STAMP =
  /^(?:上传|发布|发表|更新|创建|收录)于\s*\d{4}[-年/.]\s?\d{1,2}[-月/.]\s?\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}.{0,4})?$|^\d{4}[-年/.]\s?\d{1,2}[-月/.]\s?\d{1,2}日?\s*星期[一二三四五六日天]$|^第\s*[A-Z]?\d{1,3}\s*版\s*[:：].{0,20}$|^《\s*[\u4e00-\u9fff]{2,14}\s*》?\s*[(（]?\s*\d{4}年\d{1,2}月\d{1,2}日\s*第?\s*[A-Z]?\d{1,3}\s*版\s*[)）]?$|^[\u4e00-\u9fff]{2,16}\s*(?:19|20)\d{2}年第?\d{1,2}期$|^(?:19|20)\d{2}-\d{1,2}-\d{1,2}(?:\s*\d{1,2}:\d{2})?\s*[\u4e00-\u9fff]{2,12}$|国内统一(?:连续出版物|刊)号\s*[:：]?\s*CN/;
const TIMESTAMP_ALONE =
  /^(?:19|20)\d{2}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}\s?日?\s*\d{1,2}\s?[:：时]\s?\d{2}\s?(?:分|[:：]\s?\d{2})?$/;
const BESIDE_TIMESTAMP = /来源|字体|字号|浏览|打印|编辑|作者|点击|阅读|www\.|收藏|分享/;
/** [中图分类号]D26 [文献标识码]A: of a journal's catalogue. */
const CATALOGUE = /^[[【［](?:中图分类号|文献标[识志]码|文章编号)[\]】］]/;
/** 日报 / 2001年 / 02月 / 20日 / 第A01版 */
const NEWSPAPER_HEAD = /^[\u4e00-\u9fff]{2,12}\s*\/\s*(?:\d\s?){4}年\s*\/.{0,60}版\s*\/?$/;

const BREADCRUMB =
  /^(?:(?:您|你)?(?:现在|当前|目前)?(?:所在|所处)?的?位置(?:是|为)?\s*(?:[:：]|[>＞»]).{0,100}|(?:网站)?首页\s*(?:[^，。；：>]{2,20}\s*)?(?:[>＞»›→]+|-{1,2}>).{1,100}|[^，。；：！？<>＞»›《》〈〉]{2,20}(?:\s*(?:>{1,2}|＞|»|›)\s*[^，。；：！？<>＞»›《》〈〉]{2,20}){1,8})$/;

const PAGE_COUNTERS = [
  /^[-—–·\s]*第\s*\d{1,4}\s*页\s*[/／,，、|]?\s*(?:共\s*\d{1,4}\s*页)?[-—–·\s]*$/,
  /^(?:共\s*)?\d{1,4}\s*页?\s*[/／]\s*(?:共\s*)?\d{1,4}\s*页$/,
  /^[-—–·]\s*\d{1,4}\s*[-—–·]?$/,
  /^\d{1,4}\s*[·]$/,
  /^page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i,
  /^.{2,80}\.(?:docx?|wps|pdf|pptx?|xlsx?|txt)(?:[_\s-]*第\s*\d{1,4}\s*页)?$/i,
];

const GAPS = [
  /此处(?:省略|隐藏|略去|已隐藏).{0,12}字/,
  /(?:试读|试看|预览|免费阅读|免费部分)(?:部分|内容)?(?:已经|已|到此)?(?:结束|完毕|为止)/,
  /超出.{0,8}预览.{0,4}(?:范围|页数|部分)|(?:仅|只)(?:能|可|供|提供)?(?:免费)?预览|预览.{0,6}(?:范围|页数).{0,4}(?:已|外|限)/,
  /(?:剩余|余下|其余|未读|完整|全部|后续|剩下)(?:部分|内容|全文|正文|页面?|\s*[\d.]+\s*[%字页])+.{0,12}(?:下载|付费|购买|登录|会员|VIP|扫码|关注|微信|公众号|未读|查看|阅读)/i,
  /(?:还有|还剩|剩余|余)\s*\d+\s*[%页字].{0,8}(?:未读|未显示|未展示|下载|继续)/,
  /(?:查看|查阅|阅读|获取|浏览|索取|下载)(?:完整|全部|剩余|余下|更多)?(?:全文|原文|正文|内容|文档|版本).{0,4}(?:请|需|加|联系|扫码|登录|关注|下载|付费).{0,20}/,
  /(?:登录|付费|购买|下载|开通会员|成为会员|加入会员|关注公众号|扫码)(?:后|之后|即可|可|以)+.{0,4}(?:查看|阅读|浏览|获取)(?:完整|全部|剩余|余下)?(?:全文|原文|正文|内容|文档)?[-—.。…）)\s]*$/,
  /(?:登录|付费|购买|下载|开通会员|扫码)(?:后|之后)?(?:即可|可|可以)(?:继续)?(?:阅读|查看|浏览)(?:剩余|余下|全部|完整)/,
  /^[（(【]?未完[，,].{0,30}(?:下载|登录|查看|全文)|点击继续阅读$|^[（(]请(?:认真|仔细)阅读下面的提示信息[）)]$/,
];
/** Site prompts that stand inside a line as well. */
export const INLINE_GAP =
  /[-—.·…*=\s]{0,40}(?:此处(?:省略|隐藏|已隐藏)\s*\d{1,7}\s*字(?:[,，]\s*(?:请)?(?:下载|登录|付费)后(?:可)?(?:查看|阅读))?|(?:试读|试看|预览)(?:已)?结束)[-—.·…*=]{0,40}/g;
export const INLINE_GAP_WORDS = ['此处隐藏', '此处省略', '此处已隐藏', '试读', '试看', '预览'];

const PROMPTS = [
  /^您?需要\s*登录\s*(?:后)?(?:才)?(?:可以|能).{0,8}(?:下载|查看)|没有[帐账]号[?？]\s*(?:立即)?注册/,
  /^打开.{2,8}(?:新闻|APP|客户端).{0,4}(?:查看|阅读)/i,
  /^欢迎(?:来到|光临|访问)[^，。]{2,16}[!！]/,
  /^亲[,，爱].{0,60}(?:下载|文档|预览|收藏|评分)/,
  /(?:如果|若|如)喜欢就?(?:请)?(?:下载|收藏|购买|分享)|^喜欢就(?:请)?(?:下载|收藏).{0,6}$/,
  /(?:点击|立即|免费|马上)下载(?:此|本|该)?(?:文档|全文|原文|资料|word版?|pdf版?)?[!！]*$/i,
  /(?:加|添加)(?:客服)?(?:微信|QQ|v信)号?\s*[:：]?\s*[A-Za-z\d_-]{5,}/i,
  /(?:客服|咨询|联系)\s*(?:QQ|微信|qq)\s*[:：]?\s*[A-Za-z\d_-]{5,}|客服(?:热线|电话)/,
  /^扫一扫.{0,4}手机/,
  /^(?:文档|网友|全部|最新)评论\s*[(（:：]?\s*\d*\s*[)）]?$/,
  /^暂无(?:简介|评论|描述)/,
  /^(?:该|本|此)(?:文档|资料|资源).{0,12}(?:免费|付费|收费).{0,20}(?:下载|登录|购买)/,
  /QQ群?\s*[:：]\s*\d{5,}/i,
  /(?:扫码|扫描.{0,6}二维码|长按.{0,6}二维码|微信扫一扫).{0,20}(?:关注|下载|加入|领取|分享|阅读|查看)/,
  /(?:欢迎|请|敬请)?关注(?:我们的?|本站)?(?:官方)?(?:微信)?公众号/,
  /(?:可)?搜索(?:其他|其它)?更多(?:资料|范文|内容|文章)|更多.{0,12}(?:尽在|请访问|请关注|请点击|请登录|请搜索)/,
  /^(?:本站链接|热门搜索|热搜词|相关(?:阅读|推荐|文章|链接|搜索|新闻|专题)|[上下]一[篇条](?:文章)?|标签)\s*[:：].{0,100}$/,
  /^(?:阅读|浏览|点击|评论|收藏|下载|点赞|转发|分享)\s*[(（:：]?\s*\d+\s*(?:次|人)?\s*[)）]?$/,
  /^(?:积分|价格|售价|下载券|文档价格)\s*[:：].{0,20}$/,
];

const LEGAL = [
  /小编.{0,16}(?:整理|收集|推荐|分享|准备)|^Powered by\s/i,
  /ICP\s*(?:备|证)|公网安备|经营许可证(?:编号)?\s*[:：]\s*\S{0,6}[A-Z\d]|网站标识码|版权所有(?![者权人的，、])|Copyright\b|©|All rights reserved/i,
  /^(?:技术支持|运维单位)\s*[:：]|^网站支持IPv6|(?:违法|不良信息).{0,8}举报(?:电话|邮箱|热线)\s*[:：]\s*[\d@A-Za-z-]{5,}/,
];
const SELF =
  /本(?:站|网站|网(?=[^格络])|文库|公众号|网转载)|本文内容(?:由|来自|来源)|本文档由|本文(?:由|为)?.{0,6}(?:用户|网友)(?:上传|发布|分享)|本资(?:源|料)(?:由|来自)|(?:特别|免责|郑重|版权)(?:声明|提示|说明)\s*[:：]/;
const SELF_MATTER =
  /转载|侵权|侵犯|版权|投诉|举报|删除|所有权|法律责任|免责|更正|自发贡献|用户上传|网友上传|仅供|联系我们|商业用途|立场|存储空间/;
const REPRINT =
  /(?:如若?转载|转载(?:本文)?请|转载须|转载时请)(?:联系|务必)?.{0,6}(?:注明|标明|保留|授权|出处|来源)|未经.{0,12}(?:授权|许可|同意)[，,]?.{0,6}(?:不得|禁止|严禁|请勿)(?:擅自)?转载|(?:如有|如涉及?|若有|如果).{0,6}侵权.{0,16}(?:请|联系|删除|告知)|侵权(?:必究|必删|立删|请联系)|侵删/;
const ADDRESS =
  /^[\u4e00-\u9fff]{0,10}(?:网|站|库|公众号)?\s*[:：]?\s*(?:https?:\/\/\S+|(?:www\.)?[A-Za-z\d-]{2,}(?:\.[A-Za-z\d-]{1,})*\.(?:com|cn|net|org|gov|cc|info|top)(?:\.cn)?(?:\/\S*)?)\s*(?:[(（][^）)]{0,30}[）)])?$/;
const TEMPLATE_FLAG = /^(?:Public domain|false|true)$/i;

/** 首页 | 机构概况 | 政务公开: the sections of a site have names of their own, but the menu begins at home. */
const MENU = /^(?:网站|返回)?首页(?:\s*[|丨｜]\s*[\u4e00-\u9fff]{2,8}){2,12}$/;

/** 文档介绍： heads a box of the page. */
const HEADED = /^.{4,8}[:：]$/;

function isButtons(line: string): boolean {
  if (line.length > 120) return false;
  if (MENU.test(line)) return true;
  if (BUTTONS.has(line)) return !AMBIGUOUS.has(line);
  if (HEADED.test(line) && BUTTONS.has(line.slice(0, -1))) return true;
  const words = line.split(BUTTON_SEPARATORS).filter((word) => word !== '' && !/^\d{1,4}$/.test(word));
  if (words.length < 2) return false;
  const known = words.filter((word) => BUTTONS.has(word)).length;
  return known === words.length || (words.length >= 4 && known * 2 >= words.length && words.every(isMenuWord));
}

/** Menus also hold the names of the site's own sections. */
function isMenuWord(word: string): boolean {
  return word.length <= 4 || BUTTONS.has(word);
}

/** Whether a line begins with a word of buttons and menus. */
export function beginsWithButton(line: string): boolean {
  const end = line.search(BUTTON_SEPARATORS);
  return BUTTONS.has(end < 0 ? line : line.slice(0, end));
}

function isMetadata(line: string): boolean {
  if (line.length > 200 || /[。！？]/.test(line)) return false;
  if (STRONG_LABEL.test(line)) return !/[，；]/.test(line) || line.length <= 60;
  if (TIMESTAMP_ALONE.test(line) || SITE_STAMP.test(line)) return true;
  if (LONE_LABEL.test(line) || NEWSPAPER_HEAD.test(line) || CATALOGUE.test(line)) return true;
  if (TIMESTAMP.test(line) && BESIDE_TIMESTAMP.test(line) && !/[，,；;]/.test(line)) return true;
  const labels = new Set(line.match(LABELS));
  return labels.size >= 2 && /^[\s【[（(]*(?:来源|作者|时间|日期|编辑|记者|上传|发布|更新|格式|浏览|字体)/.test(line);
}

/** What a trimmed line is if it is furniture, or undefined: it is text. */
export function furnitureOf(marked: string): Furniture | undefined {
  const bare = marked.replace(BARE_MARK, '');
  const line = isMetadata(bare) ? bare : marked;
  if (isButtons(line) || BREADCRUMB.test(line)) return 'navigation';
  if (PAGE_COUNTERS.some((pattern) => pattern.test(line))) return 'page-counter';
  // A site numbers neither its prompts nor its notices; laws and plans number what speaks of the same things.
  if (startsItem(line) && !/^[-—]/.test(line)) return undefined;
  if (line.length <= 100 && GAPS.some((pattern) => pattern.test(line))) return 'gap';
  if (line.length <= 40 && TAIL.test(line)) return 'tail';
  if (isMetadata(line)) return 'metadata';
  if (
    line.length <= (line.endsWith('。') ? LONGEST_PROMPT_SENTENCE : 120) &&
    PROMPTS.some((pattern) => pattern.test(line))
  )
    return 'prompt';
  if (line.length <= 160 && LEGAL.some((pattern) => pattern.test(line))) return 'notice';
  if (SELF.test(line) && SELF_MATTER.test(line)) return 'notice';
  if (line.length <= 250 && REPRINT.test(line)) return 'notice';
  if (line.length <= 120 && (ADDRESS.test(line) || TEMPLATE_FLAG.test(line))) return 'notice';
  return undefined;
}

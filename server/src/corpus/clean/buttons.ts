/** The words of buttons and menus, and the lines made of nothing else. */

/** A line made of these is no text. */
const BUTTONS = new Set(
  `首页 网站首页 返回首页 登录 登陆 注册 收藏 加入收藏 设为首页 设置首页 添加收藏 添加收藏夹 分享 分享到 分享本文 赏 打赏 下载 立即下载 免费下载 下载文档
  下载本文档 下载全文 举报 投稿 点赞 在看 关闭 关闭窗口 关闭本页 关闭页面 打印 打印本页 打印本文 打印文章 返回 返回顶部 回到顶部 返回列表 返回上页 上一页 下一页
  上一篇 下一篇 上一条 下一条 尾页 末页 展开 收起 附件下载 查看原文 查看全文 阅读原文 原文链接 点击查看 复制链接 微信 微博 新浪微博 官方微博 官方微信 QQ空间
  QQ好友 QQ 朋友圈 扫一扫 手机版 电脑版 移动版 移动端 触屏版 无障碍 无障碍浏览 无障碍阅读 长者模式 长者助手 适老版 适老化 关怀版 繁体 简体 繁體 简体中文 繁体中文
  繁體中文 简体版 繁体版 English 文库 搜索 站内搜索 高级搜索 网站搜索 全站搜索 全文搜索 网站地图 站点地图 联系我们 关于我们 关于本站 关于本网 帮助 帮助中心 使用帮助
  意见反馈 问题反馈 反馈 客服 客服中心 在线客服 会员中心 会员 个人中心 用户中心 我的订单 退出 退出登录 免责声明 版权声明 版权保护 版权信息 网站声明 法律声明 隐私政策
  隐私保护 隐私声明 隐私安全 安全隐私 用户协议 服务协议 服务条款 网站导航 本站导航 招聘信息 诚聘英才 人才招聘 广告服务 广告合作 商务合作 刊登广告 友情链接 举报中心
  违法举报 网站举报 站长统计 加入我们 合作伙伴 网站简介 相关 大 中 小 标准 字体 字号 字体大小 调整字体 默认 特大 超大 较大 A+ A- A 更多 更多>> 全屏 在线阅读
  在线预览 加入会员 开通会员 VIP VIP会员 申请VIP 充值 签到 微信扫一扫 评论 发表评论 我要评论 全部评论 网友评论 查看评论 纠错 我要纠错 资源描述 文档介绍 文档简介
  资源简介 文档描述 内容预览 文章正文 正文 语音播报 听全文 朗读 放大 缩小 正常 邮件 复制 正文复制 转发 点赞收藏 客户端 小程序 公众号 手机阅读 版面导航 标题导航
  往期回顾 上一版 下一版 一键登录 请先登录 请登录 今天是: 书签 版权申诉 合集下载 APP APP下载 下载APP 开通vip 换一换 立即注册 免费注册 忘记密码? 忘记密码
  上传文档赚钱 视力保护色 手机站 加载更多 点击加载更多 点击查看更多 查看更多 查看全部 暂无简介 暂无评论 暂无描述 告诉好友 打印此文 返回版面 页首 关闭本窗口 作者信息
  文章历史 详细信息 公开具体内容 RSS RSS订阅 订阅 支持IPv6 支持IPV6 语音 切换到繁體 切換到繁體 简 繁 我知道了 知道了 取消 允许 确定 留言 我的留言 写留言 已发送 发送中
  正在加载 加载中 已关注 关注 回复 举报投诉 智能问答 智能机器人 网上服务 播报 编辑 讨论 上传视频 本页目录 腾讯QQ 易信 Qzone 人人网 豆瓣 分享至好友和朋友圈 用微信扫码二维码 分享到微博 分享到微信
  我要反馈 发布 表情 刷新 频道 站内 没有了 发贴 跟帖 跟贴 收起全文 图集 赞 踩 踩一下 顶一下 顶 新闻评论 热帖 在线留言 邮箱登录`.split(
    /\s+/,
  ),
);
const FIRST_CHARACTERS = new Set([...BUTTONS].map((button) => button[0]));
/** Buttons that are furniture only in company: alone on a line they may be a heading. */
const AMBIGUOUS = new Set(
  `大 中 小 标准 评论 会员 正文 客服 默认 复制 转发 邮件 返回 朗读 帮助 反馈 退出 充值 签到 放大 缩小 正常 较大 文章历史 作者信息 详细信息 版权保护 版权信息
  安全隐私 隐私保护 隐私安全 人才招聘 网上服务 合作伙伴 语音 简 繁 取消 允许 确定 留言 关注 回复 编辑 讨论 播报 订阅 A 移动端 适老化 招聘信息 商务合作 广告合作 关于本网
  在看 频道 站内 发布 表情 刷新 没有了 跟帖 跟贴 图集 赞 踩 顶 在线留言 APP 官方微信 官方微博 客户端 小程序 公众号`.split(
    /\s+/,
  ),
);
/** Sections of sites: several of them on lines of their own, above the text, are a menu. */
const SECTIONS = new Set(
  `首页 新闻 要闻 时政 视频 图片 专题 财经 经济 科技 体育 娱乐 汽车 房产 教育 健康 文化 军事 国际 国内 社会 评论 理论 党建 法治 论坛 博客 社区 旅游 生活 地方 政务 政务公开
  信息公开 政府信息公开 办事服务 政务服务 便民服务 互动交流 政民互动 服务 互动 数据 公告 公告公示 通知公告 政策 政策解读 政策法规 政策文件 机构 机构设置 机构职能 机构概况
  领导 领导之窗 省情 市情 县情 区情 概况 走进 新闻中心 新闻动态 工作动态 图片新闻 视频新闻 热点 专题专栏 登录 注册 搜索 下载 学院 博物馆 文章 文档 问答 招聘 会员 手机
  数码 游戏 时尚 历史 星座 育儿 美食`.split(/\s+/),
);
const SEPARATORS = /[\s|丨｜/·•>＞»›,，、()（）[\]【】:：—-]+/;
const LONGEST_LINE = 120;
const LONGEST_BUTTON = 8;
/** So many names of sections make a menu. */
const FEWEST_SECTIONS = 4;
/** Words run together on a longer line are words of a sentence. */
const LONGEST_RUN = 40;

/** 首页 | 机构概况 | 政务公开: the sections of a site have names of their own, but the menu begins at home. */
const MENU = /^(?:网站|返回)?首\s?页(?:\s*[|丨｜]\s*[\u4e00-\u9fff]{2,8}){2,12}$/;

/** 文档介绍： heads a box of the page. */
const HEADED = /^[|｜\s]*(.{4,8})[:：]$/;
/** 首页时政国际财经: a menu that lost what stood between its entries. */
const RUN_MENU = /^(?:网站)?首页[\u4e00-\u9fff]{8,}$/;

/** Whether a line is made of buttons and the entries of a menu. */
export function isButtons(line: string): boolean {
  if (line.length > LONGEST_LINE) return false;
  if (MENU.test(line)) return true;
  if (BUTTONS.has(line)) return !AMBIGUOUS.has(line);
  if (BUTTONS.has(HEADED.exec(line)?.[1] ?? '') || isRunMenu(line)) return true;
  const words = line.split(SEPARATORS).filter((word) => word !== '' && !/^\d{1,4}$/.test(word));
  if (words.length === 1) return isDecorated(line, words[0]!) || isRun(words[0]!);
  if (words.length < 2) return false;
  const certain = words.filter((word) => (BUTTONS.has(word) && !AMBIGUOUS.has(word)) || isRun(word)).length;
  if (words.every((word) => BUTTONS.has(word) || isRun(word))) return certain > 0 || !/[、，,]/.test(line);
  return words.length >= 4 && certain * 2 >= words.length && words.every(isMenuWord);
}

function isRunMenu(line: string): boolean {
  if (!RUN_MENU.test(line)) return false;
  let sections = 0;
  for (let at = 0; at + 2 <= line.length; at += 2) if (SECTIONS.has(line.slice(at, at + 2))) sections++;
  return sections >= FEWEST_SECTIONS;
}

/** —分享—, 【打印】, 1 2 3 下一页: one button between marks or page numbers. */
function isDecorated(line: string, word: string): boolean {
  return line !== word && BUTTONS.has(word) && !AMBIGUOUS.has(word) && !/[:：]/.test(line);
}

/** 登录注册, 关于我们广告服务网站地图: buttons that lost what stood between them. O(length). */
function isRun(word: string): boolean {
  if (word.length > LONGEST_RUN || word.length < 4 || !FIRST_CHARACTERS.has(word[0])) return false;
  let count = 0;
  let certain = false;
  for (let at = 0; at < word.length; count++) {
    let length = Math.min(LONGEST_BUTTON, word.length - at);
    while (length > 1 && !BUTTONS.has(word.slice(at, at + length))) length--;
    if (length < 2) return false;
    certain ||= !AMBIGUOUS.has(word.slice(at, at + length));
    at += length;
  }
  return count >= 2 && certain;
}

/** Menus also hold the names of the site's own sections. */
function isMenuWord(word: string): boolean {
  return word.length <= 4 || BUTTONS.has(word);
}

/** Whether a line is one button, which may be a heading as well. */
export function isButton(line: string): boolean {
  return BUTTONS.has(line);
}

/** Whether a line is the name of a section that many sites have. */
export function isSection(line: string): boolean {
  return SECTIONS.has(line);
}

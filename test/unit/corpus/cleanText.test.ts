/** Cleaning, step by step, on small texts in the shapes of the real dirt: what goes, what stays, what is joined. */
import assert from 'node:assert/strict';
import { cleanText } from '../../../server/src/corpus/clean/cleanText';

/** A text and what is left of it; `format` where it is Markdown. */
function check(name: string, raw: string, clean: string, format: 'plain' | 'markdown' = 'plain'): void {
  it(name, () => assert.equal(cleanText(raw, { format }).text, clean));
}

/** A text that must stay as it is, line by line. */
function kept(name: string, text: string): void {
  check(`keeps ${name}`, text, text);
}

const body = '全市上下要把思想统一到会议部署上来，把力量凝聚到各项任务上来，确保全年工作开好局、起好步。';
const other = '各县区要结合自身实际，找准定位、发挥优势，形成各具特色、竞相发展的良好局面，不搞一个模式。';

describe('cleanText', () => {
  describe('invisible characters and entities', () => {
    check('literal code points and entities', '<U+00A0><U+00A0>各位代表：&nbsp;会议开始。', '各位代表：会议开始。');
    check('zero-width lines inside a sentence', '总量达到3.5\n\u200b\n万亿元。', '总量达到3.5万亿元。');
    check('carriage returns', '第一行。\r\n第二行。\r第三行。', '第一行。\n第二行。\n第三行。');
    check('comments', `<!--\n  head\n-->\n${body}`, body);
  });

  describe('furniture', () => {
    for (const line of [
      '当前位置：首页 > 范文 > 讲话稿',
      '首页>>新闻中心>>要闻',
      '某某文库 > 行业资料 > 公共管理',
      '首页 | 文档 | 专题 | 登录 | 注册',
      '首页 | 机构概况 | 政务公开 | 互动交流',
      '喜欢就下载吧',
      '放大 缩小 默认',
      '上传于 2024-03-12',
      '第04版：理论周刊',
      '2025年06月18日 星期三',
      '文档热度：★★★☆☆ 文档分类：待分类',
      '您阅读的文档还剩 5 页未读，点击继续阅读',
      '（未完，全文共8000字，请下载后查看全文）',
      '文档评论(0)',
      '公开方式：主动公开',
      '收藏 分享(赏)',
      '下载 相关 举报',
      '发布时间：2025-03-04 10:20 来源：本市日报 浏览次数：210',
      '来源：网友投稿 作者：佚名',
      '【字体：大 中 小】',
      '责任编辑：王某某',
      '第3页 / 共12页',
      '— 12 —',
      '3/12页',
      '工作报告（定稿）.docx_第2页',
      '亲，文档共12页，后面的页不在免费预览范围内，喜欢就下载收藏吧',
      '----此处隐藏1203字,登录后查看----',
      '......试读结束......',
      '查阅全文请加微信abc12345',
      '版权所有：某某网 京ICP备12345678号',
      'Copyright 2020-2025 All Rights Reserved',
      '客服QQ:123456789 微信号:abcd1234',
      '本文内容由互联网用户自发贡献，本站不拥有所有权，不承担法律责任。如有侵权请联系删除。',
      '如若转载，请注明出处：https://example.com/1.html',
      '特别声明：本网转载此文是为了传递信息，若侵犯您的权益，请与本网联系，我们将及时删除。',
      '上一篇：在座谈会上的发言',
      '扫码关注公众号，获取更多资料',
      '违法和不良信息举报电话：010-12345678',
    ]) {
      check(`takes out ${line}`, `${body}\n${line}\n${other}`, `${body}\n${other}`);
    }
    check(
      'takes credits from the end of a line, and joins nothing',
      `${body}本社记者王某摄\n${other}（李某摄）\n${body}（责任编辑：赵某）`,
      `${body}\n${other}\n${body}`,
    );
    const pages = [1, 2, 3].map((number) => `${body}\n表${number} 主要指标\n某社电子出版 All rights reserved`);
    check(
      'keeps what stands between notices that every page bears',
      pages.join('\n'),
      [1, 2, 3].map((number) => `${body}\n表${number} 主要指标`).join('\n'),
    );
    for (const line of [
      '一、打造“一网通办”下载服务平台',
      '（三）加强版权保护，未经授权不得转载他人作品',
      '第三十条 网站经营者有下列情形之一的，责令改正，并吊销经营许可证：',
      '任何单位和个人有权对违法建设行为进行投诉、举报，主管部门应当公布举报电话。',
      '群众可以通过扫描二维码进入办事系统，填写自己关注的信息，查看全部办理结果。',
      '推进全民阅读，扩大优质内容供给',
      '联系单位：市科技局 联系电话：0571-12345678',
      '统筹推进：生产、生活、生态',
      '时间安排：3月上旬完成部署，6月底前完成整改',
      '资料来源：市统计局',
      '作者为市委党校教授',
      '2025年3月5日',
      '（此件公开发布）',
      '附件：1.任务分工表',
    ]) {
      kept(line, `${body}\n${line}\n${other}`);
    }
    check('link lists at the end', `${body}\n相关阅读\n在动员会上的讲话\n某某市工作要点\n友情链接\n某某网`, body);
    check(
      'only the heading of a link list when text follows',
      `${body}\n推荐阅读\n二、下一步工作\n${other}`,
      `${body}\n二、下一步工作\n${other}`,
    );
  });

  describe('gaps', () => {
    check(
      'nothing is joined across a gap',
      '提升中介机构的服务能\n---试读结束---\n力水平，更好服务企业。',
      '提升中介机构的服务能\n力水平，更好服务企业。',
    );
    check('a gap inside a line', `${body}---此处隐藏300字---${other}`, `${body}\n${other}`);
  });

  describe('page numbers of document-sharing sites', () => {
    const long = (text: string) => text + body.repeat(4);
    const pages = [
      `1、${long('')}先后布局建设试点共`,
      `2、36个。${long('')}逐步显`,
      `3、现。${long('')}支持各地结合优势`,
      `4、，做强做优做大。${long('')}`,
    ];
    check(
      'joins the pages',
      pages.join('\n\n'),
      `${long('')}先后布局建设试点共36个。${long('')}逐步显现。${long('')}支持各地结合优势，做强做优做大。${long('')}`,
    );
    check(
      'begins a line with an item that was run into the paragraph before',
      pages.join('\n\n').replace('逐步显', '成效明显。（二）做强链条。进展逐步显'),
      `${long('')}先后布局建设试点共36个。${long('')}成效明显。\n（二）做强链条。进展逐步显现。${long('')}支持各地结合优势，做强做优做大。${long('')}`,
    );
    check(
      'splits the title off',
      `某市产业规划.docx\n1、某市产业规划${pages[0]!.slice(2)}\n\n${pages.slice(1).join('\n\n')}`,
      [
        '某市产业规划',
        `${long('')}先后布局建设试点共36个。${long('')}逐步显现。${long('')}支持各地结合优势，做强做优做大。${long('')}`,
      ].join('\n'),
    );
    kept('a numbered list', '1、加强领导\n2、压实责任\n3、强化督查\n4、总结经验');
    kept('long numbered items', [1, 2, 3, 4].map((n) => `${n}、${body.repeat(5)}`).join('\n'));
  });

  describe('broken lines', () => {
    check(
      'a column break after a finished sentence',
      `${body}发展方式由粗\n\n放向集约转变，质量效益明显提高。\n${other}结构由单\n\n一向多元转变，活力明显增强。`,
      `${body}发展方式由粗放向集约转变，质量效益明显提高。\n${other}结构由单一向多元转变，活力明显增强。`,
    );
    check(
      'an unfinished clause',
      '我市要建好创新中心，要强化\n\n平台服务体系，推动资源开放共享。',
      '我市要建好创新中心，要强化平台服务体系，推动资源开放共享。',
    );
    check(
      'a line that ends with a comma',
      '要坚持多渠道、\n\n多层次开展交流合作，共享科技资源。',
      '要坚持多渠道、多层次开展交流合作，共享科技资源。',
    );
    check(
      'a break that another place of the text proves',
      `推动大中小企业融通，${body}\n${other}支持大\n\n中小企业协同发展，共同进步。`,
      `推动大中小企业融通，${body}\n${other}支持大中小企业协同发展，共同进步。`,
    );
    check('a line that begins with a mark', '效益逐步显现\n。下一步要巩固成果。', '效益逐步显现。下一步要巩固成果。');
    check(
      'links on lines of their own',
      `${body}\n\n会上学习了\n全会精神\n，大家围绕“\n新发展理念\n”谈了体会，并就\n《若干意见》\n的落实作了交流。\n\n“\n十五五\n”时期任务很重，要早作谋划。`,
      `${body}\n会上学习了全会精神，大家围绕“新发展理念”谈了体会，并就《若干意见》的落实作了交流。\n“十五五”时期任务很重，要早作谋划。`,
    );
    check(
      'a title on two lines',
      '某市人民政府办公室关于印发《数字经济\n三年行动方案》的通知\n各县区：',
      '某市人民政府办公室关于印发《数字经济三年行动方案》的通知\n各县区：',
    );
    const wrapped = Array.from({ length: 10 }, (_, i) => `第${i}项任务：${body.slice(0, 24)}`);
    check(
      'wrapped text',
      wrapped.map((line) => `${line}\n${body.slice(24)}`).join('\n'),
      wrapped.map((line) => `${line}${body.slice(24)}`).join('\n'),
    );
    check(
      'columns of a newspaper',
      `${body}产业组织形态\n加快变革，迎来机遇，为高质量发展提供有力\n支撑。${other}从实验室走\n向市场。`,
      `${body}产业组织形态加快变革，迎来机遇，为高质量发展提供有力支撑。${other}从实验室走向市场。`,
    );
    check(
      'not a title under removed lines',
      `收藏 分享\n\n产业集群发展工程推进\n${body}工程推进全面展开`,
      `产业集群发展工程推进\n${body}工程推进全面展开`,
    );
    kept('two-line headings', `瞄准重点领域和薄弱环节\n以高质量供给增强内生动力\n${body}`);
    kept('headings with a comma', `推进自立自强，集聚创新平台\n${body}\n做强转化平台，提升服务能力\n${other}`);
    kept('a paragraph whose full stop was lost', `${body}${other}这是发展的必由之路\n${other}\n${body}`);
    kept('what no word begins with', `${body}鼓励企业在研发中\n础优势和市场优势，构建平台，促进转化。`);
    kept(
      'headings that end like an open word',
      `（一）扩大公众参与\n${body}\n（二）推进科学普及\n${other}\n2011年4月25日委员会会议通过\n${body}${other}`,
    );
    kept(
      'sentences without full stops',
      Array.from(
        { length: 9 },
        (_, i) => `第${i}个方面的工作要进一步抓实抓细${'抓出成效'.repeat(i % 4)}，不断巩固提升`,
      ).join('\n'),
    );
    kept('signatures', '某市人民政府\n2025年1月2日');
  });

  describe('copies', () => {
    const lines = [body, other, `${body}${other}`, `${other}${body}`, `${body}${body}`];
    const article = lines.join('\n');
    check('a second copy of the article', `${article}\n${article}`, article);
    check(
      'a repeated title',
      `在全市会议上的讲话\n\n在全市会议上的讲话\n同志们：\n${body}`,
      `在全市会议上的讲话\n同志们：\n${body}`,
    );
    check(
      'a title repeated in two parts',
      `【学习专栏】推动产业融合发展\n【学习专栏】\n推动产业融合发展\n${body}`,
      `【学习专栏】推动产业融合发展\n${body}`,
    );
    check(
      'a title that runs into the first sentence',
      `在全市会议上的讲话\n在全市会议上的讲话同志们：${body}\n${other}`,
      `在全市会议上的讲话\n同志们：${body}\n${other}`,
    );
    kept(
      'a sentence that has the title in it',
      `在全市会议上的讲话\n在全市会议上的讲话精神要学深悟透。${body}\n${other}`,
    );
    kept('short repeated lines', `各位代表：\n${body}\n各位代表：\n${other}`);
    kept('a short list that repeats', `${article}\n（一）未按规定登记的；\n${other}甲\n（一）未按规定登记的；`);
  });

  describe('licence notes', () => {
    check(
      'the template of a wiki library',
      `${body}\n\n本作品属于官方文件，在\n中国大陆\n属于公有领域。\n\n注：社群认为有例外。\n\nPublic domain\nfalse`,
      body,
    );
  });

  describe('spaces', () => {
    check(
      'between Han and around marks',
      '人民生活 总体 达到小康 ， 经济 、 社会 协调发展 。',
      '人民生活总体达到小康，经济、社会协调发展。',
    );
    check('inside numbers', '于2 0 0 1年2月1 6日通过，共1 2条。', '于2001年2月16日通过，共1 2条。');
    check('beside numbers', '到 2030 年，建成 24 个基地。', '到2030年，建成24个基地。');
    kept('spaces of headlines', '市委召开座谈会 书记出席并讲话');
    kept('the space after an article number', '第一条　为了规范管理，制定本办法。');
    kept('Latin words', '推广 Open Source 模式，支持创新。');
  });

  describe('punctuation', () => {
    check('half-width marks', '专题党课:学习精神,推动工作;怎么办?干!', '专题党课：学习精神，推动工作；怎么办？干！');
    check('parentheses', '(一)研发(R&D)投入强度(2.8%)提高。', '（一）研发（R&D）投入强度（2.8%）提高。');
    check('straight quotes', '坚持"两个毫不动摇",落实"三个务必"要求。', '坚持“两个毫不动摇”，落实“三个务必”要求。');
    kept(
      'what belongs to numbers and Latin text',
      '增加1,200万元，时间12:31，见https://example.com/a?b=1，比例1:2，R&D, AI (beta)',
    );
    check('a full stop at the end', '工作要抓实.', '工作要抓实。');
  });

  describe('Markdown', () => {
    check(
      'markup goes, text stays',
      `# 标题\n\n**重点**任务见[实施方案](https://example.com/方案)和*附件*。\n\n- 第一项\n- 第二项\n\n![图](a.png)\n\n---\n\n> ${body}`,
      `标题\n重点任务见实施方案和附件。\n第一项\n第二项\n${body}`,
      'markdown',
    );
    check(
      'inline HTML',
      '<p><strong>本台消息</strong>：会议召开。<br></p><p>会议指出。</p>',
      '本台消息：会议召开。\n会议指出。',
      'markdown',
    );
    check(
      'headings are not joined',
      '## 总体要求\n坚持统筹，\n## 主要任务\n推进落实。',
      '总体要求\n坚持统筹，\n主要任务\n推进落实。',
      'markdown',
    );
    check(
      'tables keep their cells',
      '| 指标 | 目标 |\n| --- | --- |\n| 研发投入 | 2.8% |',
      '指标 目标\n研发投入 2.8%',
      'markdown',
    );
    check('blanks to fill in stay', '姓名：____ 单位：_____', '姓名：____ 单位：_____', 'markdown');
  });

  it('records what it removed as spans of the raw text', () => {
    const raw = `收藏 分享\n${body}\n第2页 / 共3页\n${other}`;
    const { removed } = cleanText(raw, { format: 'plain' });
    assert.deepEqual(
      removed.map(({ start, end, step }) => [raw.slice(start, end), step]),
      [
        ['收藏 分享', 'furniture'],
        ['第2页 / 共3页', 'furniture'],
      ],
    );
  });

  it('stays fast on hostile input', function () {
    this.timeout(60_000);
    for (const unit of [
      '"',
      '(',
      ',',
      ' ',
      '1 ',
      '“',
      '[',
      '*',
      '<',
      '&',
      '—',
      '第',
      '\n',
      '、\n',
      '此处隐藏',
      '1、\n',
    ]) {
      const text = unit.repeat(200_000 / unit.length);
      const start = performance.now();
      cleanText(text, { format: 'markdown' });
      assert.ok(performance.now() - start < 2000, `${JSON.stringify(unit)} took ${performance.now() - start} ms`);
    }
  });
});

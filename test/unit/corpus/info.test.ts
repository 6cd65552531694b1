/** Title, date, issuer and kind: from front matter, heading lines, signature and file name; unknown stays absent. */
import assert from 'node:assert/strict';
import type { DocumentInfo } from '../../../server/src/corpus/document';
import { readLevel } from '../../../server/src/corpus/info/level';
import { readDocument } from '../../../server/src/corpus/readDocument';
import type { Parsed } from '../../../server/src/util/problem';

const body = '全市上下要把思想统一到会议部署上来，把力量凝聚到各项任务上来，确保2019年3月启动的工作开好局、起好步。';

async function read(path: string, text: string, sidecar?: string): Promise<Parsed<DocumentInfo | undefined>> {
  const { value, problems } = await readDocument({
    path,
    bytes: new TextEncoder().encode(text),
    builtIn: false,
    ...(sidecar !== undefined && { sidecar: { path: `${path}.zhibi.yaml`, text: sidecar } }),
  });
  return { value: value?.info, problems };
}

/** All facts but level and place, which have tests of their own. */
async function check(path: string, text: string, expected: Omit<DocumentInfo, 'confidence'>): Promise<void> {
  const { value, problems } = await read(path, text);
  assert.deepEqual(problems, []);
  const { level: _level, place: _place, confidence: _confidence, ...facts } = value ?? { confidence: {} };
  assert.deepEqual(facts, expected);
}

describe('readInfo', () => {
  it('believes front matter', () =>
    check(
      '/c/甲.md',
      `---\ntitle: "在动员会上的讲话"\ndate: 2025-03-04\nissuer: 某市人民政府\nkind: 讲话\n---\n# 别的标题\n${body}`,
      { title: '在动员会上的讲话', date: '2025-03-04', issuer: '某市人民政府', kind: 'speech' },
    ));

  it('reads heading lines and the date they were updated', () =>
    check('/c/001_ab12.txt', `专题党课:学习全会精神,推动产业创新\n更新时间:2024-10 来源:网友投稿\n${body}`, {
      title: '专题党课：学习全会精神，推动产业创新',
      date: '2024-10',
      kind: 'speech',
    }));

  it('reads the line of a newspaper', () =>
    check(
      '/c/x.txt',
      `推动产业融合发展\n来源/ 某某网-某市日报 作者/ 时间/2026-01-30 12:31:17\n王某某\n${body}\n作者为市委党校教授`,
      {
        title: '推动产业融合发展',
        date: '2026-01-30',
        issuer: '某市日报',
        kind: 'commentary',
      },
    ));

  it('reads number, signature and issuer of an official document', () =>
    check(
      '/c/文件.txt',
      `某市人民政府办公室关于印发《数字经济\n行动方案》的通知\n某政办发〔2023〕7号\n各县区人民政府：\n${body}\n某市人民政府办公室\n2023年5月6日`,
      {
        title: '某市人民政府办公室关于印发《数字经济行动方案》的通知',
        date: '2023-05-06',
        issuer: '某市人民政府办公室',
        kind: 'notice',
      },
    ));

  it('prefers the date of the document to the date of the page', () =>
    check(
      '/c/2018-12-24_国办函〔2004〕6号_国务院办公厅关于某事的复函.txt',
      `国务院办公厅关于某事的复函\n国办函〔2004〕6号\n${body}`,
      {
        title: '国务院办公厅关于某事的复函',
        date: '2004',
        issuer: '国务院办公厅',
        kind: 'notice',
      },
    ));

  it('reads when and where a report was given', () =>
    check(
      '/c/report.txt',
      `政府工作报告\n——2025年1月15日在某市第十届人民代表大会第四次会议上\n市长 王某\n各位代表：\n${body}`,
      {
        title: '政府工作报告',
        date: '2025-01-15',
        kind: 'work-report',
      },
    ));

  it('reads Chinese numerals and the last of several dates', () =>
    check('/c/d.txt', `某市科技进步条例\n（二〇一五年三月一日通过　二〇二二年十一月二十三日修订）\n${body}`, {
      title: '某市科技进步条例',
      date: '2022-11-23',
      kind: 'law',
    }));

  it('takes title and date from the file name where the text states none', async () => {
    await check('/c/2021-07-08_某市“十四五”科技创新规划.txt', `各位同志：\n${body}`, {
      title: '某市“十四五”科技创新规划',
      date: '2021-07-08',
      kind: 'plan',
    });
    await check('/c/1996_某省政府工作报告.txt', `各位代表：\n${body}`, {
      title: '1996年某省政府工作报告',
      date: '1996',
      issuer: '某省人民政府',
      kind: 'work-report',
    });
  });

  it('reads neither running text nor uploads as a date', () =>
    check('/c/甲乙丙.txt', `上传人:某某 上传时间:2023-03-19 格式:DOCX\n某地产业发展情况\n${body}`, {
      title: '某地产业发展情况',
      kind: 'other',
    }));

  it('tells news from the speech it reports', () =>
    check('/c/n.txt', `领导在会上发表重要讲话\n新华社北京3月5日电　${body}`, {
      title: '领导在会上发表重要讲话',
      kind: 'news',
    }));

  it('calls built-in documents samples', async () => {
    const { value } = await readDocument({ path: '/c/a.md', bytes: new TextEncoder().encode(body), builtIn: true });
    assert.equal(value?.info.kind, 'sample');
  });
});

describe('kind and level by the first lines', () => {
  const cases: readonly [what: string, text: string, kind: string, level: string | undefined][] = [
    [
      'a communiqué that was read on television',
      `某党某届中央委员会第三次全体会议公报\n央视网消息（新闻联播）：${body}`,
      'communique',
      undefined,
    ],
    [
      'a report to a congress under a slogan',
      `高举旗帜 团结奋斗\n——在中国共产党第九十次全国代表大会上的报告\n${body}`,
      'work-report',
      'central',
    ],
    [
      'a report by its first words',
      `开创新局面\n同志们：\n现在，我代表第九十届中央委员会向大会作报告。${body}`,
      'work-report',
      'central',
    ],
    [
      'news of the head of state',
      `中亚峰会举行\n央视网消息（新闻联播）：5月19日上午，国家主席某某主持峰会。${body}`,
      'news',
      'central',
    ],
    [
      'a law by who adopted it',
      `某经济特区突发事件应急条例\n2022年5月30日 汕头市第十五届人民代表大会常务委员会第五次会议通过\n${body}`,
      'law',
      'municipal',
    ],
    ['a regulation by who issued it', `工人考核条例\n1990年6月23日 国务院批准\n${body}`, 'law', 'central'],
    ['a plan of the nation', `中华人民共和国\n国民经济和社会发展第六十个五年计划\n${body}`, 'plan', 'central'],
  ];
  for (const [what, text, kind, level] of cases) {
    it(what, async () => {
      const { value } = await read('/c/1.txt', text);
      assert.deepEqual([value?.kind, value?.level], [kind, level]);
    });
  }
});

describe('the date of a text that tells its history', () => {
  it('is that of the last change, unless the file name tells a later edition', async () => {
    const text = `某某修正案\n2005年2月28日 某大会常务委员会通过\n2009年3月1日 某大会常务委员会修正\n${body}`;
    assert.equal((await read('/c/某某修正案.md', text)).value?.date, '2009-03-01');
    assert.equal((await read('/c/某某修正案(2015-04-24).md', text)).value?.date, '2015-04-24');
  });
});

describe('confidence', () => {
  const confidenceOf = async (path: string, text: string, sidecar?: string) =>
    (await read(path, text, sidecar)).value?.confidence;

  it('tells what the writer declared from what the document states', async () =>
    assert.deepEqual(
      await confidenceOf('/c/甲.md', `---\ndate: 2025-03-04\nlevel: 市级\n---\n关于开展试点的通知\n${body}`),
      { title: 'stated', date: 'declared', kind: 'inferred', level: 'declared' },
    ));

  it('tells what the document states from what its file name suggests', async () =>
    assert.deepEqual(await confidenceOf('/c/1996_浙江省政府工作报告.txt', `各位代表：\n${body}`), {
      title: 'inferred',
      date: 'inferred',
      issuer: 'inferred',
      kind: 'inferred',
      level: 'inferred',
      place: 'inferred',
    }));
});

describe('a sidecar', () => {
  const text = `---\ntitle: 旧标题\ndate: 2020\nissuer: 某局\n---\n${body}`;

  it('wins over front matter and over what the text states', async () => {
    const sidecar = 'title: 新标题\ndate: 2024-05-06\nkind: 规划\nlevel: 省级\nplace: 浙江省\n';
    const { value, problems } = await read('/c/甲.md', text, sidecar);
    assert.deepEqual(problems, []);
    assert.deepEqual(value, {
      title: '新标题',
      date: '2024-05-06',
      issuer: '某局',
      kind: 'plan',
      level: 'provincial',
      place: '浙江省',
      confidence: {
        title: 'declared',
        date: 'declared',
        issuer: 'declared',
        kind: 'declared',
        level: 'declared',
        place: 'declared',
      },
    });
  });

  it('says line by line what it does not understand, and the rest holds', async () => {
    const { value, problems } = await read('/c/甲.md', text, 'date: 明天\ntitle: 新标题\nauthor: 某人\nkind: [通知]\n');
    assert.equal(value?.title, '新标题');
    assert.equal(value?.date, '2020');
    assert.deepEqual(
      problems.map(({ path, line, message }) => `${path}:${line} ${message}`),
      [
        '/c/甲.md.zhibi.yaml:1 The value of date is not understood.',
        '/c/甲.md.zhibi.yaml:3 There is no field author; a document has title, date, issuer, kind, level, place.',
        '/c/甲.md.zhibi.yaml:4 The value of kind is not understood.',
      ],
    );
  });

  it('is a problem where it is no YAML, and changes nothing where it is empty', async () => {
    const broken = await read('/c/甲.md', text, 'title: "新标题\n');
    assert.equal(broken.problems.length > 0, true);
    assert.equal(broken.problems[0]?.path, '/c/甲.md.zhibi.yaml');
    const empty = await read('/c/甲.md', text, '# nothing yet\n');
    assert.deepEqual([empty.value?.title, empty.problems], ['旧标题', []]);
  });
});

describe('level and place', () => {
  const cases: readonly [issuer: string | undefined, title: string, expected: string][] = [
    ['国务院办公厅', '国务院办公厅关于同意深圳市开展试点的复函', 'central'],
    ['中共中央', '中共中央关于制定规划的建议', 'central'],
    [undefined, '中华人民共和国科学技术进步法', 'central'],
    ['工业和信息化部', '工业和信息化部关于开展试点的通知', 'central'],
    ['广东省人民政府', '广东省人民政府关于印发行动方案的通知', 'provincial 广东省'],
    ['中共浙江省委', '中共浙江省委关于学习贯彻全会精神的决定', 'provincial 浙江省'],
    [undefined, '上海市数据条例', 'provincial 上海市'],
    [undefined, '2024年新疆维吾尔自治区政府工作报告', 'provincial 新疆维吾尔自治区'],
    [undefined, '贵州政府工作报告', 'provincial 贵州省'],
    ['江苏省苏州市人民政府', '关于开展试点的通知', 'municipal 江苏省苏州市'],
    [undefined, '杭州市政府工作报告', 'municipal 杭州市'],
    [undefined, '深圳市数字经济促进条例', 'municipal 深圳市'],
    ['北京市海淀区人民政府', '关于开展试点的通知', 'other 北京市海淀区'],
    ['吉林市人民政府', '吉林市人民政府关于开展试点的通知', 'municipal 吉林市'],
    [undefined, '上海市建筑市场管理条例', 'provincial 上海市'],
    [undefined, '广东省人力资源市场条例', 'provincial 广东省'],
    [undefined, '关于市人民政府报告工作的若干规定', ''],
    [undefined, '超大城市治理办法', ''],
    [undefined, '在动员会上的讲话', ''],
    [undefined, '在全市科技创新工作会议上的讲话', 'municipal'],
    [undefined, '在全省农村工作会议上的讲话', 'provincial'],
    [undefined, '在全县干部大会上的讲话', 'other'],
    [undefined, '全市场营商环境报告', ''],
    [undefined, '第十二届全国人民代表大会第二次会议关于政府工作报告的决议', 'central'],
    [undefined, '在中國共產黨第三次全國代表大會上的報告', 'central'],
    [undefined, '关于传达第十四届全国人民代表大会精神的安排', ''],
    ['湖南日报', '江山如此多娇', ''],
    [undefined, '河北梆子保护工作纪实', ''],
    [undefined, '全国文明城市创建工作通知', ''],
    [undefined, '我市推进改革工作的意见', ''],
  ];

  for (const [issuer, title, expected] of cases) {
    it(`of ${issuer ?? 'nobody'}: ${title}`, () => {
      const { level, place } = readLevel(issuer, title, []);
      assert.equal([level, place].filter(Boolean).join(' '), expected);
    });
  }
});

/** Real documents from the shared folder beside the checkout: titles, dates, joined sentences, no furniture, right text. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CorpusDocument } from '../../server/src/corpus/document';
import { readDocument } from '../../server/src/corpus/readDocument';

const shared = resolve('../shared');
const noFurniture =
  /上传人|文档编号|收藏 分享|下载 相关|\.docx|第\d+页 \/|免费预览|资源描述|展开阅读全文|猜你喜欢|当前位置|客服QQ|ICP备|版权所有|此处隐藏|试读结束|查阅全文|加微信|自发贡献|如若转载|特别声明|栏目导航|推荐阅读|更新时间|网友投稿|字体：|Public domain/;

async function read(path: string): Promise<CorpusDocument> {
  const { value, problems } = await readDocument({ path, bytes: readFileSync(path), builtIn: false });
  assert.deepEqual(problems, [], path);
  assert.ok(value, path);
  return value;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

describe('shared documents', () => {
  before(function () {
    if (existsSync(shared)) return;
    console.log(`      skipped: ${shared} is missing`);
    this.skip();
  });

  it('reads the five seeds with their titles and dates and without furniture', async () => {
    const theme = '推动科技创新和产业创新深度融合';
    const documents = await Promise.all(filesIn(join(shared, 'seeds')).sort().map(read));
    assert.deepEqual(
      documents.map(({ info }) => [info.title, info.date, info.kind]),
      [
        [`专题党课：学习贯彻党的二十届三中全会精神，${theme}`, '2024-10', 'speech'],
        ['创新融合发展', undefined, 'commentary'],
        ['在全市科技创新工作会议上的讲话', undefined, 'speech'],
        [`【学习贯彻省委十四届九次全会精神】${theme}`, '2026-01-30', 'commentary'],
        ['国家战略性新兴产业集群发展工程深入推进', undefined, 'other'],
      ],
    );
    for (const { clean, path } of documents) assert.doesNotMatch(clean, noFurniture, path);
    assert.match(documents[4]!.clean, /^国家战略性新兴产业集群发展工程深入推进\n/);
    const passages = documents.flatMap(({ clean }) => clean.split('\n'));
    for (const phrase of [
      '设立两个批次战略性新兴产业集聚发展试点共24个',
      '知识生产方式由线性向网络化转变',
      '推动大中小企业协同创新、互融共生',
      '集聚效应逐步显现。2019年10月',
    ]) {
      assert.ok(
        passages.some((passage) => passage.includes(phrase)),
        phrase,
      );
    }
  });

  it('loses no Han character of the seeds that it does not report', async () => {
    for (const path of filesIn(join(shared, 'seeds'))) {
      const { clean, removed } = await read(path);
      const raw = readFileSync(path, 'utf8');
      let kept = '';
      let at = 0;
      for (const { start, end } of removed) {
        kept += raw.slice(at, Math.max(at, start));
        at = Math.max(at, end);
      }
      const han = (text: string) => text.replace(/[^\u3400-\u9fff]/g, '');
      assert.equal(han(clean), han(kept + raw.slice(at)), path);
    }
  });

  it('reads the awkward files with right text', async () => {
    const folder = join(shared, 'corpus/awkward');
    const find = (part: string) => read(join(folder, readdirSync(folder).find((name) => name.includes(part))!));
    const report1954 = await find('1954年国务院政府工作报告_gbk');
    assert.equal(report1954.info.date, '1954-05-23');
    assert.match(report1954.clean, /^各位代表：$/m);
    assert.doesNotMatch(report1954.clean, /U\+00A0|当前位置|字体/);
    const report2013 = await find('2013年国务院政府工作报告_gbk');
    assert.equal(report2013.info.date, '2013-03-05');
    assert.match(report2013.clean, /国内生产总值从26\.6万亿元增加到51\.9万亿元/);
    const report2017 = await find('2017政府工作报告');
    assert.equal(report2017.info.title, '政府工作报告');
    assert.match(report2017.clean, /国内生产总值达到74\.4万亿元，增长6\.7%/);
    assert.match(report2017.clean, /党的十八届六中全会正式明确习近平总书记的核心地位/);
    assert.doesNotMatch(report2017.clean, /公有领域|Public domain/);
    const word = await find('国发〔2019〕4号');
    assert.equal(word.info.title, '国务院关于印发国家职业教育改革实施方案的通知');
    for (const part of ['国办发〔2019〕3号', '国发〔2019〕3号', '国办发〔2019〕4号', '国办函〔2004〕36号']) {
      const { clean, info } = await find(part);
      assert.match(info.date ?? '', /^(?:2019-01|2004-04)-\d\d$/, part);
      assert.doesNotMatch(clean, /索\s*引\s*号|主题分类|扫一扫|<[a-z]/, part);
      assert.ok(clean.length > 300, part);
    }
    const plan = await find('纲要.pdf');
    const reference = await find('纲要.reference.txt');
    const han = (text: string) => text.replace(/[^\u3400-\u9fff]/g, '');
    assert.equal(han(plan.clean), han(reference.clean).replace(/^(?!云南省国民经济).*?(?=云南省国民经济)/, ''));
    assert.ok(plan.clean.split('\n').length < 400, 'lines are joined to paragraphs');
    const news = await find('新闻联播');
    assert.doesNotMatch(news.clean, /<\/?p>|查看原文|https?:/);
  });

  it('reads the whole core without a problem, printing what it removed and how fast', async function () {
    this.timeout(120_000);
    const steps = new Map<string, number>();
    let characters = 0;
    let milliseconds = 0;
    const files = filesIn(join(shared, 'corpus/core'));
    for (const path of files) {
      const start = performance.now();
      const { clean, removed } = await read(path);
      milliseconds += performance.now() - start;
      characters += clean.length;
      for (const { step, start: from, end } of removed) steps.set(step, (steps.get(step) ?? 0) + end - from);
    }
    const share = [...steps].map(([step, count]) => `${step} ${count}`).join(', ');
    const speed = (characters / milliseconds / 1000).toFixed(1);
    console.log(
      `      ${files.length} documents, ${characters} characters kept, ${speed} M characters/s; removed: ${share}`,
    );
    assert.ok(files.length > 200);
  });
});

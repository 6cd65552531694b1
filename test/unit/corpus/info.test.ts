/** Title, date, issuer and kind: from front matter, heading lines, signature and file name; unknown stays absent. */
import assert from 'node:assert/strict';
import type { DocumentInfo } from '../../../server/src/corpus/document';
import { readDocument } from '../../../server/src/corpus/readDocument';

const body = '全市上下要把思想统一到会议部署上来，把力量凝聚到各项任务上来，确保2019年3月启动的工作开好局、起好步。';

async function check(path: string, text: string, expected: DocumentInfo): Promise<void> {
  const { value, problems } = await readDocument({ path, bytes: new TextEncoder().encode(text), builtIn: false });
  assert.deepEqual(problems, []);
  assert.deepEqual(value?.info, expected);
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

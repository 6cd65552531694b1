/**
 * Opens exported Word files in LibreOffice, prints them as PDF and measures the pages against GB/T 9704-2012. Pages as
 * PNG stay in out/word for a person to look at. Run by `npm run test:word`, which brings LibreOffice where it may.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { readOfficialDocument } from '../../server/src/export/readOfficialDocument';
import { toDocx } from '../../server/src/export/toDocx';

const folder = resolve('out', 'word');
/** What stands for the typefaces the file asks for, one each, so that the PDF tells them apart. */
const standIns: Readonly<Record<string, string>> = {
  方正小标宋简体: 'Noto Serif CJK SC',
  宋体: 'Noto Serif CJK SC',
  黑体: 'Noto Sans CJK SC',
  楷体_GB2312: 'AR PL UKai CN',
  仿宋_GB2312: 'AR PL UMing CN',
  'Times New Roman': 'Liberation Serif',
};
const POINTS_A_MILLIMETRE = 72 / 25.4;
const LINE = 28.95;

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

interface Typed {
  readonly text: string;
  readonly font: string;
}

const isThere = (program: string) => spawnSync(program, ['--version']).error === undefined;
const missing = ['soffice', 'pdftotext', 'pdftoppm', 'pdftohtml'].filter((program) => !isThere(program));

/** The lines of each page of a draft once exported and printed, in points, and words with their typeface. */
async function print(name: string, draft: string): Promise<{ pages: Line[][]; typed: Typed[] }> {
  const at = (ending: string) => join(folder, `${name}.${ending}`);
  writeFileSync(at('docx'), await toDocx(readOfficialDocument(parseDraft('file:///draft.md', draft))));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, at('docx')], {
    env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    stdio: 'ignore',
    timeout: 120_000,
  });
  execFileSync('pdftoppm', ['-r', '60', '-png', at('pdf'), join(folder, name)]);
  const boxes = execFileSync('pdftotext', ['-bbox-layout', at('pdf'), '-'], { encoding: 'utf8' });
  const pages = [...boxes.matchAll(/<page[\s\S]*?<\/page>/g)].map(([page]) => linesOf(page));
  const xml = execFileSync('pdftohtml', ['-xml', '-stdout', '-i', '-fontfullname', at('pdf')], { encoding: 'utf8' });
  const fonts = new Map(
    [...xml.matchAll(/<fontspec id="(\d+)"[^>]*family="([^"]+)"/g)].map(([, id, font]) => [id, font!]),
  );
  const typed = [...xml.matchAll(/<text [^>]*font="(\d+)">(.*?)<\/text>/g)].map(([, id, text]) => ({
    text: text!.replace(/<[^>]+>/g, '').replace(/\s/g, ''),
    font: fonts.get(id) ?? '',
  }));
  return { pages, typed };
}

/** Words whose bases lie within a third of a line are one line: typefaces differ in height. */
function linesOf(page: string): Line[] {
  const words = [
    ...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g),
  ]
    .map(([, left, top, right, , text]) => ({
      text: text!,
      left: Number(left),
      right: Number(right),
      top: Number(top),
    }))
    .sort((a, b) => a.top - b.top);
  const lines: Line[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (!last || word.top - last.top > LINE / 3) lines.push(word);
    else {
      const [first, second] = word.left < last.left ? [word, last] : [last, word];
      lines[lines.length - 1] = {
        text: first.text + second.text,
        left: first.left,
        right: Math.max(first.right, second.right),
        top: last.top,
      };
    }
  }
  return lines;
}

const near = (actual: number, expected: number, tolerance: number, what: string) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${what}: ${actual.toFixed(2)} instead of ${expected}`);

const sentence = '各级各部门要坚持目标导向和问题导向相统一把各项任务抓细抓实抓出成效';
const PLAIN = `# 在全市清渠现场会上的讲话\n\n${`${sentence.repeat(20)}。\n\n`.repeat(5)}`;
const SPEECH = `---
title: 在全市推进乡村全面振兴暨农村人居环境整治提升工作现场会上的讲话
date: 2026-03-05
speaker: 李渠
series: 三
---

同志们：

一、提高站位

（一）先清上游。上游三十里见水。[^1]

1. 清淤

（1）人工清

| 渠段 | 里程 |
| --- | --- |
| 东渠 | 30 |

![布局图](map.png)

> 渠清水自来。

[^1]: 见县志。

附件：1. 任务表
2. 联系表

中共清渠市委办公室
2026年3月6日
`;

describe('exported pages in LibreOffice', () => {
  before(function () {
    if (missing.length > 0) {
      console.log(
        `      not measured: ${missing.join(', ')} not installed (Debian: libreoffice-writer, poppler-utils)`,
      );
      this.skip();
    }
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const matches = Object.entries(standIns).map(
      ([wanted, given]) =>
        `<match target="pattern"><test name="family"><string>${wanted}</string></test>` +
        `<edit name="family" mode="assign" binding="strong"><string>${given}</string></edit></match>`,
    );
    writeFileSync(
      join(folder, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${matches.join('')}</fontconfig>`,
    );
  });

  it('has 22 lines of 28 characters on a page, 28.95 points apart, within the margins', async () => {
    const { pages } = await print('plain', PLAIN);
    const page = pages[1]!;
    const body = page.slice(0, -1);
    assert.equal(body.length, 22);
    assert.equal(Math.max(...body.map(({ text }) => text.length)), 28);
    near((body.at(-1)!.top - body[0]!.top) / 21, LINE, 0.05, 'line pitch');
    near(Math.min(...body.map(({ left }) => left)), 28 * POINTS_A_MILLIMETRE, 1, 'left margin');
    near(Math.max(...body.map(({ right }) => right)), (28 + 156) * POINTS_A_MILLIMETRE, 2, 'right edge');
    // The first line's letters stand within the line that begins at 37 mm.
    const top = 37 * POINTS_A_MILLIMETRE;
    assert.ok(body[0]!.top >= top && body[0]!.top < top + LINE, `first line at ${body[0]!.top}`);
    assert.ok(body.at(-1)!.top < top + 225 * POINTS_A_MILLIMETRE);
  });

  it('numbers pages — 1 —, odd ones at the right, even ones at the left', async () => {
    const { pages } = await print('numbers', PLAIN);
    pages.forEach((page, i) => {
      const number = page.at(-1)!;
      assert.equal(number.text.replace(/\s/g, ''), `—${i + 1}—`);
      const [leftEdge, rightEdge] = [28 * POINTS_A_MILLIMETRE + 14, (28 + 156) * POINTS_A_MILLIMETRE - 14];
      if (i % 2 === 0) near(number.right, rightEdge, 3, 'right end of the number');
      else near(number.left, leftEdge, 3, 'left end of the number');
    });
  });

  it('has every word of the draft, in the order and the typefaces of its levels', async () => {
    const { pages, typed } = await print('speech', SPEECH);
    const text = pages
      .flat()
      .map(({ text: words }) => words)
      .join('')
      .replace(/\s/g, '');
    let from = 0;
    for (const words of [
      '在全市推进乡村全面振兴暨',
      '现场会上的讲话',
      '李渠',
      '（2026年3月5日）',
      '同志们：',
      '一、提高站位',
      '（一）先清上游。',
      '（注1）',
      '1.清淤',
      '（1）人工清',
      '里程',
      '东渠30',
      '（图：布局图）',
      '渠清水自来。',
      '注1：见县志。',
      '附件：1.任务表',
      '2.联系表',
      '中共清渠市委办公室',
      '2026年3月6日',
    ]) {
      const at = text.indexOf(words, from);
      assert.ok(at >= 0, `${words} after ${text.slice(Math.max(0, from - 10), from)}`);
      from = at + words.length;
    }
    const fontOf = (words: string) => typed.find((run) => run.text.includes(words))?.font ?? 'not found';
    assert.match(fontOf('现场会上的讲话'), /Serif/);
    assert.match(fontOf('提高站位'), /Sans/);
    assert.match(fontOf('先清上游'), /UKai/);
    assert.match(fontOf('上游三十里'), /UMing/);
    assert.match(fontOf('人工清'), /UMing/);
  });

  it('aligns attachments under the first, and puts the date two characters after the name', async () => {
    const { pages } = await print('ending', SPEECH);
    const lines = pages.flat();
    const line = (words: string) => lines.find(({ text }) => text.replace(/\s/g, '').includes(words))!;
    const character = 15.75;
    near(line('附件：').left, 28 * POINTS_A_MILLIMETRE + 2 * character, 2, 'left of the first attachment');
    near(line('2.联系表').left, line('附件：').left + 3 * character, 2, 'left of the second attachment');
    near(line('市委办公室').right, (28 + 156) * POINTS_A_MILLIMETRE - 2 * character, 2, 'right of the name');
    near(line('3月6日').left - line('市委办公室').left, 2 * character, 8, 'date from name');
  });
});

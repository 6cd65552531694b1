/** Handing a draft over: the Word file, the report and the comparison of the built command line, and what the server offers. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import JSZip from 'jszip';
import { readDocx } from '../../server/src/corpus/readers/docx';
import { defaultReadLimits } from '../../server/src/corpus/readers/reader';
import { TemporaryFolder } from '../support/temporaryFolder';
import { type Diagnostic, DOCUMENTS, pushed, TestWorkspace } from './workspace';

const DRAFT = `---
title: 在推进会上的讲话
date: 2026-11-22
---
同志们：
一、扛起责任
要以钉钉子精神抓好落实，<!-- 待核 -->到2020年进入创新型国家行列。
二、抓好落实
年内建成3个平台。
`;

describe('handing over on the command line', () => {
  const cli = resolve('dist', 'cli.js');
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
    for (const [name, content] of Object.entries(DOCUMENTS)) folder.write(`sources/${name}`, content);
    folder.write('draft.md', DRAFT);
  });
  afterEach(() => folder.dispose());

  function zhibi(...args: string[]) {
    return spawnSync(process.execPath, [cli, ...args], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', XDG_CACHE_HOME: folder.at('cache') },
      timeout: 60_000,
    });
  }

  it('exports a Word file with all the text, and says what it simplified', async () => {
    const { status, stdout, stderr } = zhibi('export', 'draft.md', '--out', 'draft.docx');
    assert.equal(status, 0, stderr);
    assert.equal(stdout, `${folder.at('draft.docx')}\n`);
    assert.match(stderr, /Comments left out: 1/);
    const read = await readDocx(readFileSync(folder.at('draft.docx')), defaultReadLimits);
    assert.ok('text' in read);
    assert.match(
      read.text,
      /在推进会上的讲话[\s\S]*（2026年11月22日）[\s\S]*同志们：[\s\S]*一、扛起责任[\s\S]*年内建成3个平台。/,
    );
    assert.doesNotMatch(read.text, /待核/);
  });

  it('refuses other names, drafts that are not there and folders that are not', () => {
    assert.equal(zhibi('export', 'draft.md', '--out', 'draft.doc').status, 2);
    assert.equal(zhibi('export', 'draft.md').status, 2);
    assert.equal(zhibi('export', 'missing.md', '--out', 'draft.docx').status, 2);
    const { status, stderr } = zhibi('export', 'draft.md', '--out', 'missing/draft.docx');
    assert.equal(status, 2);
    assert.match(stderr, /cannot be written/);
  });

  it('reports findings, sources and figures', () => {
    const { status, stdout } = zhibi('report', 'draft.md', '--corpus', 'sources');
    assert.equal(status, 0);
    assert.match(stdout, /^# 在推进会上的讲话/);
    assert.match(stdout, /\| 7 \| warning \| target\\\.outdated \|/);
    assert.match(stdout, /\| 9 \| 3个 \| 年内建成3个平台 \| no source found \|/);
    const html = zhibi('report', 'draft.md', '--corpus', 'sources', '--format', 'html').stdout;
    assert.match(html, /^<!DOCTYPE html>[\s\S]*<\/html>\s*$/);
    assert.doesNotMatch(html, /<script/);
  });

  it('checks a draft that lives in Word, and writes what it finds into a copy as comments', async () => {
    zhibi('export', 'draft.md', '--out', 'draft.docx');
    const original = readFileSync(folder.at('draft.docx'));
    const { status, stdout } = zhibi('check', 'draft.docx', '--corpus', 'sources', '--annotate', 'checked.docx');
    assert.equal(status, 1);
    assert.match(stdout, /draft\.docx:\d+:\d+ warning target\.outdated/);
    assert.match(stdout, /in paragraph \d+: 要以钉钉子精神抓好落实，到2020年/);
    assert.deepEqual(readFileSync(folder.at('draft.docx')), original);
    const zip = await JSZip.loadAsync(readFileSync(folder.at('checked.docx')));
    assert.match(await zip.file('word/comments.xml')!.async('string'), /target\.outdated/);
    assert.match(await zip.file('word/document.xml')!.async('string'), /<w:commentRangeStart [^>]*\/>/);
    const [before, after] = await Promise.all(
      [original, readFileSync(folder.at('checked.docx'))].map((bytes) => readDocx(bytes, defaultReadLimits)),
    );
    assert.deepEqual(after, before);
    const { files } = JSON.parse(zhibi('check', 'draft.docx', '--format', 'json').stdout);
    assert.equal(files[0].paragraphs.length, files[0].diagnostics.length);
  });

  it('refuses to write comments over the draft, for other drafts, and into what is no Word file', () => {
    folder.write('broken.docx', 'no archive');
    folder.write('locked.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    zhibi('export', 'draft.md', '--out', 'draft.docx');
    for (const [args, reason] of [
      [['draft.docx', '--annotate', 'draft.docx'], /writes a copy/],
      [['draft.md', '--annotate', 'checked.docx'], /takes one draft, a \.docx file/],
      [['draft.docx', '--annotate', 'checked.txt'], /name of a \.docx file/],
      [['broken.docx'], /damaged or cut off/],
      [['locked.docx'], /protected by a password/],
    ] as const) {
      const { status, stderr } = zhibi('check', ...args);
      assert.equal(status, 2, stderr);
      assert.match(stderr, reason);
    }
  });

  it('compares two documents', () => {
    folder.write('before.txt', '会议纪要\n各村要把主渠清一遍。\n渠边的柳树由镇里统一栽种，要发展新质生产力。\n');
    folder.write('after.txt', '会议纪要\n各村要把主渠清一遍。\n渠边的柳树由县里统一栽种。\n');
    const { status, stdout } = zhibi('compare', 'before.txt', 'after.txt', '--format', 'json');
    assert.equal(status, 0);
    const { version, a, b, sentences, formulations } = JSON.parse(stdout);
    assert.equal(version, 1);
    assert.deepEqual([a.path, b.path], [folder.at('before.txt'), folder.at('after.txt')]);
    const kinds = sentences.map(({ kind }: { kind: string }) => kind);
    assert.deepEqual([kinds.at(-2), kinds.at(-1)], ['kept', 'changed']);
    assert.ok(
      formulations.some(
        ({ text, a, b }: { text: string; a: number; b: number }) => text === '新质生产力' && a === 1 && b === 0,
      ),
    );
    assert.match(zhibi('compare', 'before.txt', 'after.txt').stdout, /镇→县/);
    assert.equal(zhibi('compare', 'before.txt', 'missing.txt').status, 2);
  });

  it('compares the formulations of two years', () => {
    folder.write('years/a.md', '---\ntitle: 甲\ndate: 2023-05-01\n---\n各村清渠。贯彻新发展理念。\n');
    folder.write('years/b.md', '---\ntitle: 乙\ndate: 2025-05-01\n---\n各村种柳。发展新质生产力。\n');
    const sources = ['--corpus', folder.at('years')];
    const { status, stdout } = zhibi('compare', '2023', '2025', ...sources, '--format', 'json');
    assert.equal(status, 0);
    const { a, b, formulations } = JSON.parse(stdout);
    assert.deepEqual([a.documents, b.documents], [1, 1]);
    const changes = formulations.map(({ text, change }: { text: string; change: string }) => `${text} ${change}`);
    assert.ok(changes.includes('新质生产力 new') && changes.includes('新发展理念 dropped'), changes.join());
    assert.match(zhibi('compare', '2023', '2025', ...sources).stdout, /\nnew: .*新质生产力 \(0→1\)/);
  });
});

describe('the server, for handing over', () => {
  let workspace: TestWorkspace;
  before(() => {
    workspace = new TestWorkspace();
  });
  after(() => workspace.dispose());

  it('expands selections, and makes the report of an open draft', async () => {
    const client = await workspace.start();
    assert.equal(client.initializeResult.capabilities.selectionRangeProvider, true);
    const { textDocument, position } = workspace.openDraft(
      client,
      '要以钉‸钉子精神抓好落实，到2020年进入创新型国家行列。',
    );
    const [selection] = await client.request<{ range: unknown; parent?: { range: unknown } }[]>(
      'textDocument/selectionRange',
      { textDocument, positions: [position] },
    );
    assert.deepEqual(selection!.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 11 } });
    assert.deepEqual(selection!.parent!.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 28 } });
    const isOutdated = ({ code }: Diagnostic) => code === 'target.outdated';
    await pushed(client, textDocument.uri, (diagnostics) => diagnostics.some(isOutdated));
    const report = await client.request<string>('zhibi/report', { uri: textDocument.uri, format: 'md' });
    assert.match(report, /target\\\.outdated/);
    assert.equal(await client.request('zhibi/report', { uri: 'file:///missing.md', format: 'md' }), null);
  });

  it('finds and corrects what is wrong in the written form', async () => {
    const client = await workspace.start();
    const { textDocument } = workspace.openDraft(client, '‸一、清渠\n三、种柳\n渠清了,水通了。\n截止目前，渠通了。');
    const codes = ['structure.numbering', 'text.punctuation', 'text.confusable'];
    const isWanted = (diagnostics: readonly Diagnostic[]) =>
      codes.every((code) => diagnostics.some((diagnostic) => diagnostic.code === code));
    const diagnostics = await pushed(client, textDocument.uri, isWanted);
    const severity = (code: string) => diagnostics.find((diagnostic) => diagnostic.code === code)!.severity;
    assert.deepEqual(codes.map(severity), [2, 4, 3]);
  });
});

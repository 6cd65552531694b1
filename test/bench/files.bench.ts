/** Prints what many small files cost, and how soon a changed file is seen beside the large corpus. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { type StatusParams, searchRequest, statusNotification } from '../../server/src/lsp/messages';
import { measureIndex } from './indexing';
import { largeCorpus } from './largeCorpus';
import { printTable, quantile } from './table';

const COUNTS = [10_000, 50_000];
const CHANGES = 10;

/** Notes of a hundred characters, each a file, a thousand to a folder. */
function writeNotes(folder: string, count: number): void {
  for (let i = 0; i < count; i++) {
    const parent = join(folder, String(Math.floor(i / 1000)));
    if (i % 1000 === 0) mkdirSync(parent, { recursive: true });
    writeFileSync(
      join(parent, `${i}.md`),
      `# 第${i}号情况反映\n\n${'某地推进一项工作，情况很好，编号是'.repeat(5)}${i}。\n`,
    );
  }
}

/** Milliseconds from the moment a file is written until search finds what is new in it. */
async function measureChanges(folders: readonly string[], temporary: string): Promise<number[]> {
  const own = join(temporary, 'own');
  mkdirSync(own);
  const file = join(own, '新材料.md');
  writeFileSync(file, '一份材料。\n');
  const server = spawn(process.execPath, ['dist/cli.js', 'lsp', '--stdio', '--cache', join(temporary, 'cache')], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  try {
    const ready = new Promise<void>((resolve) => {
      connection.onNotification(statusNotification, ({ state }: StatusParams) => {
        if (state === 'ready') resolve();
      });
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(temporary).href,
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      initializationOptions: { corpus: { folders: [...folders, own] } },
    });
    await connection.sendNotification('initialized', {});
    await ready;
    const times: number[] = [];
    for (let i = 0; i < CHANGES; i++) {
      const words = `第${i}次改动龘靐齉`;
      writeFileSync(file, `一份材料，${words}。\n`);
      const start = performance.now();
      await connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: pathToFileURL(file).href, type: 2 }],
      });
      for (;;) {
        const hits = await connection.sendRequest<unknown[]>(searchRequest, { text: words, limit: 1, fuzzy: false });
        if (JSON.stringify(hits).includes(words)) break;
        await setTimeout(10);
      }
      times.push(performance.now() - start);
    }
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    return times;
  } finally {
    connection.dispose();
    server.kill();
  }
}

async function main(): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'zhibi-files-'));
  try {
    const rows = COUNTS.map((count) => {
      const folder = join(temporary, String(count));
      writeNotes(folder, count);
      const figures = measureIndex({ name: '', folders: [folder] }, join(temporary, `cache-${count}`));
      const { documents, seconds, unchangedSeconds, peakMiB } = figures;
      return [count, documents, seconds.toFixed(1), unchangedSeconds.toFixed(1), peakMiB];
    });
    printTable('Small files (`zhibi index`)', ['files', 'documents', 'build s', 'unchanged s', 'peak RSS MiB'], rows);
    const folders = largeCorpus();
    if (!folders) return;
    const times = await measureChanges(folders, temporary);
    printTable(
      'A changed file beside the large corpus, until search over LSP finds it, milliseconds',
      ['changes', 'p50', 'max'],
      [[times.length, Math.round(quantile(times, 0.5)), Math.round(Math.max(...times))]],
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

void main();

/** Measures the built server as an editor meets it: over stdio, from the start of the process. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  type CompletionList,
  createProtocolConnection,
  LogMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type StatusParams, statusNotification } from '../../server/src/lsp/messages';
import { residentMiB } from '../support/residentMemory';
import type { BenchCorpus } from './bench';
import { quantile } from './table';

export interface StartFigures {
  /** Milliseconds from the start of the process. */
  readonly initialize: number;
  readonly withoutCache: number;
  readonly withCache: number;
  /** Milliseconds from the start of the process until changes were looked for, with a cache. */
  readonly ready: number;
  /** Resident memory with a cached index once phrases are mined; NaN where the system does not tell. */
  readonly rssMiB: number;
  /** Milliseconds from request to answer over the protocol. */
  readonly completionP50: number;
  readonly completionP95: number;
}

/** Starts the server twice: with an empty cache folder, then with what it left there. */
export async function measureStart(corpus: BenchCorpus, cache: string): Promise<StartFigures> {
  rmSync(cache, { recursive: true, force: true });
  const cold = await session(corpus, cache);
  const warm = await session(corpus, cache);
  return { ...warm, withoutCache: cold.completed, withCache: warm.completed };
}

const TEXT = '# 讲话\n\n同志们，我们要加快培育新质生产力，扎实推进乡村全面振兴，推动科技创新和';
const REQUESTS = 300;
/** Milliseconds between two first completions, and after mining until memory is given back. */
const BETWEEN = 5;
const SETTLING = 3000;

async function session(corpus: BenchCorpus, cache: string) {
  const start = performance.now();
  const server = spawn(process.execPath, ['dist/cli.js', 'lsp', '--stdio', '--cache', cache], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const ready = new Promise<void>((resolve) => {
    connection.onNotification(statusNotification, ({ state }: StatusParams) => {
      if (state === 'ready') resolve();
    });
  });
  const mined = new Promise<void>((resolve) => {
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      if (message.includes('phrases mined')) resolve();
    });
  });
  connection.listen();
  const workspace = mkdtempSync(join(tmpdir(), 'zhibi-bench-'));
  try {
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(workspace).href,
      capabilities: {},
      initializationOptions: { corpus: { folders: corpus.folders } },
    });
    const initialize = performance.now() - start;
    await connection.sendNotification('initialized', {});
    const uri = pathToFileURL(join(workspace, 'draft.md')).href;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: TEXT },
    });
    const line = TEXT.split('\n')[2]!;
    const complete = (character: number) =>
      connection.sendRequest<CompletionList>('textDocument/completion', {
        textDocument: { uri },
        position: { line: 2, character },
      });
    while ((await complete(line.length)).items.length === 0) await setTimeout(BETWEEN);
    const completed = performance.now() - start;
    await ready;
    const readyAfter = performance.now() - start;
    const times: number[] = [];
    for (let i = 0; i < REQUESTS; i++) {
      const asked = performance.now();
      await complete(4 + (i % (line.length - 4)));
      times.push(performance.now() - asked);
    }
    await mined;
    await setTimeout(SETTLING);
    const figures = {
      initialize,
      completed,
      ready: readyAfter,
      rssMiB: residentMiB(server.pid),
      completionP50: quantile(times, 0.5),
      completionP95: quantile(times, 0.95),
    };
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    return figures;
  } finally {
    connection.dispose();
    server.kill();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** Measures `zhibi index` as a process of its own. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchCorpus } from './bench';

export interface IndexFigures {
  readonly documents: number;
  readonly characters: number;
  /** Seconds of the whole process, Node's own start included. */
  readonly seconds: number;
  readonly peakMiB: number;
  readonly fileMiB: number;
  readonly unchangedSeconds: number;
}

/** Prints the peak resident memory of a process when it ends; loaded into it before anything else. */
const REPORT_PEAK = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'));`;

/** Builds the index of a corpus into an empty `cache`, then updates it unchanged. */
export function measureIndex({ folders }: BenchCorpus, cache: string): IndexFigures {
  const first = run(folders, cache);
  const second = run(folders, cache);
  const file = readdirSync(cache).find((name) => name.endsWith('.zbi')) ?? '';
  return {
    documents: first.answer.documents,
    characters: first.answer.characters,
    seconds: first.seconds,
    peakMiB: first.peakMiB,
    fileMiB: statSync(join(cache, file)).size / 2 ** 20,
    unchangedSeconds: second.seconds,
  };
}

function run(folders: readonly string[], cache: string) {
  const start = performance.now();
  const result = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(REPORT_PEAK)}`,
      'dist/cli.js',
      'index',
      ...folders,
      '--cache',
      cache,
      '--format',
      'json',
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const seconds = (performance.now() - start) / 1000;
  if (result.status !== 0) throw new Error(result.stderr);
  const peak = Number(/peak (\d+)/.exec(result.stderr)?.[1]);
  const answer = JSON.parse(result.stdout) as { documents: number; characters: number };
  return { seconds, answer, peakMiB: Math.round(peak / 1024) };
}

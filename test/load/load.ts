/**
 * `npm run load`: replays hours of writing against the built server and prints how its memory and its answers fared.
 *
 * `--edits N` (default 100,000), `--corpus DIR` (may be repeated; default: the built-in examples), `--drafts N` open at
 * a time (3), `--rebuild N`: the index is built from scratch after every N edits (a tenth of all; 0: never), and what is
 * written until it is there comes on top, `--seed N`. A source document is changed after every hundredth of the edits.
 * Exit code 1 where memory grew by more than a tenth after warming up, or an answer was an error.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { printTable, quantile } from '../bench/table';
import { LspClient, type ServerStatus } from '../support/lspClient';
import { residentMiB } from '../support/residentMemory';
import { TemporaryFolder } from '../support/temporaryFolder';
import { Latencies } from './latencies';
import { Writer } from './writer';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '100000' },
    corpus: { type: 'string', multiple: true, default: [join('seeds', 'corpus')] },
    drafts: { type: 'string', default: '3' },
    rebuild: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

const EDITS = Number(values.edits);
const SAMPLES = 100;
/** The share of the edits after which the server counts as warm. */
const WARM = 0.1;
const MOST_GROWTH = 0.1;

interface Sample {
  readonly edits: number;
  readonly seconds: number;
  readonly resident: number;
}

interface Rebuilding {
  begun: number;
  /** How long each took that has ended. */
  readonly seconds: number[];
}

async function main(): Promise<void> {
  const folder = new TemporaryFolder();
  const folders = values.corpus.map((name) => resolve(name));
  const rebuildEvery = Number(values.rebuild ?? EDITS / 10);
  folder.write('workspace/seeds/来源.md', sourceText(0));
  const client = await LspClient.start({
    workspaces: [folder.at('workspace')],
    cache: folder.at('cache'),
    settings: { corpus: { folders: ['seeds', ...folders] }, draft: { date: '2026-11-22' } },
    pulls: true,
    watches: true,
  });
  try {
    const { documents, characters } = await client.ready(600_000);
    process.stdout.write(`${documents} documents, ${characters} characters, ${values.drafts} drafts\n`);
    const latencies = new Latencies();
    const rebuilding: Rebuilding = { begun: 0, seconds: [] };
    const writer = new Writer({
      client,
      uriOf: (n) => pathToFileURL(folder.at(`workspace/drafts/${n}.md`)).href,
      paragraphs: paragraphsOf([...folders, resolve('samples', 'seeds')]),
      drafts: Number(values.drafts),
      seed: Number(values.seed),
      latencies,
      meanwhile: () => {
        if (rebuilding.seconds.length < rebuilding.begun) return 'while the index is built';
        const { state } = client.last<ServerStatus>('zhibi/status')!;
        return state === 'indexing' ? 'while a change is read' : undefined;
      },
    });
    const samples = await replay(client, writer, folder, rebuildEvery, rebuilding);
    const { seconds } = rebuilding;
    if (seconds.length > 0) process.stdout.write(`rebuilt in ${seconds.map((each) => each.toFixed(1)).join(', ')} s\n`);
    await writer.checkAll();
    latencies.print('Answers over LSP (stdio), milliseconds');
    const errors = [...writer.failures, ...loggedErrors(client)];
    for (const error of errors) process.stdout.write(`error: ${error}\n`);
    const growth = report(samples);
    if (!(growth <= MOST_GROWTH) || errors.length > 0) process.exitCode = 1;
    await client.stop();
  } finally {
    await client.kill();
    folder.dispose();
  }
}

/** Writes until there were enough edits; takes the memory at every hundredth of them, when nothing is under way. */
async function replay(
  client: LspClient,
  writer: Writer,
  folder: TemporaryFolder,
  rebuildEvery: number,
  rebuilding: Rebuilding,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  const start = performance.now();
  let during = 0;
  const edits = () => writer.edits - during;
  const rebuild = async () => {
    const before = writer.edits;
    const begun = performance.now();
    rebuilding.begun++;
    const ended = () => void rebuilding.seconds.push((performance.now() - begun) / 1000);
    client.request('zhibi/rebuildIndex', null, 600_000).then(ended, ended);
    while (rebuilding.seconds.length < rebuilding.begun) await writer.act();
    during += writer.edits - before;
  };
  while (edits() < EDITS) {
    await writer.act();
    if (rebuildEvery > 0 && edits() >= (rebuilding.begun + 1) * rebuildEvery) await rebuild();
    if (edits() < ((samples.length + 1) * EDITS) / SAMPLES) continue;
    await writer.settled();
    await client.ready(600_000);
    const sample = {
      edits: edits(),
      seconds: Math.round((performance.now() - start) / 1000),
      resident: residentMiB(client.process.pid),
    };
    samples.push(sample);
    if (samples.length % (SAMPLES / 20) === 0)
      process.stdout.write(`${sample.edits} edits, ${sample.seconds} s, ${sample.resident} MiB\n`);
    folder.write('workspace/seeds/来源.md', sourceText(samples.length));
    client.notify('workspace/didChangeWatchedFiles', { changes: [] });
  }
  return samples;
}

function sourceText(n: number): string {
  return `# 第${n}号通报\n\n今年第${n}批重点项目已全部开工，要抓进度、保质量、促投产。\n`;
}

/** Prints how the memory went; answers by which share it grew from the first samples after warming up to the last ones. */
function report(samples: readonly Sample[]): number {
  const share = Math.round(SAMPLES * WARM);
  const median = (from: number, to: number) =>
    quantile(
      samples.slice(from, to).map(({ resident }) => resident),
      0.5,
    );
  const [warm, end] = [median(share, 2 * share), median(samples.length - share, samples.length)];
  printTable(
    'Resident memory of the server, MiB, when nothing is under way (median of a tenth of the session each)',
    ['after edits', 'MiB'],
    Array.from({ length: SAMPLES / share }, (_, i) => [
      samples[Math.min((i + 1) * share, samples.length) - 1]?.edits ?? 0,
      median(i * share, (i + 1) * share),
    ]),
  );
  const growth = end / warm - 1;
  process.stdout.write(
    `\nfrom ${warm} to ${end} MiB after warming up: ${growth >= 0 ? '+' : ''}${(growth * 100).toFixed(1)} %\n`,
  );
  return growth;
}

function loggedErrors(client: LspClient): string[] {
  return client.notes
    .filter(({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type === 1)
    .map(({ params }) => (params as { message: string }).message);
}

/** Paragraphs of the text files in folders, from a hundred files each, at even distances. */
function paragraphsOf(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:md|txt)$/.test(name))
      .sort();
    const step = Math.max(1, Math.floor(names.length / 100));
    return names
      .filter((_, i) => i % step === 0)
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/[\r\n]+/))
      .map((line) => line.trim())
      .filter((line) => line.length > 30 && /[\u4e00-\u9fff]/.test(line));
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});

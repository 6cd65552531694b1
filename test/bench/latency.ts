/** Measures the features and checks themselves with tinybench, over an opened index, without protocol or threads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import { resourcesIn } from '../../server/src/analysis/resources';
import type { Snapshot } from '../../server/src/analysis/snapshot';
import { checks, runChecks } from '../../server/src/checks/runChecks';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { complete } from '../../server/src/features/completion/completion';
import { hover } from '../../server/src/features/hover';
import { suggestInline } from '../../server/src/features/inlineCompletion';
import { searchPassages } from '../../server/src/features/search';
import { PhraseLexicon } from '../../server/src/index/phraseLexicon';
import { Knowledge } from '../../server/src/knowledge/knowledge';
import { readBuiltInKnowledge } from '../../server/src/worker/builtInKnowledge';
import { openCorpus } from '../../server/src/worker/openCorpus';
import { SourcesReader } from '../../server/src/worker/sourcesReader';
import type { BenchCorpus } from './bench';
import { quantile } from './table';

export interface LatencyFigures {
  readonly what: string;
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

const DATE = '2026-11-22';
const DRAFT_LENGTH = 10_000;
const ROUNDS = 300;
/** One kind and date for every step, as in one draft. */
const HEAD = '---\ndate: 2026-11-22\n---\n# 在全市工作会议上的讲话\n\n';

/** The latency of each feature on a draft of 10,000 characters: the built-in examples, one after the other. */
export async function measureLatency(corpus: BenchCorpus, cacheFolder: string): Promise<LatencyFigures[]> {
  const root = process.cwd();
  const snapshot = await openSnapshot(root, corpus, cacheFolder);
  const text = draftText(root);
  const draft = parseDraft('bench.md', text);
  const completion = { date: DATE, maxItems: 8, pinyin: true };
  const check = { date: DATE, duplicateMinLength: 30, duplicateFormulaicLimit: 3 };
  // A fixed walk over the draft: the same places in every run, spread over its length.
  let step = 0;
  const place = () => (step++ * 7919) % text.length;
  // The draft as it is when the cursor is at one of those places: completion looks at what was typed last.
  const typing = Array.from({ length: ROUNDS }, () => {
    const end = Math.max(200, place());
    return parseDraft('bench.md', `${HEAD}${text.slice(Math.max(0, end - 1000), end)}`);
  });
  const tasks: Record<string, () => unknown> = {
    'completion list': () => {
      const typed = typing[step++ % typing.length]!;
      return complete(snapshot, typed, typed.text.length, completion);
    },
    'ghost text': () => {
      const typed = typing[step++ % typing.length]!;
      return suggestInline(snapshot, typed, typed.text.length, { date: DATE });
    },
    'pinyin initials (xzscl)': () => complete(snapshot, pinyinDraft, pinyinDraft.text.length, completion),
    hover: () => hover(snapshot, draft, place()),
    'search, eight characters': () => {
      const at = place();
      return searchPassages(snapshot, text.slice(at, at + 8), { limit: 10, fuzzy: false });
    },
    'parse the draft': () => parseDraft('bench.md', text),
    'all checks, whole draft': () => runChecks(snapshot, draft, check),
  };
  for (const each of checks) tasks[`  ${each.code}`] = () => each.run(snapshot, draft, check);
  const figures: LatencyFigures[] = [];
  for (const [what, run] of Object.entries(tasks)) figures.push(await measure(what, run));
  return figures;
}

const pinyinDraft = parseDraft('pinyin.md', '加快培育xzscl');

async function measure(what: string, run: () => unknown): Promise<LatencyFigures> {
  const samples: number[] = [];
  const timed = () => {
    const start = performance.now();
    run();
    samples.push(performance.now() - start);
  };
  const slow = what.includes('draft') || what.startsWith('  ');
  const bench = new Bench({ iterations: slow ? 30 : ROUNDS, time: 0, warmupIterations: slow ? 5 : 50, warmupTime: 0 });
  bench.add(what, timed);
  await bench.run();
  const measured = samples.slice(slow ? 5 : 50);
  return {
    what,
    runs: measured.length,
    p50: quantile(measured, 0.5),
    p95: quantile(measured, 0.95),
    max: Math.max(...measured),
  };
}

async function openSnapshot(root: string, { folders }: BenchCorpus, cacheFolder: string): Promise<Snapshot> {
  const reader = new SourcesReader();
  const update = await reader.update(
    {
      corpus: { folders, exclude: [], maxCharacters: 1e9, cacheFolder },
      knowledge: { ...resourcesIn(root), folders: [] },
      pinyin: true,
    },
    () => {},
    () => false,
  );
  if (!update) throw new Error('the update was cancelled');
  return {
    revision: 1,
    corpus: openCorpus(update.corpus.parts),
    knowledge: new Knowledge(readBuiltInKnowledge(resourcesIn(root))),
    lexicon: new PhraseLexicon(update.phrases),
    skeletons: [],
  };
}

/** A draft of the usual length: the sample draft and its sources, cut at 10,000 characters. */
function draftText(root: string): string {
  const folder = join(root, 'samples');
  const parts = [
    '草稿.md',
    'seeds/2024-评论-别让好技术困在抽屉里.md',
    'seeds/2025-在全市产业创新大会上的讲话.md',
    'seeds/2026-云岭市政府工作报告.md',
  ];
  const text = parts.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n\n');
  return text.repeat(Math.ceil(DRAFT_LENGTH / text.length)).slice(0, DRAFT_LENGTH);
}

/** Measures the built server as an editor meets it: over stdio, from the start of the process. */
import { rmSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { startServerProcess } from '../support/lspClient';
import type { BenchCorpus } from './bench';

export interface StartFigures {
  /** Milliseconds from the start of the process. */
  readonly initialize: number;
  readonly withoutCache: number;
  readonly withCache: number;
  /** Resident memory once completion answers with a cached index; NaN where the system does not tell. */
  readonly rssMiB: number;
}

export async function measureStart(corpus: BenchCorpus, cache: string): Promise<StartFigures> {
  rmSync(cache, { recursive: true, force: true });
  const cold = await firstCompletion(corpus, cache);
  const warm = await firstCompletion(corpus, cache);
  return { initialize: warm.initialize, withoutCache: cold.completed, withCache: warm.completed, rssMiB: warm.rssMiB };
}

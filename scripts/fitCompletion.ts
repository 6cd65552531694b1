/**
 * Fits the weights of the next-text model on the development half of a corpus and writes them as data:
 * `node scripts/runBundled.mjs scripts/fitCompletion.ts -- [--news DIR] [--cache DIR] [--every N] [--only TEXT] [--view NAME] [--write]`.
 * The same corpus gives the same weights. `--view` fits those of one view and keeps the others. Gradient descent (Adam) on the bits for each character.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NextText } from '../server/src/index/nextText';
import { features, isClipped, LONGEST_ORDER, lambdaOf, SHORTEST_ORDER, views } from '../server/src/index/nextTextModel';
import { lambdaWeights } from '../server/src/index/nextTextWeights';
import { type Condition, conditions, documentsOf, hasRealFolder, realFolder } from '../test/bench/completionCorpus';
import { contextAt, draftAt } from '../test/bench/typing';

/** What one context says of one character that was typed. */
interface Observation {
  readonly view: number;
  readonly order: number;
  readonly total: number;
  readonly count: number;
  readonly distinct: number;
  readonly features: readonly number[];
}

/** The observations of one typed character, in the order they are mixed, with the probability they start from. */
interface Sample {
  readonly alone: number;
  readonly observations: readonly Observation[];
}

const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    news: { type: 'string', multiple: true, default: [] },
    cache: { type: 'string', default: join(tmpdir(), 'zhibi-completion') },
    every: { type: 'string', default: '23' },
    rounds: { type: 'string', default: '400' },
    only: { type: 'string', default: '' },
    view: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});

function samplesOf(condition: Condition, split: 'development' | 'test', every: number): Sample[] {
  const samples: Sample[] = [];
  for (const { document, corpus } of condition.tasks(split)) {
    const predictor = new NextText(corpus);
    const text = document.segment.keyText(document.keySpan);
    for (let at = 40; at < text.length; at++) {
      if ((at * 7919) % every !== 0 || text[at] === '\n') continue;
      const context = contextAt(text, at);
      if (context.length < SHORTEST_ORDER) continue;
      const model = predictor.model(draftAt(document, text, at));
      const unit = text.charCodeAt(at);
      const levels = model.evidence(model.rangesOf(context));
      const index = model.candidateIndex(unit);
      samples.push({
        alone: model.alone(unit),
        observations: levels.map(({ view, order, total, distinct, counts }) => ({
          view,
          order,
          total,
          count: index === undefined ? 0 : counts[index]!,
          distinct,
          features: features({ total, distinct }),
        })),
      });
    }
  }
  return samples;
}

type Weights = number[][][];

function isFitted(view: number): boolean {
  return options.view === '' || views[view] === options.view;
}

function startingWeights(): Weights {
  return views.map((_, view) =>
    Array.from({ length: LONGEST_ORDER - SHORTEST_ORDER + 1 }, (_, order) =>
      isFitted(view) ? [1, ...new Array<number>(6).fill(0)] : [...lambdaWeights[view]![order]!],
    ),
  );
}

/** The bits for one sample; adds the gradient for the weights to `gradient` where given. */
function bitsOf({ alone, observations }: Sample, weights: Weights, gradient?: Weights): number {
  const probabilities = [alone];
  const lambdas: number[] = [];
  for (const observation of observations) {
    const lambda = lambdaOf(observation, weights);
    const before = probabilities.at(-1)!;
    probabilities.push((observation.count + lambda * before) / (observation.total + lambda));
    lambdas.push(lambda);
  }
  const result = probabilities.at(-1)!;
  if (gradient) {
    let slope = -1 / result;
    for (let i = observations.length - 1; i >= 0; i--) {
      const { view, order, total, features: own } = observations[i]!;
      const lambda = lambdas[i]!;
      const slopeOfExponent = isClipped(lambda)
        ? 0
        : (slope * (probabilities[i]! - probabilities[i + 1]!) * lambda) / (total + lambda);
      const target = gradient[view]![order - SHORTEST_ORDER]!;
      for (let j = 0; j < own.length; j++) target[j]! += slopeOfExponent * own[j]!;
      slope = (slope * lambda) / (total + lambda);
    }
  }
  return -Math.log2(result);
}

function meanBits(samples: readonly Sample[], weights: Weights): number {
  return samples.reduce((sum, sample) => sum + bitsOf(sample, weights), 0) / samples.length;
}

const RATE = 0.03;
/** Keeps weights small where there is little to learn from. */
const DECAY = 1e-4;

function fittedWeights(samples: readonly Sample[], rounds: number): Weights {
  const weights = startingWeights();
  const zero = () => startingWeights().map((orders) => orders.map((own) => own.map(() => 0)));
  const first = zero();
  const second = zero();
  for (let round = 1; round <= rounds; round++) {
    const gradient = zero();
    for (const sample of samples) bitsOf(sample, weights, gradient);
    weights.forEach((orders, view) => {
      if (!isFitted(view)) return;
      orders.forEach((own, order) => {
        own.forEach((weight, i) => {
          const slope = gradient[view]![order]![i]! / samples.length + DECAY * (weight - (i === 0 ? 1 : 0));
          const m = 0.9 * first[view]![order]![i]! + 0.1 * slope;
          const s = 0.99 * second[view]![order]![i]! + 0.01 * slope * slope;
          first[view]![order]![i] = m;
          second[view]![order]![i] = s;
          own[i] = weight - (RATE * (m / (1 - 0.9 ** round))) / (Math.sqrt(s / (1 - 0.99 ** round)) + 1e-7);
        });
      });
    });
  }
  return weights;
}

function source(weights: Weights): string {
  const rounded = weights.map((orders) => orders.map((own) => own.map((weight) => Number(weight.toFixed(3)))));
  const rows = rounded.map((orders) => `  [\n${orders.map((own) => `    [${own.join(', ')}],`).join('\n')}\n  ],`);
  return `/** Fitted weights of the next-text model; written by \`scripts/fitCompletion.ts\`, not by hand. */

/**
 * By view (${views.join(', ')}) and length of the context (from ${SHORTEST_ORDER}): log λ is the sum of these times
 * 1, log2 n, (log2 n)²/10, log2 d, log2 d · log2 n/10, certain, certain · log2 n, where n counts the
 * occurrences of the context, d the different units that follow, and certain is 1 where d is 1.
 */
export const lambdaWeights: readonly (readonly (readonly number[])[])[] = [
${rows.join('\n')}
];
`;
}

async function main(): Promise<void> {
  if (!hasRealFolder) {
    process.stderr.write(`${realFolder} is missing: there is nothing to fit on\n`);
    return;
  }
  const core = await documentsOf([realFolder], options.cache);
  const news = options.news.length > 0 ? await documentsOf(options.news, options.cache) : [];
  const every = Number(options.every);
  const all: Sample[] = [];
  const testSamples: [string, Sample[]][] = [];
  for (const condition of conditions(core, news)) {
    if (!condition.name.includes(options.only)) continue;
    const samples = samplesOf(condition, 'development', every);
    testSamples.push([condition.name, samplesOf(condition, 'test', every)]);
    process.stderr.write(`${condition.name}: ${samples.length}\n`);
    all.push(...samples);
  }
  const weights = fittedWeights(all, Number(options.rounds));
  process.stdout.write(`development: ${meanBits(all, weights).toFixed(3)} bits for each character\n`);
  for (const [name, samples] of testSamples) {
    process.stdout.write(`test, ${name}: ${meanBits(samples, weights).toFixed(3)}\n`);
  }
  if (options.write) writeFileSync(join('server', 'src', 'index', 'nextTextWeights.ts'), source(weights));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});

/**
 * Fits the weights of the next-text model on the development half of a corpus and writes them as data:
 * `node scripts/runBundled.mjs scripts/fitCompletion.ts -- [--news DIR] [--cache DIR] [--every N] [--only TEXT] [--write]`.
 * The same corpus gives the same weights. Says how many bits weights fitted on half of the documents give on the other half. Gradient descent (Adam) on the bits for each character.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NextText } from '../server/src/index/nextText';
import { countOf, FEATURES, isClipped, lambdaOf, ROWS } from '../server/src/index/nextTextModel';
import { type Condition, conditions, documentsOf, hasRealFolder, realFolder } from '../test/bench/completionCorpus';
import { contextAt, draftAt } from '../test/bench/typing';

/** What one context says of one character that was typed. */
interface Observation {
  readonly row: number;
  readonly total: number;
  readonly count: number;
  readonly features: readonly number[];
}

/** The observations of one typed character, in the order they are mixed. */
interface Sample {
  readonly condition: string;
  /** Documents are fitted on in two halves, each to be measured with the weights of the other. */
  readonly half: number;
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
    write: { type: 'boolean', default: false },
  },
});

/** The search looks up to so many characters ahead of the cursor for most of what it offers. */
const AHEAD = 4;

function samplesOf(condition: Condition, every: number): Sample[] {
  const samples: Sample[] = [];
  let documents = 0;
  for (const { document, corpus } of condition.tasks('development')) {
    const half = documents++ % 2;
    const predictor = new NextText(corpus);
    const text = document.segment.keyText(document.keySpan);
    for (let at = 40; at < text.length; at++) {
      if ((at * 7919) % every !== 0 || text[at] === '\n') continue;
      const cursor = at - (samples.length % AHEAD);
      const context = contextAt(text, cursor);
      if (context.length < 1 || text.slice(cursor, at).includes('\n')) continue;
      const model = predictor.model(draftAt(document, text, cursor));
      let place = model.placeAfter(context);
      for (let i = cursor; i < at; i++) place = model.extended(place, text.charCodeAt(i));
      const unit = text.charCodeAt(at);
      const [first, ...others] = model.aloneEvidence(unit);
      const levels = model.evidence(place).map((level) => ({ ...level, count: countOf(level, unit) }));
      samples.push({
        condition: condition.name,
        half,
        alone: first!.count / first!.total,
        observations: [...others, ...levels].map(({ row, total, count, features }) => ({
          row,
          total,
          count,
          features,
        })),
      });
    }
  }
  return samples;
}

type Weights = number[][];

function startingWeights(): Weights {
  return Array.from({ length: ROWS }, () => [1, ...new Array<number>(FEATURES - 1).fill(0)]);
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
      const { row, total, features: own } = observations[i]!;
      const lambda = lambdas[i]!;
      const slopeOfExponent = isClipped(lambda)
        ? 0
        : (slope * (probabilities[i]! - probabilities[i + 1]!) * lambda) / (total + lambda);
      const target = gradient[row]!;
      for (let j = 0; j < own.length; j++) target[j]! += slopeOfExponent * own[j]!;
      slope = (slope * lambda) / (total + lambda);
    }
  }
  return -Math.log2(result);
}

function meanBits(samples: readonly Sample[], weightsOf: (sample: Sample) => Weights): string {
  return (samples.reduce((sum, sample) => sum + bitsOf(sample, weightsOf(sample)), 0) / samples.length).toFixed(3);
}

const RATE = 0.03;
/** Keeps weights small where there is little to learn from. */
const DECAY = 1e-4;

function fittedWeights(samples: readonly Sample[], rounds: number): Weights {
  const weights = startingWeights();
  const zero = () => startingWeights().map((own) => own.map(() => 0));
  const first = zero();
  const second = zero();
  for (let round = 1; round <= rounds; round++) {
    const gradient = zero();
    for (const sample of samples) bitsOf(sample, weights, gradient);
    weights.forEach((own, row) => {
      own.forEach((weight, i) => {
        const slope = gradient[row]![i]! / samples.length + DECAY * (weight - (i === 0 ? 1 : 0));
        const m = 0.9 * first[row]![i]! + 0.1 * slope;
        const s = 0.99 * second[row]![i]! + 0.01 * slope * slope;
        first[row]![i] = m;
        second[row]![i] = s;
        own[i] = weight - (RATE * (m / (1 - 0.9 ** round))) / (Math.sqrt(s / (1 - 0.99 ** round)) + 1e-7);
      });
    });
  }
  return weights;
}

function source(weights: Weights): string {
  const rows = weights.map((own) => `  [${own.map((weight) => Number(weight.toFixed(2))).join(', ')}],`);
  return `/** Fitted weights of the next-text model; written by \`scripts/fitCompletion.ts\`, not by hand. */

/**
 * By row: the views (corpus, near, topic, draft) without a context (corpus: not used), after a context of 1, of 2 …
 * units, then the occurrences in surroundings alike after 1, 2, 3 units, each with two emphases. log λ is the sum of these times
 * 1, log2 n, (log2 n)²/10, log2 d, log2 d · log2 n/10, certain, certain · log2 n, where n counts the occurrences of
 * the context, d the different units that follow, and certain is 1 where d is 1; without a context times 1 and log2 of
 * the length of the view; for occurrences alike times 1, log2 of their number, log2 of how many of equal weight
 * they are worth, a tenth of the most that one shares, a tenth of the most that one shares close by, the share of the
 * likeliest unit, and its square.
 */
export const lambdaWeights: readonly (readonly number[])[] = [
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
  const rounds = Number(options.rounds);
  const all = conditions(core, news)
    .filter(({ name }) => name.includes(options.only))
    .flatMap((condition) => samplesOf(condition, every));
  const halves = [0, 1].map((half) =>
    fittedWeights(
      all.filter((sample) => sample.half !== half),
      rounds,
    ),
  );
  for (const name of new Set(all.map(({ condition }) => condition))) {
    const samples = all.filter(({ condition }) => condition === name);
    const bits = meanBits(samples, ({ half }) => halves[half]!);
    process.stdout.write(
      `${name}: ${samples.length} characters, ${bits} bits each with the weights of the other half\n`,
    );
  }
  const weights = fittedWeights(all, rounds);
  process.stdout.write(`all: ${meanBits(all, () => weights)} bits with the weights of all\n`);
  if (options.write) writeFileSync(join('server', 'src', 'index', 'nextTextWeights.ts'), source(weights));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});

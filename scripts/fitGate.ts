/**
 * Fits the gate of ghost text on the development half of a corpus and writes it as data, after a build:
 * `node scripts/runBundled.mjs scripts/fitGate.ts -- [--news DIR] [--cache DIR] [--right SHARE] [--write]`;
 * again whenever the weights of the next-text model change. The same corpus gives the same weights. Types stretches of
 * the documents, asks at every place what may be shown, and fits how likely each is right (logistic regression by
 * Newton's method). The aim is the least at which the share `--right` of what is shown is right. Says what weights
 * fitted on half of the documents show on the other half.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resourcesIn } from '../server/src/analysis/resources';
import type { Snapshot } from '../server/src/analysis/snapshot';
import { parseDraft } from '../server/src/draft/parseDraft';
import { isOutOfDate } from '../server/src/features/completion/currency';
import { ghostCandidates } from '../server/src/features/ghostCandidates';
import { type GhostEvidence, gateFeatures, ghostWorth, likelihoodOf } from '../server/src/features/ghostGate';
import { ghostPlace } from '../server/src/features/inlineCompletion';
import { PhraseLexicon } from '../server/src/index/phraseLexicon';
import { Knowledge, type KnowledgeData } from '../server/src/knowledge/knowledge';
import { readBuiltInKnowledge } from '../server/src/worker/builtInKnowledge';
import { knowledgePhrases } from '../server/src/worker/lexiconBuilder';
import {
  type Condition,
  conditions,
  documentsOf,
  hasRealFolder,
  realFolder,
  sampleConditions,
} from '../test/bench/completionCorpus';

const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    news: { type: 'string', multiple: true, default: [] },
    cache: { type: 'string', default: join(tmpdir(), 'zhibi-completion') },
    stretch: { type: 'string', default: '800' },
    stretches: { type: 'string', default: '6' },
    right: { type: 'string', default: '0.66' },
    write: { type: 'boolean', default: false },
  },
});

/** What might be shown at one place, and whether the document goes on so. */
interface Candidate {
  readonly evidence: GhostEvidence;
  readonly features: readonly number[];
  /** In code units. */
  readonly length: number;
  readonly isRight: boolean;
}

/** The places of one stretch of a document, one after the other. */
interface Stretch {
  readonly condition: string;
  /** Documents are fitted on in two halves, each to be measured with the weights of the other. */
  readonly half: number;
  readonly places: readonly (readonly Candidate[])[];
}

const LONGEST = 64;

function stretchesOf(condition: Condition, data: KnowledgeData): Stretch[] {
  const stretches: Stretch[] = [];
  let documents = 0;
  for (const { document, corpus } of condition.tasks('development')) {
    const half = documents++ % 2;
    const snapshot: Snapshot = {
      revision: 1,
      corpus,
      knowledge: new Knowledge(data),
      lexicon: new PhraseLexicon(knowledgePhrases(data, corpus, false)),
      skeletons: [],
    };
    const text = document.cleanText();
    const date = `${document.date ?? '2026'}-01-01`.slice(0, 10);
    const count = Number(options.stretches);
    let typed = 0;
    for (let i = 0; i < count; i++) {
      const start = Math.max(typed, Math.floor(((i + 0.5) / count) * text.length));
      typed = Math.min(text.length, start + Number(options.stretch));
      const places = Array.from({ length: typed - start }, (_, at) => candidatesAt(snapshot, text, start + at, date));
      stretches.push({ condition: condition.name, half, places });
    }
  }
  return stretches;
}

function candidatesAt(snapshot: Snapshot, text: string, at: number, date: string): Candidate[] {
  const draft = parseDraft('', text.slice(0, at));
  const typed = ghostPlace(draft, at);
  if (!typed) return [];
  const rest = text.slice(at, at + LONGEST);
  return ghostCandidates(snapshot, draft, typed, { date }).flatMap(({ evidence, ghost }) => {
    const found = ghost();
    if (!found || isOutOfDate(snapshot, typed.clause, found.text, date)) return [];
    const { text: shown } = found;
    return [{ evidence, features: gateFeatures(evidence), length: shown.length, isRight: rest.startsWith(shown) }];
  });
}

const ROUNDS = 30;
/** Keeps weights small where there is little to learn from. */
const DECAY = 3;

/** So often the weights are fitted anew on the places that are come by with them. */
const PASSES = 3;
const PASSING_AIM = 0.5;

/** Fitted on the places that a writer comes by who takes each suggestion that is right: she never stands within one. */
function fittedWeights(stretches: readonly Stretch[]): number[] {
  let places = stretches.flatMap(({ places: own }) => own);
  for (let pass = 1; ; pass++) {
    const weights = weightsFor(places.filter(({ length }) => length > 0));
    if (pass === PASSES) return weights;
    places = stretches.flatMap((stretch) =>
      [...comeBy(stretch, weights, PASSING_AIM)].map(({ candidates }) => candidates),
    );
  }
}

function weightsFor(places: readonly (readonly Candidate[])[]): number[] {
  const size = places[0]![0]!.features.length;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = weights.map((weight) => DECAY * weight);
    const curves = weights.map((_, i) => weights.map((__, j) => (i === j ? DECAY : 0)));
    for (const candidates of places) {
      for (const { evidence, features, isRight } of candidates) {
        const likelihood = likelihoodOf(evidence, weights);
        // Each place counts once, however many candidates it has.
        const error = (likelihood - (isRight ? 1 : 0)) / candidates.length;
        const curve = (likelihood * (1 - likelihood)) / candidates.length;
        for (let i = 0; i < size; i++) {
          slopes[i]! += error * features[i]!;
          for (let j = 0; j < size; j++) curves[i]![j]! += curve * features[i]! * features[j]!;
        }
      }
    }
    solved(curves, slopes).forEach((step, i) => {
      weights[i]! -= step;
    });
  }
  return weights.map((weight) => Number(weight.toFixed(2)));
}

/** x where `matrix` · x = `vector`: elimination, for a matrix that is positive definite. */
function solved(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, vector[i]!]);
  rows.forEach((pivot, i) => {
    for (const [j, row] of rows.entries()) {
      if (j === i) continue;
      const factor = row[i]! / pivot[i]!;
      for (let k = i; k < row.length; k++) row[k]! -= factor * pivot[k]!;
    }
  });
  return rows.map((row, i) => row.at(-1)! / row[i]!);
}

interface Tally {
  characters: number;
  shown: number;
  right: number;
  saved: number;
}

/** What a writer sees who takes each suggestion that is right. */
function typed(stretches: readonly Stretch[], weightsOf: (stretch: Stretch) => readonly number[], aim: number): Tally {
  const tally = { characters: 0, shown: 0, right: 0, saved: 0 };
  for (const stretch of stretches) {
    tally.characters += stretch.places.length;
    for (const { shown, taken } of comeBy(stretch, weightsOf(stretch), aim)) {
      if (shown) tally.shown++;
      if (shown?.isRight) tally.right++;
      tally.saved += taken - 1;
    }
  }
  return tally;
}

interface Visit {
  readonly candidates: readonly Candidate[];
  readonly shown: Candidate | undefined;
  /** Code units typed or taken. */
  readonly taken: number;
}

function* comeBy({ places }: Stretch, weights: readonly number[], aim: number): Generator<Visit> {
  for (let at = 0; at < places.length; ) {
    const candidates = places[at]!;
    const shown = bestOf(candidates, weights, aim);
    const taken = shown?.isRight ? Math.min(shown.length, places.length - at) : 1;
    yield { candidates, shown, taken };
    at += taken;
  }
}

function bestOf(candidates: readonly Candidate[], weights: readonly number[], aim: number): Candidate | undefined {
  let best: Candidate | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const worth = ghostWorth(candidate.evidence, weights, aim);
    if (worth < most) continue;
    most = worth;
    best = candidate;
  }
  return best;
}

const HALVINGS = 8;

/** The least aim at which enough of what is shown is right. */
function leastAim(stretches: readonly Stretch[], weightsOf: (stretch: Stretch) => readonly number[]): number {
  let low = 0.25;
  let high = 0.85;
  for (let i = 0; i < HALVINGS; i++) {
    const aim = (low + high) / 2;
    const { right, shown } = typed(stretches, weightsOf, aim);
    if (right < Number(options.right) * shown) low = aim;
    else high = aim;
  }
  return Number(high.toFixed(3));
}

function source(weights: readonly number[], aim: number): string {
  return `/** Fitted weights of the gate of ghost text; written by \`scripts/fitGate.ts\`, not by hand. */

/** What a suggestion of one character must be likely, in a draft that is foretold as most are. */
export const aim: number = ${aim};

/**
 * The log odds that a suggestion is right are the sum of these times 1, the log odds of its probability, also certain,
 * only certain, only certain · log odds, only certain · smallness of the corpus, beginning of a clause,
 * how often the corpus foretold the draft.
 */
export const gateWeights: readonly number[] = [${weights.join(', ')}];
`;
}

async function main(): Promise<void> {
  if (!hasRealFolder) {
    process.stderr.write(`${realFolder} is missing: there is nothing to fit on\n`);
    return;
  }
  const root = process.cwd();
  const knowledge = readBuiltInKnowledge(resourcesIn(root));
  const samples = await documentsOf([join(root, 'samples', 'seeds'), join(root, 'seeds', 'corpus')], options.cache);
  const core = await documentsOf([realFolder], options.cache);
  const news = options.news.length > 0 ? await documentsOf(options.news, options.cache) : [];
  const all = [...sampleConditions(samples), ...conditions(core, news)].flatMap((condition) =>
    stretchesOf(condition, knowledge),
  );
  const halves = [0, 1].map((half) => fittedWeights(all.filter((stretch) => stretch.half !== half)));
  const ofOtherHalf = ({ half }: Stretch) => halves[half]!;
  const aim = leastAim(all, ofOtherHalf);
  const percent = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(1);
  for (const name of new Set(all.map(({ condition }) => condition))) {
    const own = all.filter(({ condition }) => condition === name);
    const { characters, shown, right, saved } = typed(own, ofOtherHalf, aim);
    process.stdout.write(
      `${name}: ${characters} characters, shown at ${percent(shown, characters)} %, ${percent(right, shown)} % of them right, ${percent(saved, characters)} % saved with the weights of the other half\n`,
    );
  }
  const weights = fittedWeights(all);
  process.stdout.write(`aim ${aim}, weights ${weights.join(', ')}\n`);
  if (options.write) writeFileSync(join('server', 'src', 'features', 'ghostGateWeights.ts'), source(weights, aim));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});

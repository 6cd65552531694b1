/**
 * Measures `passage.duplicate` on planted passages: precision, recall, granularity and plagdet (Potthast 2010) over
 * characters, development and test documents apart. Every flagged character outside a plant counts as false.
 */
import type { Corpus } from '../../server/src/index/corpus';
import { type ReusedPassage, textReuse } from '../../server/src/index/textReuse';
import { corpusOf } from '../support/corpus';
import { type Plant, type PlantedDraft, plant, randomNumbers } from '../support/plantedPassages';
import { hasRealDocuments, realDocuments } from '../support/realDocuments';

const EDITS = [0, 0.1, 0.2, 0.3, 0.4];
const SETTINGS = { minLength: 30, formulaicLimit: Number(process.env.LIMIT ?? 3) };

class Tally {
  #planted = 0;
  #flagged = 0;
  #right = 0;
  #detections = 0;
  #milliseconds = 0;
  #characters = 0;
  #boundary = 0;
  #rightSource = 0;
  readonly #levels = new Map(EDITS.map((edits) => [edits, { plants: 0, found: 0 }]));
  readonly outside: string[] = [];

  add(corpus: Corpus, { text, plants }: PlantedDraft): void {
    const started = performance.now();
    const { passages } = textReuse(corpus, text, SETTINGS);
    this.#milliseconds += performance.now() - started;
    this.#characters += text.length;
    for (const passage of passages) {
      this.#flagged += passage.end - passage.start;
      if (!plants.some((own) => shared(own, passage) > 0)) this.outside.push(describe(text, passage));
    }
    for (const own of plants) this.#addPlant(own, passages);
  }

  #addPlant(own: Plant, passages: readonly ReusedPassage[]): void {
    const level = this.#levels.get(own.edits)!;
    level.plants++;
    this.#planted += own.end - own.start;
    const found = passages.filter((passage) => shared(own, passage) > 0);
    if (found.length === 0) return;
    level.found++;
    this.#detections += found.length;
    this.#right += found.reduce((sum, passage) => sum + shared(own, passage), 0);
    this.#boundary += Math.abs(found[0]!.start - own.start) + Math.abs(found.at(-1)!.end - own.end);
    if (found.some(({ source, others }) => [source, ...others].some(({ document }) => document.path === own.path)))
      this.#rightSource++;
  }

  print(name: string): void {
    const found = [...this.#levels.values()].reduce((sum, level) => sum + level.found, 0);
    const recall = this.#right / this.#planted;
    const precision = this.#right / Math.max(1, this.#flagged);
    const granularity = this.#detections / Math.max(1, found);
    const f1 = (2 * precision * recall) / (precision + recall);
    const levels = [...this.#levels].map(([edits, level]) => `${edits * 100} %: ${level.found}/${level.plants}`);
    console.log(
      `${name}: precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} granularity ${granularity.toFixed(2)} ` +
        `plagdet ${(f1 / Math.log2(1 + granularity)).toFixed(3)}; found ${levels.join(', ')}; right source ${this.#rightSource}/${found}; ` +
        `boundary error ${(this.#boundary / Math.max(1, found) / 2).toFixed(1)}; ` +
        `${((this.#milliseconds / this.#characters) * 10_000).toFixed(0)} ms for 10,000 characters; outside plants ${this.outside.length}`,
    );
  }
}

function shared(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function describe(text: string, { start, end, source, similarity }: ReusedPassage): string {
  const { document } = source;
  return `${similarity.toFixed(2)} ${text.slice(start, end)}\n     ${document.title}: ${document.cleanText(source.start, source.end)}`;
}

if (hasRealDocuments) {
  const folders = ['central_docs', 'cpc_congress', 'five_year_plan', 'gwr', 'state_council'];
  const sources = realDocuments(...folders.map((folder) => `core/${folder}`));
  const corpus = corpusOf(sources.files, sources.infos);
  const backgrounds = Object.values(realDocuments('core/provincial_2026').files);
  const entries = Object.entries(sources.files);
  console.log(
    `${corpus.documents.length} documents, ${corpus.characters} characters; limit ${SETTINGS.formulaicLimit}`,
  );
  for (const [name, parity] of [
    ['development', 0],
    ['test', 1],
  ] as const) {
    const random = randomNumbers(parity + 1);
    const own = entries.filter((_, i) => i % 2 === parity);
    const tally = new Tally();
    for (const background of backgrounds.filter((_, i) => i % 2 === parity)) {
      tally.add(
        corpus,
        plant(
          background,
          Array.from({ length: 9 }, () => own[random(own.length)]!),
          EDITS,
          random,
        ),
      );
    }
    tally.print(name);
    if (process.env.OUTSIDE === name) console.log(tally.outside.join('\n'));
  }
} else {
  console.log('skipped: the real documents (../shared/corpus) are missing');
}

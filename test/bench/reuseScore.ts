/** Scores detectors of text reuse on planted passages: precision, recall, granularity and plagdet (Potthast 2010) over characters. */
import type { Span } from '../../server/src/text/span';
import type { Plant, PlantedDraft } from '../support/plantedPassages';

/** A passage a detector reports, with the documents it names. */
export interface Detection extends Span {
  readonly paths: readonly string[];
  /** For a person who looks at what was flagged by mistake. */
  readonly why?: string;
}

export type Detector = (text: string) => readonly Detection[];

interface Count {
  plants: number;
  found: number;
}

/** Every flagged character outside a plant counts as false. */
export class ReuseScore {
  #planted = 0;
  #flagged = 0;
  #right = 0;
  #detections = 0;
  #milliseconds = 0;
  #characters = 0;
  #boundary = 0;
  #rightSource = 0;
  readonly #byEdits = new Map<string, Count>();
  readonly #byKind = new Map<string, Count>();
  /** What was flagged outside the plants, as text. */
  readonly outside: string[] = [];
  /** Plants that were not found, as text. */
  readonly missed: string[] = [];

  add(detect: Detector, { text, plants }: PlantedDraft): void {
    const started = performance.now();
    const found = detect(text);
    this.#milliseconds += performance.now() - started;
    this.#characters += text.length;
    for (const passage of found) {
      this.#flagged += passage.end - passage.start;
      if (!plants.some((own) => shared(own, passage) > 0))
        this.outside.push(`${text.slice(passage.start, passage.end)}\n     ${passage.why ?? passage.paths[0]}`);
    }
    for (const own of plants) this.#addPlant(text, own, found);
  }

  #addPlant(text: string, own: Plant, all: readonly Detection[]): void {
    const counts = [countOf(this.#byEdits, `${Math.round(own.edits * 100)} %`)];
    if (own.kind) counts.push(countOf(this.#byKind, own.edits === 0 ? 'verbatim' : own.kind));
    for (const count of counts) count.plants++;
    this.#planted += own.end - own.start;
    const found = all.filter((passage) => shared(own, passage) > 0);
    if (found.length === 0) {
      this.missed.push(`${own.kind} ${own.edits} ${text.slice(own.start, own.end)}`);
      return;
    }
    for (const count of counts) count.found++;
    this.#detections += found.length;
    this.#right += found.reduce((sum, passage) => sum + shared(own, passage), 0);
    this.#boundary += Math.abs(found[0]!.start - own.start) + Math.abs(found.at(-1)!.end - own.end);
    if (found.some(({ paths }) => paths.includes(own.path))) this.#rightSource++;
  }

  /** The cells of a table: what was measured, in order of {@link ReuseScore.columns}. */
  row(): string[] {
    const found = [...this.#byEdits.values()].reduce((sum, count) => sum + count.found, 0);
    const recall = this.#right / this.#planted;
    const precision = this.#right / Math.max(1, this.#flagged);
    const granularity = this.#detections / Math.max(1, found);
    const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
    return [
      precision.toFixed(3),
      recall.toFixed(3),
      granularity.toFixed(2),
      (f1 / Math.log2(1 + granularity)).toFixed(3),
      listed(this.#byEdits),
      `${this.#rightSource}/${found}`,
      (this.#boundary / Math.max(1, found) / 2).toFixed(1),
      ((this.#milliseconds / this.#characters) * 10_000).toFixed(0),
    ];
  }

  static readonly columns = [
    'precision',
    'recall',
    'granularity',
    'plagdet',
    'found by share of edits',
    'right source',
    'boundary error',
    'ms for 10,000 characters',
  ];

  /** Plants found by the kind of edit. */
  kinds(): string {
    return listed(this.#byKind);
  }
}

function countOf(counts: Map<string, Count>, name: string): Count {
  const known = counts.get(name) ?? { plants: 0, found: 0 };
  counts.set(name, known);
  return known;
}

function listed(counts: ReadonlyMap<string, Count>): string {
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([name, { plants, found }]) => `${name}: ${found}/${plants}`)
    .join(', ');
}

function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

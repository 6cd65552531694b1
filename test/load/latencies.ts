/** How long answers took, by request, with and without an index being built meanwhile. */
import { printTable, quantile } from '../bench/table';

export class Latencies {
  readonly #times = new Map<string, number[]>();

  /** @param milliseconds from asking to the answer */
  add(what: string, milliseconds: number): void {
    const times = this.#times.get(what) ?? [];
    times.push(milliseconds);
    this.#times.set(what, times);
  }

  print(title: string): void {
    const rows = [...this.#times].sort(([a], [b]) => (a < b ? -1 : 1));
    printTable(
      title,
      ['what', 'answers', 'p50', 'p95', 'p99', 'max'],
      rows.map(([what, times]) => [
        what,
        times.length,
        ...[0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(1)),
        times.reduce((most, time) => Math.max(most, time), 0).toFixed(1),
      ]),
    );
  }
}

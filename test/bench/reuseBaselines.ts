/** The usual ways to find reused text, plainly built, to compare with: winnowing, MinHash with LSH, trigram full-text search. */
import { letterText } from '../../server/src/index/letterText';
import type { Detection, Detector } from './reuseScore';

type Files = readonly (readonly [path: string, text: string])[];

/** A sentence of a text with its letters. */
interface Unit {
  readonly start: number;
  readonly end: number;
  readonly letters: string;
}

function sentencesOf(text: string): Unit[] {
  const found: Unit[] = [];
  for (const match of text.matchAll(/[^。！？\n]+[。！？]?/g)) {
    const { letters } = letterText(match[0]);
    if (letters.length >= 10) found.push({ start: match.index, end: match.index + match[0].length, letters });
  }
  return found;
}

function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Flagged sentences that follow each other are one passage. Short ones are dropped. */
function merged(units: readonly Unit[], sources: readonly (string | undefined)[]): Detection[] {
  const found: { start: number; end: number; paths: string[] }[] = [];
  let last = -2;
  units.forEach((unit, i) => {
    const path = sources[i];
    if (path === undefined) return;
    const open = found.at(-1);
    if (open && last === i - 1) {
      open.end = unit.end;
      open.paths.push(path);
    } else found.push({ start: unit.start, end: unit.end, paths: [path] });
    last = i;
  });
  return found.filter(({ start, end }) => end - start >= 30);
}

/** Fingerprints of 8 letters, the least of every 6 (Schleimer, Wilkerson and Aiken 2003); gaps up to 60 letters are closed. */
export function winnowing(files: Files): Detector {
  const LENGTH = 8;
  const WINDOW = 6;
  const COMMON = 20;
  const prints = (letters: string): { value: number; at: number }[] => {
    const values = Array.from({ length: Math.max(0, letters.length - LENGTH + 1) }, (_, i) =>
      hash(letters, i, i + LENGTH),
    );
    const chosen: { value: number; at: number }[] = [];
    for (let i = 0; i + WINDOW <= values.length; i++) {
      let least = i;
      for (let j = i + 1; j < i + WINDOW; j++) if (values[j]! <= values[least]!) least = j;
      if (chosen.at(-1)?.at !== least) chosen.push({ value: values[least]!, at: least });
    }
    return chosen;
  };
  const index = new Map<number, Set<number>>();
  files.forEach(([, text], file) => {
    for (const { value } of prints(letterText(text).letters)) {
      const known = index.get(value);
      if (known) known.add(file);
      else index.set(value, new Set([file]));
    }
  });
  return (text) => {
    const { letters, at } = letterText(text);
    const open = new Map<number, { from: number; to: number; hits: number }>();
    const found: { from: number; to: number; file: number; hits: number }[] = [];
    const close = (file: number, { from, to, hits }: { from: number; to: number; hits: number }) => {
      if (to - from >= 30 && hits >= 4) found.push({ from, to, file, hits });
    };
    for (const print of prints(letters)) {
      const holders = index.get(print.value);
      if (!holders || holders.size > COMMON) continue;
      for (const file of holders) {
        const run = open.get(file);
        if (run && print.at - run.to <= 60) {
          run.to = print.at + LENGTH;
          run.hits++;
        } else {
          if (run) close(file, run);
          open.set(file, { from: print.at, to: print.at + LENGTH, hits: 1 });
        }
      }
    }
    for (const [file, run] of open) close(file, run);
    found.sort((a, b) => b.hits - a.hits);
    const kept: typeof found = [];
    for (const one of found) if (!kept.some((own) => own.from < one.to && one.from < own.to)) kept.push(one);
    return kept.map(({ from, to, file }) => ({ start: at[from]!, end: at[to - 1]! + 1, paths: [files[file]![0]] }));
  };
}

/** Sentences by 64 minimal hashes of their three-letter pieces in 16 bands of 4 (Broder 1997; Leskovec et al.). */
export function minHashLsh(files: Files): Detector {
  const HASHES = 64;
  const ROWS = 4;
  const seeds = Array.from({ length: HASHES }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 0);
  const signature = (letters: string): Uint32Array => {
    const least = new Uint32Array(HASHES).fill(0xffffffff);
    for (let i = 0; i + 3 <= letters.length; i++) {
      const value = hash(letters, i, i + 3);
      for (let k = 0; k < HASHES; k++) {
        let mixed = Math.imul(value ^ seeds[k]!, 0x85ebca6b);
        mixed = (mixed ^ (mixed >>> 15)) >>> 0;
        if (mixed < least[k]!) least[k] = mixed;
      }
    }
    return least;
  };
  const signatures: { signature: Uint32Array; file: number }[] = [];
  const buckets = new Map<string, number[]>();
  const bandsOf = (own: Uint32Array): string[] =>
    Array.from(
      { length: HASHES / ROWS },
      (_, band) => `${band}:${own.subarray(band * ROWS, band * ROWS + ROWS).join()}`,
    );
  files.forEach(([, text], file) => {
    for (const { letters } of sentencesOf(text)) {
      const own = signature(letters);
      signatures.push({ signature: own, file });
      for (const key of bandsOf(own)) {
        const known = buckets.get(key);
        if (known) known.push(signatures.length - 1);
        else buckets.set(key, [signatures.length - 1]);
      }
    }
  });
  return (text) => {
    const units = sentencesOf(text);
    return merged(
      units,
      units.map(({ letters }) => {
        const own = signature(letters);
        let best = 0;
        let source: number | undefined;
        for (const candidate of new Set(bandsOf(own).flatMap((key) => buckets.get(key) ?? []))) {
          const other = signatures[candidate]!;
          let same = 0;
          for (let k = 0; k < HASHES; k++) if (own[k] === other.signature[k]) same++;
          if (same > best) {
            best = same;
            source = other.file;
          }
        }
        return best / HASHES >= 0.4 && source !== undefined ? files[source]![0] : undefined;
      }),
    );
  };
}

/** The source sentence with most of a sentence's three-letter pieces, weighed by rarity; flagged from half of the weight on. */
export function trigramSearch(files: Files): Detector {
  const index = new Map<string, number[]>();
  const fileOf: number[] = [];
  const piecesOf = (letters: string): Set<string> =>
    new Set(Array.from({ length: Math.max(0, letters.length - 2) }, (_, i) => letters.slice(i, i + 3)));
  files.forEach(([, text], file) => {
    for (const { letters } of sentencesOf(text)) {
      for (const piece of piecesOf(letters)) {
        const known = index.get(piece);
        if (known) known.push(fileOf.length);
        else index.set(piece, [fileOf.length]);
      }
      fileOf.push(file);
    }
  });
  return (text) => {
    const units = sentencesOf(text);
    return merged(
      units,
      units.map(({ letters }) => {
        const scores = new Map<number, number>();
        let total = 0;
        for (const piece of piecesOf(letters)) {
          const holders = index.get(piece) ?? [];
          const weight = Math.log(1 + fileOf.length / (1 + holders.length));
          total += weight;
          if (holders.length <= 2000)
            for (const sentence of holders) scores.set(sentence, (scores.get(sentence) ?? 0) + weight);
        }
        let best = 0;
        let source: number | undefined;
        for (const [sentence, score] of scores) {
          if (score <= best) continue;
          best = score;
          source = sentence;
        }
        return source !== undefined && best >= 0.5 * total ? files[fileOf[source]!]![0] : undefined;
      }),
    );
  };
}

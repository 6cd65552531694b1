/**
 * Finds the columns of a PDF page from where its text stands, for files that hold a page row by row, across columns.
 * A gutter is an upright strip that many rows leave free; rows that no text of theirs crosses it form a band, which is
 * read column by column. Cells of a table look alike; columns of text differ in that their lines fill them.
 */
import type { PageLine, TextItem } from './pdfLines';

/** Text side by side on one row, nothing between it wider than a character. Lengths in points. */
interface Run {
  readonly left: number;
  right: number;
  readonly y: number;
  readonly size: number;
  text: string;
}
interface Row {
  readonly y: number;
  readonly runs: Run[];
}

/** In sizes of a character. */
const GAP = 0.9;
const SAME_ROW = 0.4;
const NARROWEST_COLUMN = 8;
/** A line that ends so close to the edge of its column fills it. */
const RAGGED = 1.5;
/** So many rows prove a gutter. */
const FEWEST_ROWS = 5;
/** Of the lines of a column, at least this share fills it. */
const FILLED = 0.5;
/** No page is wider, in points. */
const WIDEST = 20_000;

/** The lines column by column; undefined where there are no columns, or the file has them one after another already. */
export function linesByColumns(items: readonly TextItem[]): PageLine[] | undefined {
  const runs = runsOf(items);
  if (runs === undefined) return undefined;
  const rows = rowsOf(runs);
  const gutters = guttersOf(rows);
  if (gutters.length === 0) return undefined;
  const order = new Map(runs.map((run, at) => [run, at]));
  const lines: Run[] = [];
  let jumps = false;
  for (const band of bandsOf(rows, gutters)) {
    const inFile = band.rows.flatMap((row) => row.runs).sort((a, b) => order.get(a)! - order.get(b)!);
    const columns = columnsOf(band);
    if (columns === undefined) {
      lines.push(...joinRows(inFile));
      continue;
    }
    lines.push(...columns.flat());
    jumps ||= isScattered(inFile, columns);
  }
  return jumps ? lines.map(({ text, left, right, size }) => ({ text: text.trim(), left, right, size })) : undefined;
}

/** Undefined where text is turned: then left and right mean nothing. */
function runsOf(items: readonly TextItem[]): Run[] | undefined {
  const runs: Run[] = [];
  let run: Run | undefined;
  for (const { str, transform, width = 0, height, hasEOL } of items) {
    if (str !== undefined && str.trim() !== '' && transform) {
      if (transform[1] !== 0 || transform[2] !== 0) return undefined;
      const [left, y] = [transform[4]!, transform[5]!];
      const size = height || Math.abs(transform[3]!);
      const goesOn =
        run !== undefined &&
        Math.abs(y - run.y) <= size * SAME_ROW &&
        left - run.right <= size * GAP &&
        left >= run.right - size;
      if (run && goesOn) {
        run.text += str;
        run.right = left + width;
      } else {
        run = { left, right: left + width, y, size, text: str };
        runs.push(run);
      }
    }
    if (hasEOL) run = undefined;
  }
  return runs;
}

/** From the top of the page, each from left to right. */
function rowsOf(runs: readonly Run[]): Row[] {
  const rows: Row[] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y || a.left - b.left)) {
    const row = rows.at(-1);
    if (row && row.y - run.y <= run.size * SAME_ROW) row.runs.push(run);
    else rows.push({ y: run.y, runs: [run] });
  }
  for (const { runs } of rows) runs.sort((a, b) => a.left - b.left);
  return rows;
}

/** Where many rows have a gap: the middle of each strip, from left to right. */
function guttersOf(rows: readonly Row[]): number[] {
  const changes = new Int32Array(WIDEST + 2);
  let split = 0;
  for (const { runs } of rows) {
    for (let at = 1; at < runs.length; at++) {
      const from = Math.max(0, Math.ceil(runs[at - 1]!.right));
      const to = Math.min(WIDEST, Math.floor(runs[at]!.left));
      if (to - from < runs[at]!.size * GAP) continue;
      changes[from]!++;
      changes[to + 1]!--;
      split++;
    }
  }
  if (split < FEWEST_ROWS) return [];
  const gutters: number[] = [];
  let count = 0;
  let most = 0;
  let mostFrom = 0;
  let mostTo = 0;
  for (let x = 0; x <= WIDEST; x++) {
    count += changes[x]!;
    if (count > most) {
      most = count;
      mostFrom = x;
    }
    if (count === most) mostTo = x;
    if (count >= FEWEST_ROWS) continue;
    if (most >= FEWEST_ROWS) gutters.push((mostFrom + mostTo) / 2);
    most = 0;
  }
  return gutters;
}

interface Band {
  readonly rows: Row[];
  /** Those that no row of the band crosses. */
  readonly gutters: readonly number[];
}

/** Rows one below another that leave the same gutters free. */
function bandsOf(rows: readonly Row[], gutters: readonly number[]): Band[] {
  const bands: Band[] = [];
  for (const row of rows) {
    const free = gutters.filter((x) => !row.runs.some(({ left, right }) => left < x - 1 && right > x + 1));
    const band = bands.at(-1);
    if (band && band.gutters.join() === free.join()) band.rows.push(row);
    else bands.push({ rows: [row], gutters: free });
  }
  return bands;
}

/** The runs of a band by column, from the left, each from the top; undefined where these are no columns of text. */
function columnsOf({ rows, gutters }: Band): Run[][] | undefined {
  if (gutters.length === 0 || rows.length < FEWEST_ROWS) return undefined;
  const columns = Array.from({ length: gutters.length + 1 }, (): Run[] => []);
  for (const { runs } of rows) {
    for (const run of runs) columns[gutters.filter((x) => x < run.left + 1).length]!.push(run);
  }
  const filled = columns.filter((column) => column.length > 0);
  return filled.length > 1 && filled.every(isColumn) ? filled : undefined;
}

function isColumn(runs: readonly Run[]): boolean {
  const left = Math.min(...runs.map((run) => run.left));
  const right = Math.max(...runs.map((run) => run.right));
  const { size } = runs[0]!;
  if (right - left < size * NARROWEST_COLUMN) return false;
  return runs.filter((run) => right - run.right <= size * RAGGED).length >= runs.length * FILLED;
}

/** Whether the file goes back and forth between columns more often than there are columns to go to. */
function isScattered(inFile: readonly Run[], columns: readonly Run[][]): boolean {
  const columnOf = new Map(columns.flatMap((runs, at) => runs.map((run) => [run, at] as const)));
  let jumps = 0;
  for (let at = 1; at < inFile.length; at++) if (columnOf.get(inFile[at]!) !== columnOf.get(inFile[at - 1]!)) jumps++;
  return jumps > columns.length * 2;
}

/** Cells on one row as one line. */
function joinRows(runs: readonly Run[]): Run[] {
  const lines: Run[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    if (last && Math.abs(last.y - run.y) <= run.size * SAME_ROW && run.left >= last.right) {
      last.text += ` ${run.text}`;
      last.right = run.right;
    } else {
      lines.push({ ...run });
    }
  }
  return lines;
}

/** Breaks a long title into lines, as GB/T 9704-2012 (7.3.1) asks: words stay whole, the lines are of fitting length. */

/** Characters of 二号 on a line of 156 mm. */
const LONGEST_LINE = 20;
/** From this length on a title has another line, in characters. */
const FULL_LINE = 18;
/** Cost, in characters of difference between lines, of a break that leaves these words at the edge. */
const BAD_START = /^[的地得之了和与及或、，。：；！？”’）》〉…—·上中下里内]/;
const BAD_END = /[“‘（《〈和与及或在把对为将第]$/;
const GOOD_END = /(?:[，、：》）]|的|暨|关于|印发)$/;
const WORST = 1000;
/** A title longer than this is broken by Word: no title of a document is. */
const LONGEST_TITLE = 120;

/** The lines of a title, top to bottom; joined, they are the title. O(breaks² · lines). */
export function titleLines(title: string): string[] {
  if (title.length > LONGEST_TITLE) return [title];
  const count = Math.ceil(width(title) / FULL_LINE);
  if (count <= 1) return [title];
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const breaks = [0, ...Array.from(segmenter.segment(title), ({ index, segment }) => index + segment.length)];
  const aim = width(title) / count;
  // best[n][i]: the cheapest way to have n lines up to the i-th break.
  const best: { cost: number; from: number }[][] = [breaks.map((at) => ({ cost: at === 0 ? 0 : Infinity, from: 0 }))];
  const furthest = count + 1;
  for (let lines = 1; lines <= furthest; lines++) {
    best.push(
      breaks.map((end) => {
        let chosen = { cost: Infinity, from: 0 };
        breaks.forEach((start, from) => {
          if (start >= end) return;
          const cost = best[lines - 1]![from]!.cost + costOf(title, start, end, aim);
          if (cost < chosen.cost) chosen = { cost, from };
        });
        return chosen;
      }),
    );
  }
  const last = breaks.length - 1;
  // Another line only where words would have to be cut without it.
  const lines = best[count]![last]!.cost < WORST ? count : furthest;
  const found: string[] = [];
  for (let n = lines, at = last; n > 0; n--) {
    const { from } = best[n]![at]!;
    found.unshift(title.slice(breaks[from], breaks[at]));
    at = from;
  }
  return found.join('') === title ? found : [title];
}

function costOf(title: string, start: number, end: number, aim: number): number {
  const line = title.slice(start, end);
  const over = width(line) - LONGEST_LINE;
  let cost = Math.abs(width(line) - aim) + (over > 0 ? WORST * over : 0);
  if (start > 0 && BAD_START.test(line)) cost += 20;
  if (end < title.length) {
    if (BAD_END.test(line)) cost += 10;
    if (GOOD_END.test(line)) cost -= 8;
    // Within 《…》 or “…” only where there is no other way.
    if (isOpen(title.slice(0, end))) cost += 6;
  }
  return cost;
}

function isOpen(before: string): boolean {
  return before.lastIndexOf('《') > before.lastIndexOf('》') || before.lastIndexOf('“') > before.lastIndexOf('”');
}

/** In characters of full width. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u0020-\u007e]/.test(character) ? 0.5 : 1), 0);
}

/** Finds an output that the three sectors told after it do not come to: 生产总值486.2亿元。其中，第一产业增加值62.4亿元…. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../analysis/finding';
import type { Draft } from '../draft/draft';

const FIRST = /(?:第一产业|一产)(?:实现)?增加值(?:为|达到?|实现)?(\d+(?:\.\d{1,4})?)(万亿元|亿元|万元)/g;
const NEXT = ['二', '三'].map(
  (sector) =>
    new RegExp(
      `(?:第${sector}产业|${sector}产)(?:实现)?增加值(?:为|达到?|实现)?(\\d+(?:\\.\\d{1,4})?)(万亿元|亿元|万元)`,
    ),
);
const OUTPUT = /(?:生产总值|GDP)(?:（GDP）)?(?:为|达到?|实现|完成|首次达到?)?(\d+(?:\.\d{1,4})?)(万亿元|亿元|万元)/g;
/** How far the next of the four figures is looked for, in UTF-16 code units. */
const REACH = 70;
/** Four rounded figures: each may be off by half of its last place. */
const TOLERATED_PLACES = 2;
/** Farther off, it is the output of something else. */
const FAR = 0.25;

/** The findings of a draft, from the output to the last sector. O(length). */
export function wrongSectorSums({ text }: Pick<Draft, 'text'>): Finding[] {
  return [...text.matchAll(FIRST)].flatMap((first) => {
    const before = text.slice(Math.max(0, first.index - REACH), first.index);
    const output = [...before.matchAll(OUTPUT)].at(-1);
    const parts = [first[1]!];
    let at = first.index + first[0].length;
    for (const pattern of NEXT) {
      const next = pattern.exec(text.slice(at, at + REACH));
      if (next?.[2] !== first[2]) return [];
      parts.push(next![1]!);
      at += next!.index + next![0].length;
    }
    if (!output || output[2] !== first[2]) return [];
    const whole = Number(output[1]);
    const sum = parts.reduce((total, part) => total + Number(part), 0);
    const over = Math.abs(sum - whole);
    const places = Math.min(...[output[1]!, ...parts].map((figure) => /\.(\d+)/.exec(figure)?.[1]?.length ?? 0));
    if (over <= TOLERATED_PLACES * 10 ** -places + 1e-9 || over > FAR * whole) return [];
    const end = first.index - before.length + output.index + output[0].length;
    const written = `${output[1]}${output[2]}`;
    return [
      {
        code: 'figure.inconsistent' as const,
        start: end - written.length,
        end: at,
        message: l10n.t(
          'The parts come to {0}, the whole is given as {1}.',
          `${Math.round(sum * 1e4) / 1e4}${output[2]}`,
          written,
        ),
        related: [],
        fixes: [],
      },
    ];
  });
}

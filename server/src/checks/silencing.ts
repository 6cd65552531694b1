/** Which findings the comments of a draft silence: `<!-- zhibi-ignore CODE -->`. */
import type { Finding } from '../analysis/finding';
import { type Draft, isReadable } from '../draft/draft';
import { lastStartingAt, type Span } from '../text/span';

/** Under this name the spans of comments that name no code are kept. */
const ALL_CODES = '';

/**
 * Tells whether a comment silences a finding. A comment silences the line it stands on and, alone on its line, the
 * paragraph after it. Made in O(blocks + comments × log lines), asked in O(log comments).
 */
export function silencing(draft: Draft): (finding: Pick<Finding, 'code' | 'start'>) => boolean {
  const readable = draft.blocks.filter(isReadable);
  const byCode = new Map<string, Span[]>();
  for (const comment of draft.ignoreComments) {
    const spans = silencedBy(draft, readable, comment);
    for (const code of comment.codes.length > 0 ? comment.codes : [ALL_CODES]) {
      const known = byCode.get(code);
      if (known) known.push(...spans);
      else byCode.set(code, [...spans]);
    }
  }
  const disjoint = new Map([...byCode].map(([code, spans]) => [code, merged(spans)]));
  const holds = (code: string, offset: number) => {
    const span = lastStartingAt(disjoint.get(code) ?? [], offset);
    return span !== undefined && offset < span.end;
  };
  return ({ code, start }) => holds(code, start) || holds(ALL_CODES, start);
}

function silencedBy({ text, lineStarts }: Draft, readable: readonly Span[], comment: Span): Span[] {
  const start = lineStarts[lastAtOrBefore(lineStarts, comment.start)]!;
  const end = lineStarts[lastAtOrBefore(lineStarts, comment.end - 1) + 1] ?? text.length;
  const line = { start, end };
  if (!isBlank(text, start, comment.start) || !isBlank(text, comment.end, end)) return [line];
  const next = readable[lastAtOrBefore(readable, end - 1) + 1];
  return next ? [line, next] : [line];
}

/** The index of the last line or block that starts at or before `offset`, -1 where none does. O(log n). */
function lastAtOrBefore(sorted: readonly (number | Span)[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = sorted[middle]!;
    if ((typeof at === 'number' ? at : at.start) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!/\s/.test(text[i]!)) return false;
  return true;
}

function merged(spans: readonly Span[]): Span[] {
  const disjoint: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = disjoint.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else disjoint.push({ start, end });
  }
  return disjoint;
}

/** Finds numbered points that are out of sequence: 一、二、四, 1. 2. 2., 一是…三是, and heading levels that skip one. */
import * as l10n from '@vscode/l10n';
import type { Finding, Fix } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { type NumberedItem, numberedItems, writeNumeral } from '../../draft/numberedItems';
import type { Span } from '../../text/span';
import type { Check, CheckConfig } from '../check';
import { type NumberingSequence, numberingSequences } from './structureNumberingSequences';

/** Where more points than this are not there, the number is hardly one of the sequence. */
const MOST_MISSING = 2;

/** Only breaks that no reading explains: a number found anywhere between its neighbours counts as there. */
export const structureNumbering: Check = {
  code: 'structure.numbering',
  severity: 'warning',
  run: (_snapshot: Snapshot, draft: Draft, _config: CheckConfig): Finding[] => {
    const items = numberedItems(draft);
    const breaks = numberingSequences(draft, items).flatMap((sequence) => breaksOf(draft, sequence));
    return [...breaks, ...skippedLevels(draft)].sort((a, b) => a.start - b.start);
  },
};

function breaksOf(draft: Draft, sequence: NumberingSequence): Finding[] {
  const findings: Finding[] = [];
  let expected = sequence[0]!.value + 1;
  for (let i = 1; i < sequence.length; i++, expected++) {
    const before = sequence[i - 1]!;
    const item = sequence[i]!;
    if (item.value === expected) continue;
    const next = sequence[i + 1];
    if (areThere(draft, before, item, item.value > expected ? expected : 1)) expected = item.value;
    // All its neighbours are right: only this number can be wrong.
    else if (next?.value === expected + 1) findings.push(wrongNumber(draft, item, expected));
    else if (item.value === expected + 1 && next?.value === expected) {
      findings.push(swapped(draft, item, next));
      expected = item.value;
      i++;
    } else {
      if (item.value === expected - 1) findings.push(duplicate(draft, sequence, i, expected));
      else if (item.value > expected && item.value <= expected + MOST_MISSING)
        findings.push(missing(draft, sequence, i, expected));
      expected = item.value;
    }
  }
  return findings.length > 1 && findings.length * 3 > sequence.length ? [] : findings;
}

/** Whether all numbers from `first` up to that of `item` stand somewhere between it and the point before it. */
function areThere({ text }: Draft, before: NumberedItem, item: NumberedItem, first: number): boolean {
  if (first >= item.value) return false;
  const between = text.slice(before.end, item.start);
  for (let value = first; value < item.value; value++) {
    const numeral = writeNumeral(value, text.slice(item.numeral.start, item.numeral.end));
    if (numeral === undefined) return true;
    const han = writeNumeral(value, '一');
    // As a marker of any kind, or at the head of a line whatever follows it: a marker with a slip in it.
    const marker = new RegExp(
      `(?:^|[\\s。；：，！？;:,“（(第])(?:${han}|${numeral})[是要来靠则章节篇编、，．.）)]|[\\r\\n][ \\t　]*\\S?(?:${han}|${numeral})(?![\\d一二三四五六七八九十])`,
    );
    if (!marker.test(between)) return false;
  }
  return true;
}

function markerOf({ text }: Draft, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The marker of `item` with another number. */
function markerWith(draft: Draft, item: NumberedItem, value: number): string | undefined {
  const numeral = writeNumeral(value, markerOf(draft, item.numeral));
  if (numeral === undefined) return undefined;
  const { text } = draft;
  return text.slice(item.start, item.numeral.start) + numeral + text.slice(item.numeral.end, item.end);
}

function renumber(draft: Draft, item: NumberedItem, value: number): { start: number; end: number; newText: string }[] {
  const newText = writeNumeral(value, markerOf(draft, item.numeral));
  return newText === undefined ? [] : [{ start: item.numeral.start, end: item.numeral.end, newText }];
}

function wrongNumber(draft: Draft, item: NumberedItem, expected: number): Finding {
  const right = markerWith(draft, item, expected) ?? String(expected);
  return {
    ...finding(item, l10n.t('“{0}” is out of sequence: here it should be “{1}”.', markerOf(draft, item), right)),
    fixes: oneFix(draft, item, expected),
  };
}

function duplicate(draft: Draft, sequence: NumberingSequence, at: number, expected: number): Finding {
  const item = sequence[at]!;
  return {
    ...finding(
      item,
      l10n.t(
        '“{0}” occurs twice in a row; next is “{1}”.',
        markerOf(draft, item),
        markerWith(draft, item, expected) ?? '',
      ),
    ),
    fixes: followingFix(draft, sequence, at, expected),
  };
}

function missing(draft: Draft, sequence: NumberingSequence, at: number, expected: number): Finding {
  const item = sequence[at]!;
  const before = sequence[at - 1]!;
  return {
    ...finding(
      item,
      l10n.t(
        '“{0}” follows “{1}”: “{2}” is missing.',
        markerOf(draft, item),
        markerOf(draft, before),
        markerWith(draft, item, expected) ?? String(expected),
      ),
    ),
    fixes: followingFix(draft, sequence, at, expected),
  };
}

function swapped(draft: Draft, item: NumberedItem, next: NumberedItem): Finding {
  const message = l10n.t('“{0}” stands before “{1}”: put them in order.', markerOf(draft, item), markerOf(draft, next));
  return finding({ start: item.start, end: item.end }, message);
}

function oneFix(draft: Draft, item: NumberedItem, value: number): Fix[] {
  const edits = renumber(draft, item, value);
  if (edits.length === 0) return [];
  return [{ title: l10n.t('Write “{0}”', markerWith(draft, item, value)!), edits, preferred: true }];
}

/** Renumbers a point and those that count on from it. A point may have got lost, so this is hers to decide. */
function followingFix(draft: Draft, sequence: NumberingSequence, at: number, value: number): Fix[] {
  let end = at + 1;
  while (sequence[end]?.value === sequence[end - 1]!.value + 1) end++;
  const following = sequence.slice(at, end);
  const edits = following.flatMap((item, i) => renumber(draft, item, value + i));
  if (edits.length < following.length) return [];
  const title =
    following.length === 1
      ? l10n.t('Write “{0}”', markerWith(draft, following[0]!, value)!)
      : l10n.t('Renumber from here: {0} points', following.length);
  return [{ title, edits, preferred: false }];
}

function finding({ start, end }: Span, message: string): Finding {
  return { code: 'structure.numbering', start, end, message, related: [], fixes: [] };
}

/** Markdown headings that skip a level the draft has elsewhere: ### directly under #. */
function skippedLevels(draft: Draft): Finding[] {
  const headings = draft.headings.flatMap(({ start }) => {
    const level = /^#+/.exec(draft.text.slice(start, start + 6))?.[0].length;
    return level === undefined ? [] : [{ start, level }];
  });
  const used = new Set(headings.map(({ level }) => level));
  return headings.flatMap(({ start, level }, i) => {
    const above = headings[i - 1]?.level;
    if (above === undefined || level <= above + 1 || !used.has(above + 1)) return [];
    const message = l10n.t('A heading of level {0} stands directly under one of level {1}.', level, above);
    return [finding({ start, end: start + level }, message)];
  });
}

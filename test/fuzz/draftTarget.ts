/** Fuzzes everything that reads a draft: no exception, every span inside the text, every edit applies. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { resourcesIn } from '../../server/src/analysis/resources';
import type { Snapshot } from '../../server/src/analysis/snapshot';
import { runChecks } from '../../server/src/checks/runChecks';
import { type Draft, isReadable } from '../../server/src/draft/draft';
import { draftDate } from '../../server/src/draft/draftDate';
import { countCharacters, parseDraft } from '../../server/src/draft/parseDraft';
import { complete } from '../../server/src/features/completion/completion';
import { resolveCompletion } from '../../server/src/features/completion/resolveCompletion';
import { findDefinitions, findReferences } from '../../server/src/features/definition';
import { documentSymbols, foldingRanges } from '../../server/src/features/documentSymbols';
import { hover } from '../../server/src/features/hover';
import { suggestInline } from '../../server/src/features/inlineCompletion';
import { passageSources } from '../../server/src/features/passageSources';
import { toDiagnostics, toOffset, toPosition } from '../../server/src/lsp/toLsp';
import type { Span } from '../../server/src/text/span';
import type { TextEdit } from '../../server/src/text/textEdit';
import { draftText } from './draftTexts';
import { fuzzSnapshot } from './fuzzSnapshot';
import { fuzzTarget } from './fuzzTarget';

const TODAY = '2026-11-22';
const checkConfig = { date: TODAY, duplicateMinLength: 20, duplicateFormulaicLimit: 3 };
const resources = resourcesIn('/zhibi');

const input = fc.record({ text: draftText, places: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }) });

export const draftTarget = fuzzTarget('drafts', input, ({ text, places }) => {
  const snapshot = fuzzSnapshot();
  const draft = parseDraft('file:///drafts/draft.md', text);
  assert.match(draftDate(draft, '', TODAY), /^\d{4}-\d{2}-\d{2}$/);
  assert.ok(countCharacters(draft) <= text.length);
  structure(draft);
  findings(snapshot, draft);
  for (const place of places) features(snapshot, draft, place % (text.length + 1));
});

function structure(draft: Draft): void {
  for (const symbol of documentSymbols(draft)) assertInside(symbol, draft, 'section');
  for (const { startLine, endLine } of foldingRanges(draft)) {
    assert.ok(startLine >= 0 && startLine < endLine && endLine < draft.lineStarts.length);
  }
  for (const block of draft.blocks) {
    assertInside(block, draft, 'block');
    assert.equal(isReadable(block), block.sentences.length > 0);
    for (const sentence of block.sentences) assert.ok(sentence.end - sentence.start > 0);
  }
}

function findings(snapshot: Snapshot, draft: Draft): void {
  const found = runChecks(snapshot, draft, checkConfig);
  for (const finding of found) {
    assertInside(finding, draft, finding.code);
    assert.notEqual(finding.message.trim(), '');
    assert.ok(!/undefined|NaN|\[object/.test(finding.message), finding.message);
    for (const { location } of finding.related) assert.ok(location.start.line >= 0 && location.start.character >= 0);
    for (const { title, edits } of finding.fixes) {
      assert.notEqual(title.trim(), '');
      applied(draft, edits);
    }
  }
  const diagnostics = toDiagnostics(draft, found, { severity: {} }, resources);
  assert.equal(diagnostics.length, found.length);
  JSON.stringify(diagnostics);
}

function features(snapshot: Snapshot, draft: Draft, offset: number): void {
  const position = toPosition(draft, offset);
  assert.ok(toOffset(draft, position) <= offset, 'a position is at its offset, or before the line end it falls into');
  const { replace, items } = complete(snapshot, draft, offset, { date: TODAY, maxItems: 8, pinyin: true });
  assert.ok(items.length <= 8);
  for (const item of items) {
    applied(draft, [{ ...replace, newText: item.insert }]);
    resolveCompletion(snapshot, item.data);
  }
  const ghost = suggestInline(snapshot, draft, offset, { date: TODAY });
  if (ghost) applied(draft, [{ ...ghost.replace, newText: ghost.insert }]);
  const card = hover(snapshot, draft, offset);
  if (card) {
    assertInside(card, draft, 'hover');
    assert.ok(card.start <= offset && offset <= card.end);
  }
  const destinations = findDefinitions(snapshot, draft, offset);
  if (destinations) assertInside(destinations.origin, draft, 'definition');
  findReferences(snapshot, draft, offset);
  for (const { start, end, document } of passageSources(snapshot, draft, offset)) {
    assert.ok(start >= 0 && start < end && end <= document.length);
  }
}

function assertInside({ start, end }: Span, { text }: Draft, what: string): void {
  assert.ok(
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length,
    `${what} ${start}–${end} of ${text.length}`,
  );
}

/** Applies edits that must be inside the text and disjoint. */
function applied({ text }: Draft, edits: readonly TextEdit[]): string {
  let result = '';
  let last = 0;
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start)) {
    assert.ok(
      start >= last && start <= end && end <= text.length,
      `edit ${start}–${end} after ${last} of ${text.length}`,
    );
    assert.ok(!newText.includes('\u0000'));
    result += text.slice(last, start) + newText;
    last = end;
  }
  return result + text.slice(last);
}

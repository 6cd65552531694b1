/** From our plain data to LSP: the only place where offsets become positions. */
import { join } from 'node:path';
import {
  type CodeDescription,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  InsertTextFormat,
  type Location,
  type Range,
  type SelectionRange,
  SymbolKind,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { ComparedSource, Finding, FindingCode, Severity } from '../analysis/finding';
import { findingFingerprint } from '../analysis/fingerprint';
import type { Resources } from '../analysis/resources';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import type { CompletionAnswer, CompletionKind } from '../features/completion/completionItem';
import type { SectionSymbol } from '../features/documentSymbols';
import { matchedWords } from '../features/matchedWords';
import type { SearchResult } from '../features/search';
import { positionAt, type SourceLocation } from '../text/location';
import type { Span } from '../text/span';
import type { SearchHit, SourceWording } from './messages';
import type { Settings } from './settings';

/** The LSP position of an offset in a draft. O(log lines). */
export function toPosition(draft: Draft, offset: number): Range['start'] {
  return positionAt(draft.lineStarts, offset);
}

export function toRange(draft: Draft, { start, end }: Span): Range {
  return { start: toPosition(draft, start), end: toPosition(draft, end) };
}

/** The offset of an LSP position; one beyond the end of its line stands for that end, one beyond the text for its end. */
export function toOffset(draft: Draft, { line, character }: Range['start']): number {
  const start = draft.lineStarts[line];
  if (start === undefined) return line < 0 ? 0 : draft.text.length;
  let end = draft.lineStarts[line + 1] ?? draft.text.length;
  while (end > start && /[\r\n]/.test(draft.text[end - 1]!)) end--;
  return Math.max(start, Math.min(start + character, end));
}

export function toLocation({ path, start, end }: SourceLocation): Location {
  return { uri: URI.file(path).toString(), range: { start, end } };
}

/** A passage of the sources; `words`: what it was found for, to be marked in it. */
export function toSearchHit({ corpus }: Snapshot, result: SearchResult, words = ''): SearchHit {
  const { document, start, end, text, score } = result;
  const { path, title, kind, date, level } = document;
  const { uri, range } = toLocation(corpus.location(result));
  const matches = matchedWords(text, words);
  return {
    path,
    title,
    kind,
    start,
    end,
    text,
    matches,
    score,
    uri,
    range,
    ...(date && { date }),
    ...(level && { level }),
  };
}

/** What a diagnostic carries for its quick fixes: the server keeps nothing. */
export interface DiagnosticData {
  readonly fingerprint: string;
  readonly text: string;
  /** What the words of the finding can be compared with. */
  readonly source?: SourceWording;
  readonly fixes: readonly {
    readonly title: string;
    readonly preferred: boolean;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }[];
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The severity a finding is shown with, or undefined where its code is off. */
export function severityOf(finding: Finding, settings: Pick<Settings, 'severity'>): Severity | undefined {
  const set = settings.severity[finding.code];
  if (set === 'off') return undefined;
  return set ?? finding.severity ?? 'warning';
}

/** A finding as a diagnostic, or nothing where its code is off. */
export function toDiagnostics(
  draft: Draft,
  findings: readonly Finding[],
  settings: Pick<Settings, 'severity'>,
  resources: Resources,
): Diagnostic[] {
  return findings.flatMap((finding) => {
    const severity = severityOf(finding, settings);
    if (!severity) return [];
    const data: DiagnosticData = {
      fingerprint: findingFingerprint(draft, finding),
      text: draft.text.slice(finding.start, Math.min(finding.end, finding.start + 80)),
      ...(finding.source && { source: toSourceWording(finding.source) }),
      fixes: finding.fixes.map(({ title, preferred, edits }) => ({
        title,
        preferred,
        edits: edits.map((edit) => ({ range: toRange(draft, edit), newText: edit.newText })),
      })),
    };
    return [
      {
        range: toRange(draft, finding),
        severity: SEVERITY[severity],
        code: finding.code,
        codeDescription: checkPage(finding.code, resources),
        source: 'zhibi',
        message: finding.message,
        relatedInformation: finding.related.map(({ message, location }) => ({
          message,
          location: toLocation(location),
        })),
        data,
      },
    ];
  });
}

/** A source's wording with the place where it can be opened. */
export function toSourceWording({ location, ...wording }: ComparedSource): SourceWording {
  return { ...wording, ...toLocation(location) };
}

/** The page of a code, shipped in the package. */
export function checkPage(code: FindingCode, resources: Resources): CodeDescription {
  return { href: URI.file(join(resources.checkPages, `${code}.md`)).toString() };
}

const ITEM_KIND: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  continuation: CompletionItemKind.Text,
  term: CompletionItemKind.Constant,
  formulation: CompletionItemKind.Value,
  phrase: CompletionItemKind.Text,
  skeleton: CompletionItemKind.Snippet,
};

/** Completion items in their order; one range for all. A client without tab stops gets skeletons as plain text. */
export function toCompletionItems(draft: Draft, answer: CompletionAnswer, snippets: boolean): CompletionItem[] {
  const range = toRange(draft, answer.replace);
  return answer.items.map((item, rank) => ({
    label: item.label,
    labelDetails: { description: item.source },
    kind: ITEM_KIND[item.kind],
    filterText: item.filter,
    sortText: String(rank).padStart(3, '0'),
    insertTextFormat: item.kind === 'skeleton' && snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: item.kind === 'skeleton' && !snippets ? withoutTabStops(item.insert) : item.insert },
    data: item.data,
    ...(rank === 0 && { preselect: true }),
  }));
}

/** The text of a snippet: of a tab stop its preset or first choice, without the escapes. */
function withoutTabStops(snippet: string): string {
  let text = snippet;
  // A stop that comes again has its number alone there.
  const mirrored = new Map<string, string>();
  for (let before = ''; before !== text; ) {
    before = text;
    // From the inside out: a preset may hold another stop.
    text = text.replace(
      /\$\{(\d+)(?:\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\||:((?:\\.|[^{}$\\])*))\}/g,
      (_, number: string, choice: string | undefined, preset: string | undefined) => {
        const value = choice ?? preset ?? '';
        mirrored.set(number, value);
        return value;
      },
    );
  }
  return text
    .replace(/(?<!\\)\$(\d+)/g, (_, number: string) => mirrored.get(number) ?? '')
    .replace(/\$\{\d+\}/g, '')
    .replace(/\\([$}\\,|])/g, '$1');
}

/** Ranges from the smallest to the largest as the protocol nests them; there is at least one. */
export function toSelectionRange(draft: Draft, spans: readonly Span[]): SelectionRange {
  const [smallest, ...larger] = spans;
  const parent = larger.length > 0 ? toSelectionRange(draft, larger) : undefined;
  return { range: toRange(draft, smallest ?? { start: 0, end: 0 }), ...(parent && { parent }) };
}

export function toDocumentSymbol(draft: Draft, symbol: SectionSymbol): DocumentSymbol {
  return {
    name: symbol.name.trim() || '…',
    kind: SymbolKind.String,
    range: toRange(draft, symbol),
    selectionRange: toRange(draft, symbol.heading),
    children: symbol.children.map((child) => toDocumentSymbol(draft, child)),
  };
}

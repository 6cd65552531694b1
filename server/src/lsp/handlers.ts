/** The requests of the protocol, each a thin call of a feature over the current snapshot. */
import * as l10n from '@vscode/l10n';
import {
  CodeActionKind,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  FoldingRangeKind,
  MarkupKind,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  SymbolKind,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Draft } from '../draft/draft';
import { complete } from '../features/completion/completion';
import type { CompletionData } from '../features/completion/completionItem';
import { resolveCompletion } from '../features/completion/resolveCompletion';
import { findDefinitions, findReferences } from '../features/definition';
import { documentSymbols, foldingRanges } from '../features/documentSymbols';
import { draftSources } from '../features/draftSources';
import { hover } from '../features/hover';
import { suggestInline } from '../features/inlineCompletion';
import { newEntry } from '../features/newEntry';
import { passageSources } from '../features/passageSources';
import { draftReport } from '../features/report';
import { reportAsHtml, reportAsMarkdown } from '../features/reportFormat';
import { searchWords } from '../features/searchSpelled';
import { selectionRanges } from '../features/selectionRanges';
import { type WorkspaceSymbol, workspaceSymbols } from '../features/workspaceSymbols';
import { isIgnoredFinding } from '../knowledge/ignoredFindings';
import { knowledgeSummary } from '../knowledge/knowledge';
import { inSteps } from '../util/inSteps';
import { FIX_ALL_KIND, filePath, fixAll, isWanted, quickFixes, RENUMBER_KIND } from './codeActions';
import { registerDrafting, renumberAction } from './draftingHandlers';
import { registerFormulations } from './formulationHandlers';
import {
  type AddedKnowledge,
  type AddKnowledgeParams,
  addKnowledgeRequest,
  type CleanedDocument,
  type CleanedParams,
  type CorpusStatus,
  cleanedRequest,
  corpusStatusRequest,
  IGNORE_COMMAND,
  type ReportParams,
  rebuildIndexRequest,
  reportRequest,
  type SearchHit,
  type SearchParams,
  type SourcesParams,
  searchRequest,
  sourcesRequest,
} from './messages';
import { registerReuse } from './reuseHandlers';
import { runSafe } from './runSafe';
import type { Server } from './server';
import {
  severityOf,
  toCompletionItems,
  toDocumentSymbol,
  toLocation,
  toOffset,
  toRange,
  toSearchHit,
  toSelectionRange,
} from './toLsp';

const SEARCH_LIMIT = 50;

const SYMBOL_KINDS: Readonly<Record<WorkspaceSymbol['kind'], SymbolKind>> = {
  term: SymbolKind.Constant,
  formulation: SymbolKind.Constant,
  reference: SymbolKind.File,
  document: SymbolKind.File,
  passage: SymbolKind.String,
};

/** Registers every request handler on the server's connection. */
export function registerHandlers(server: Server): void {
  registerCompletion(server);
  registerNavigation(server);
  registerDiagnostics(server);
  registerOwnRequests(server);
  registerFormulations(server);
  registerDrafting(server);
  registerReuse(server);
}

/** Runs a feature on an open draft; `fallback` where there is none. */
function onDraft<T>(server: Server, uri: string, fallback: T, feature: (draft: Draft) => T): T {
  const draft = server.draft(uri);
  return draft ? feature(draft) : fallback;
}

function registerCompletion(server: Server): void {
  const { connection } = server;
  const log = (message: string) => server.log(message);
  const nothing: CompletionList = { isIncomplete: true, items: [] };

  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    runSafe(token, log, nothing, () =>
      onDraft(server, uri, nothing, (draft) => {
        const { completion } = server.settings;
        if (!completion.enabled) return nothing;
        const { maxItems, pinyin } = completion;
        const config = { date: server.dateOf(draft), withoutWaiting: true, maxItems, pinyin };
        server.prepareCompletion(uri);
        const answer = complete(server.host.snapshot, draft, toOffset(draft, position), config);
        return { isIncomplete: true, items: toCompletionItems(draft, answer, server.client.snippets) };
      }),
    ),
  );

  connection.onCompletionResolve((item, token) =>
    runSafe<CompletionItem>(token, log, item, () => {
      const data = item.data as CompletionData | undefined;
      if (!data) return item;
      const value = resolveCompletion(server.host.snapshot, data);
      return value === '' ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
    }),
  );

  connection.languages.inlineCompletion.on(({ textDocument: { uri }, position, context }, token) =>
    runSafe(token, log, [], () =>
      onDraft(server, uri, [], (draft) => {
        if (!server.settings.inlineCompletion.enabled) return [];
        const chosen = context.selectedCompletionInfo;
        const suggestion = suggestInline(server.host.snapshot, draft, toOffset(draft, position), {
          date: server.dateOf(draft),
          withoutWaiting: true,
          ...(chosen && { selected: { text: chosen.text, start: toOffset(draft, chosen.range.start) } }),
        });
        return suggestion ? [{ insertText: suggestion.insert, range: toRange(draft, suggestion.replace) }] : [];
      }),
    ),
  );
}

function registerNavigation(server: Server): void {
  const { connection } = server;
  const log = (message: string) => server.log(message);

  connection.onHover(({ textDocument: { uri }, position }, token) =>
    runSafe(token, log, null, () =>
      onDraft(server, uri, null, (draft) => {
        const card = hover(server.host.snapshot, draft, toOffset(draft, position), filePath(uri));
        if (!card) return null;
        return { contents: { kind: MarkupKind.Markdown, value: card.markdown }, range: toRange(draft, card) };
      }),
    ),
  );

  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    runSafe(token, log, null, () =>
      onDraft(server, uri, null, (draft) => {
        const found = findDefinitions(server.host.snapshot, draft, toOffset(draft, position), filePath(uri));
        if (!found) return null;
        if (!server.client.definitionLinks) return found.locations.map(toLocation);
        const originSelectionRange = toRange(draft, found.origin);
        return found.locations.map((location) => {
          const { uri: targetUri, range } = toLocation(location);
          return { targetUri, targetRange: range, targetSelectionRange: range, originSelectionRange };
        });
      }),
    ),
  );

  connection.onReferences(({ textDocument: { uri }, position }, token) =>
    runSafe(token, log, [], () =>
      onDraft(server, uri, [], (draft) =>
        findReferences(server.host.snapshot, draft, toOffset(draft, position)).map(toLocation),
      ),
    ),
  );

  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    runSafe(token, log, [], () =>
      onDraft(server, uri, [], (draft) => documentSymbols(draft).map((symbol) => toDocumentSymbol(draft, symbol))),
    ),
  );

  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    runSafe(token, log, [], () =>
      onDraft(server, uri, [], (draft) =>
        foldingRanges(draft).map(({ startLine, endLine, kind }) => ({
          startLine,
          endLine,
          ...(kind && { kind: FoldingRangeKind.Comment }),
        })),
      ),
    ),
  );

  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
    runSafe(token, log, null, () =>
      onDraft(server, uri, null, (draft) =>
        positions.map((position) => toSelectionRange(draft, selectionRanges(draft, toOffset(draft, position)))),
      ),
    ),
  );

  connection.onWorkspaceSymbol(({ query }, token) =>
    runSafe(token, log, [], () =>
      workspaceSymbols(server.host.snapshot, query).map(({ name, kind, location, container }) => ({
        name,
        kind: SYMBOL_KINDS[kind],
        location: toLocation(location),
        ...(container && { containerName: container }),
      })),
    ),
  );
}

function registerDiagnostics(server: Server): void {
  const { connection } = server;
  const log = (message: string) => server.log(message);

  connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
    const items = await runSafe<Diagnostic[]>(token, log, [], async () => {
      // A client that cannot be told to pull again would show nothing until the next edit.
      if (!server.client.refreshesDiagnostics) await server.host.firstSnapshot;
      return server.diagnostics(uri, () => !token.isCancellationRequested);
    });
    if (items instanceof ResponseError) throw items;
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });

  connection.onCodeAction(({ textDocument: { uri }, context }, token) =>
    runSafe(token, log, [], async () => {
      const draft = server.draft(uri);
      if (!draft) return [];
      const lineOf = (line: number) => {
        const start = draft.lineStarts[line] ?? draft.text.length;
        return draft.text.slice(start, draft.lineStarts[line + 1] ?? draft.text.length).replace(/[\r\n]+$/, '');
      };
      const actions = isWanted(CodeActionKind.QuickFix, context.only)
        ? quickFixes(uri, lineOf, context.diagnostics, server.client.compares)
        : [];
      // The light bulb asks for every kind at each move of the cursor: all findings are only wanted on demand.
      const all = context.only && isWanted(FIX_ALL_KIND, context.only) && fixAll(uri, await server.diagnostics(uri));
      const renumbered = context.only && isWanted(RENUMBER_KIND, context.only) && renumberAction(draft);
      return [...actions, ...[all, renumbered].filter((action) => typeof action === 'object')];
    }),
  );

  connection.onExecuteCommand(({ command, arguments: given }, token) =>
    runSafe(token, log, null, async () => {
      if (command !== IGNORE_COMMAND) return null;
      const [uri, finding] = (given ?? []) as unknown[];
      const folder = typeof uri === 'string' ? server.knowledgeFolderFor(uri) : undefined;
      if (!folder || !isIgnoredFinding(finding)) return null;
      try {
        await server.host.ignore(finding, folder);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        // Editors make links of what is written so in a message, and a click on one may run a command.
        const message = l10n.t('The finding could not be silenced. {0}', reason).replaceAll('](', '] (');
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
        return null;
      }
      server.recheckAll();
      return null;
    }),
  );
}

function registerOwnRequests(server: Server): void {
  const { connection } = server;
  const log = (message: string) => server.log(message);

  connection.onRequest(rebuildIndexRequest, async () => {
    await server.host.refresh(true);
    return null;
  });

  connection.onRequest(corpusStatusRequest, (): CorpusStatus => {
    const { problems, ...status } = server.host.status;
    return {
      status: { ...status, problems: problems.length },
      folders: server.host.config?.folders ?? [],
      knowledge: knowledgeSummary(server.host.snapshot.knowledge.data),
      documents: server.host.snapshot.corpus.documents.map(({ path, title, date, kind, length, isSample }) => ({
        path,
        title,
        kind,
        characters: length,
        builtIn: isSample,
        ...(date && { date }),
      })),
      problems,
    };
  });

  connection.onRequest<AddedKnowledge | ResponseError<void>, void>(
    addKnowledgeRequest,
    ({ uri, ...entry }: AddKnowledgeParams, token) =>
      runSafe<AddedKnowledge>(token, log, { problem: l10n.t('The phrase could not be added. See the log.') }, () =>
        addKnowledge(server, uri, entry),
      ),
  );

  connection.onRequest<CleanedDocument, void>(cleanedRequest, ({ path }: CleanedParams) => server.host.cleaned(path));

  connection.onRequest(searchRequest, ({ text, limit, fuzzy }: SearchParams, token) =>
    runSafe<SearchHit[]>(token, log, [], () => {
      const options = { limit: Math.min(limit ?? SEARCH_LIMIT, SEARCH_LIMIT * 10), fuzzy: fuzzy ?? true };
      return searchWords(server.host.snapshot, text, options).map((result) =>
        toSearchHit(server.host.snapshot, result, result.words),
      );
    }),
  );

  connection.onRequest(reportRequest, ({ uri, format }: ReportParams, token) =>
    runSafe<string | null>(token, log, null, async () => {
      const draft = server.draft(uri);
      if (!draft) return null;
      const findings = (await server.findings(draft)).flatMap((finding) => {
        const severity = severityOf(finding, server.settings);
        return severity ? [{ ...finding, severity }] : [];
      });
      const { snapshot } = server.host;
      const sources = await inSteps(draftSources(snapshot, draft, filePath(uri)));
      const input = { draft, date: server.dateOf(draft), path: filePath(uri) ?? uri, findings, sources };
      const report = draftReport(snapshot, input);
      return format === 'html' ? reportAsHtml(report) : reportAsMarkdown(report);
    }),
  );

  connection.onRequest(sourcesRequest, ({ uri, position }: SourcesParams, token) =>
    runSafe<SearchHit[]>(token, log, [], () =>
      onDraft(server, uri, [] as SearchHit[], (draft) =>
        passageSources(server.host.snapshot, draft, toOffset(draft, position), filePath(uri)).map((result) =>
          toSearchHit(server.host.snapshot, result),
        ),
      ),
    ),
  );
}

async function addKnowledge(
  server: Server,
  uri: string,
  entry: Omit<AddKnowledgeParams, 'uri'>,
): Promise<AddedKnowledge> {
  const draft = server.draft(uri);
  const folder = server.knowledgeFolderFor(uri);
  if (!draft || !folder)
    return { problem: l10n.t('Open a folder first: your own knowledge is kept in its .zhibi folder.') };
  await server.host.firstSnapshot;
  const made = newEntry(server.host.snapshot, draft, { ...entry, today: server.today() });
  if ('problem' in made) return made;
  if ('known' in made) {
    const { uri: known, range } = toLocation(made.known);
    return { uri: known, line: range.start.line, isNew: false, sourced: true };
  }
  try {
    const { path, line } = await server.host.addEntry(entry.kind, made.yaml, folder);
    return { uri: URI.file(path).toString(), line: line - 1, isNew: true, sourced: made.sourced };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

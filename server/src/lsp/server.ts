/** The language server: one object for a connection, which ties documents, settings and the analysis host together. */
import { join, sep } from 'node:path';
import {
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { systemCacheFolder } from '../analysis/cacheFolder';
import { DraftMemo } from '../analysis/draftMemo';
import type { Finding } from '../analysis/finding';
import { AnalysisHost } from '../analysis/host';
import type { Resources } from '../analysis/resources';
import type { CheckConfig } from '../checks/check';
import type { Draft } from '../draft/draft';
import { draftDate } from '../draft/draftDate';
import { draftProfile } from '../features/draftContext';
import { type Client, readClient } from './clientCapabilities';
import { FIX_ALL_KIND, filePath, RENUMBER_KIND } from './codeActions';
import { PushedDiagnostics } from './diagnostics';
import { IndexProgress } from './indexProgress';
import { setLocale } from './localisation';
import { IGNORE_COMMAND, type StatusParams, statusNotification } from './messages';
import { ProblemDiagnostics } from './problemDiagnostics';
import { hostConfig, readSettings, resolveFolders, type Settings } from './settings';
import { toDiagnostics } from './toLsp';
import { watchFolders, whenQuiet } from './watching';

export interface ServerOptions {
  readonly resources: Resources;
  readonly version: string;
  /** Where the index is kept; default: the system's cache folder. */
  readonly cacheFolder?: string;
}

/** The languages that hold drafts; a client may open others (a corpus of saved pages, YAML), which are left alone. */
const DRAFT_LANGUAGES = new Set(['markdown', 'plaintext', 'gongwen', 'text', '']);

/** State of one connection. Handlers get at it through its methods only. */
export class Server {
  readonly documents = new TextDocuments(TextDocument);
  readonly #drafts = new DraftMemo();
  readonly #pushed: PushedDiagnostics;
  readonly #problems: ProblemDiagnostics;
  readonly #refresh = whenQuiet(() => void this.#host?.refresh());
  readonly #refreshDrafts = whenQuiet(() => void this.#host?.refreshDrafts());
  #host: AnalysisHost | undefined;
  #client: Client | undefined;
  #settings: Settings = readSettings({});
  #initialOptions: unknown;
  #workspaceFolders: string[] = [];
  #stopWatching: (() => void) | undefined;

  constructor(
    readonly connection: Connection,
    readonly options: ServerOptions,
  ) {
    this.#pushed = new PushedDiagnostics({
      compute: (uri) => this.#computeDiagnostics(uri),
      publish: (uri, version, diagnostics) =>
        void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) }),
      onError: (error) => this.log(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    });
    this.#problems = new ProblemDiagnostics(
      (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }),
    );
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onDidChangeConfiguration(({ settings }) => this.#changeConfiguration(settings));
    connection.onDidChangeWatchedFiles(() => this.#refresh());
    connection.onShutdown(() => this.#dispose());
    this.documents.onDidChangeContent(({ document }) => this.#schedule(document.uri));
    this.documents.onDidSave(({ document }) => {
      if (this.isCorpusFile(document.uri)) this.#refresh();
      else this.#refreshDrafts();
    });
    this.documents.onDidOpen(({ document }) => {
      this.#refreshDrafts();
      this.prepareCompletion(document.uri);
    });
    this.documents.onDidClose(({ document }) => {
      this.#drafts.forget(document.uri);
      if (!this.#client?.pulls) this.#pushed.close(document.uri);
    });
  }

  /** Begins to serve, once every handler is registered. */
  listen(): void {
    this.documents.listen(this.connection);
    this.connection.listen();
  }

  get host(): AnalysisHost {
    if (!this.#host) throw new Error('a request before initialize');
    return this.#host;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get client(): Client {
    if (!this.#client) throw new Error('a request before initialize');
    return this.#client;
  }

  log(message: string): void {
    this.connection.console.error(message);
  }

  /** The open draft, parsed; undefined where the document is not open, or no draft. */
  draft(uri: string): Draft | undefined {
    const document = this.documents.get(uri);
    if (!document || !this.#settings.enabled || !DRAFT_LANGUAGES.has(document.languageId)) return undefined;
    return this.#drafts.get(uri, document.version, () => document.getText());
  }

  /** Sees to it that completion in a draft will know the documents near it. */
  prepareCompletion(uri: string): void {
    const draft = this.draft(uri);
    if (draft) this.host.completion.prepareFor(draftProfile(draft, this.dateOf(draft)));
  }

  /** The date a draft is read at. */
  dateOf(draft: Draft): string {
    return draftDate(draft, this.#settings.draft.date, this.today());
  }

  /** `YYYY-MM-DD`. */
  today(): string {
    return new Date().toISOString().slice(0, 10);
  }

  /** The diagnostics of an open draft as it is now; empty for a document of the corpus. */
  async diagnostics(uri: string, isWanted?: () => boolean): Promise<Diagnostic[]> {
    const draft = this.draft(uri);
    if (!draft || this.isCorpusFile(uri)) return [];
    return toDiagnostics(draft, await this.findings(draft, isWanted), this.#settings, this.options.resources);
  }

  /** What the checks find in an open draft, those included that settings do not show. */
  findings(draft: Draft, isWanted?: () => boolean): Promise<readonly Finding[]> {
    return this.host.check(draft.uri, draft.text, this.#checkConfig(draft), isWanted);
  }

  /** Whether a document belongs to the corpus: it is a source, not a draft. */
  isCorpusFile(uri: string): boolean {
    const path = filePath(uri);
    return path !== undefined && this.host.snapshot.corpus.documentAt(path) !== undefined;
  }

  /** Where a draft's silenced findings are kept: the first knowledge folder of its workspace. */
  knowledgeFolderFor(uri: string): string | undefined {
    const path = filePath(uri);
    const own =
      this.#workspaceFolders.find((folder) => path?.startsWith(join(folder, sep))) ?? this.#workspaceFolders[0];
    return own && resolveFolders(this.#settings.knowledge.folders, [own])[0];
  }

  /** Silenced findings and new sources change what every open draft shows. */
  recheckAll(): void {
    if (this.#client?.pulls) {
      if (this.#client.refreshesDiagnostics) this.connection.languages.diagnostics.refresh();
      return;
    }
    for (const document of this.documents.all()) this.#pushed.schedule(document.uri, 0);
  }

  #checkConfig(draft: Draft): CheckConfig {
    const path = filePath(draft.uri);
    return {
      date: this.dateOf(draft),
      duplicateMinLength: this.#settings.duplicate.minLength,
      duplicateFormulaicLimit: this.#settings.duplicate.formulaicLimit,
      severity: this.#settings.severity,
      ...(path && { path }),
    };
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#client = readClient(params);
    this.#initialOptions = params.initializationOptions;
    this.#settings = readSettings(this.#initialOptions);
    const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    this.#workspaceFolders = folders.flatMap((uri) => filePath(uri) ?? []);
    const setup = setLocale(this.options.resources.l10nFolder, params.locale);
    const progress = new IndexProgress(this.connection, () => this.#host?.stop());
    this.#host = new AnalysisHost(this.options.resources, setup, {
      onReading: (read) => progress.tell(read),
      onStatus: () => this.#sendStatus(),
      onSnapshot: () => this.recheckAll(),
      onLog: (level, message) => this.connection.console[level](message),
    });
    return {
      serverInfo: { name: 'zhibi', version: this.options.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        completionProvider: { resolveProvider: true, triggerCharacters: ['，', '、', '：', '“'] },
        inlineCompletionProvider: true,
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        workspaceSymbolProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL_KIND, RENUMBER_KIND] },
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        renameProvider: { prepareProvider: true },
        executeCommandProvider: { commands: [IGNORE_COMMAND] },
        ...(this.#client.pulls && {
          diagnosticProvider: { identifier: 'zhibi', interFileDependencies: false, workspaceDiagnostics: false },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  async #initialized(): Promise<void> {
    const { client, connection } = this;
    if (client.configures)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'zhibi' });
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.flatMap(({ uri }) => filePath(uri) ?? []));
        const kept = this.#workspaceFolders.filter((folder) => !gone.has(folder));
        this.#workspaceFolders = [...kept, ...added.flatMap(({ uri }) => filePath(uri) ?? [])];
        void this.#configure();
      });
    }
    await this.#configure();
  }

  #changeConfiguration(settings: unknown): void {
    if (!this.client.configures) {
      const pushed = (settings as { zhibi?: unknown } | null)?.zhibi;
      if (pushed !== undefined) this.#initialOptions = pushed;
    }
    void this.#configure();
  }

  /** Reads the settings and brings the snapshot into line with them. */
  async #configure(): Promise<void> {
    try {
      const answered = this.client.configures ? await this.connection.workspace.getConfiguration('zhibi') : undefined;
      this.#settings = readSettings(answered ?? this.#initialOptions);
      const config = hostConfig(
        this.#settings.enabled
          ? this.#settings
          : { ...this.#settings, corpus: { ...this.#settings.corpus, folders: [] } },
        this.#workspaceFolders,
        this.options.cacheFolder ?? systemCacheFolder(),
      );
      this.#stopWatching?.();
      this.#stopWatching = watchFolders(this, [...config.folders, ...config.knowledgeFolders], this.#refresh);
      await this.host.configure(config);
    } catch (error) {
      this.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  #schedule(uri: string): void {
    if (!this.#client?.pulls) this.#pushed.schedule(uri);
  }

  async #computeDiagnostics(uri: string): Promise<{ version: number; diagnostics: Diagnostic[] } | undefined> {
    const version = this.documents.get(uri)?.version;
    if (version === undefined) return undefined;
    const diagnostics = await this.diagnostics(uri);
    return this.documents.get(uri)?.version === version ? { version, diagnostics } : undefined;
  }

  #sendStatus(): void {
    const { problems, ...status } = this.host.status;
    const params: StatusParams = { ...status, problems: problems.length };
    void this.connection.sendNotification(statusNotification, params);
    if (status.state === 'ready') this.#problems.show(problems);
    for (const { path, line, message } of problems) {
      if (status.state === 'ready') this.connection.console.warn(`${path}${line ? `:${line}` : ''}: ${message}`);
    }
  }

  async #dispose(): Promise<void> {
    this.#stopWatching?.();
    this.#pushed.dispose();
    await this.#host?.dispose();
  }
}

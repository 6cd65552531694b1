/** A small language client for tests and measurements: talks to the built server over stdio as any editor would. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the client can do and what it starts. */
export interface ClientOptions {
  /** Absolute paths of workspace folders. */
  readonly workspaces?: readonly string[];
  /** The `zhibi.*` settings as one object. */
  readonly settings?: object;
  /** Answers `workspace/configuration`; otherwise settings come as `initializationOptions`. Default true. */
  readonly configures?: boolean;
  /** Pulls diagnostics and can be told to pull again. Default false. */
  readonly pulls?: boolean;
  /** Watches files for the server. Default false. */
  readonly watches?: boolean;
  /** Capabilities sent in place of those above: those of another editor. */
  readonly capabilities?: object;
  /** Where the server keeps its index. */
  readonly cache?: string;
  /** Default `en`. */
  readonly locale?: string;
  /** Environment of the server's process, beside our own. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A notification from the server. */
export interface Note<T = unknown> {
  readonly method: string;
  readonly params: T;
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** The state the server tells with `zhibi/status`. */
export interface ServerStatus {
  readonly state: 'indexing' | 'ready' | 'degraded';
  readonly documents: number;
  readonly characters: number;
  readonly problems: number;
  readonly message: string;
}

const REQUEST_LIMIT = 30_000;

export class LspClient {
  /** Everything the server notified of, in order. */
  readonly notes: Note[] = [];
  /** Requests of the server, in order: registrations, refreshes. */
  readonly asked: Note[] = [];
  settings: object;
  initializeResult: { capabilities: Record<string, unknown>; serverInfo?: { name: string; version: string } } = {
    capabilities: {},
  };
  /** Set once the process ended. */
  exit: { readonly code: number | null; readonly signal: string | null } | undefined;
  #nextId = 1;
  #buffer: Buffer = Buffer.alloc(0);
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Set<(note: Note) => void>();
  readonly #ended: Promise<void>;

  constructor(
    readonly process: ChildProcessWithoutNullStreams,
    readonly options: ClientOptions,
  ) {
    this.settings = options.settings ?? {};
    process.stdout.on('data', (data: Buffer) => this.#read(data));
    process.stderr.resume();
    process.stdin.on('error', () => {});
    this.#ended = new Promise((ended) => {
      process.once('exit', (code, signal) => {
        this.exit = { code, signal };
        for (const { reject } of this.#pending.values()) reject(new Error(`the server ended with ${code ?? signal}`));
        this.#pending.clear();
        ended();
      });
    });
  }

  /** Starts the built server and initializes it. */
  static async start(options: ClientOptions = {}): Promise<LspClient> {
    const client = startServerProcess(options);
    await client.initialize();
    return client;
  }

  /** `initialize` and `initialized`. */
  async initialize(): Promise<void> {
    const { workspaces = [], configures = true, pulls = false, watches = false, locale = 'en' } = this.options;
    const workspaceFolders = workspaces.map((path) => ({ uri: pathToFileURL(path).href, name: path }));
    this.initializeResult = await this.request('initialize', {
      processId: process.pid,
      rootUri: workspaceFolders[0]?.uri ?? null,
      workspaceFolders: workspaceFolders.length > 0 ? workspaceFolders : null,
      locale,
      ...(!configures && { initializationOptions: this.settings }),
      capabilities: this.options.capabilities ?? {
        general: { positionEncodings: ['utf-16'] },
        workspace: {
          configuration: configures,
          workspaceFolders: true,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: watches, relativePatternSupport: true },
          ...(pulls && { diagnostics: { refreshSupport: true } }),
        },
        textDocument: {
          synchronization: { didSave: true },
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
          inlineCompletion: {},
          definition: { linkSupport: false },
          publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
          ...(pulls && { diagnostic: { dynamicRegistration: true } }),
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      },
    });
    this.notify('initialized', {});
  }

  request<T>(method: string, params: unknown, limit = REQUEST_LIMIT): Promise<T> {
    const id = this.#nextId++;
    return new Promise<T>((resolve, reject) => {
      if (this.exit) return reject(new Error(`${method}: the server has ended`));
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(new Error(`${method}: no answer in ${limit} ms`));
      }, limit);
      this.#pending.set(id, {
        resolve: (result) => {
          clearTimeout(timer);
          resolve(result as T);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
      this.#send({ id, method, params });
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** The next notification that `matches`; those that came before do not count. */
  next<T>(method: string, matches: (params: T) => boolean = () => true, limit = REQUEST_LIMIT): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(listener);
        reject(new Error(`no ${method} as wanted in ${limit} ms`));
      }, limit);
      const listener = (note: Note) => {
        if (note.method !== method || !matches(note.params as T)) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(note.params as T);
      };
      this.#listeners.add(listener);
    });
  }

  /** The number of the request sent last: what cancels it. */
  get lastId(): number {
    return this.#nextId - 1;
  }

  /** The last notification of a method, or undefined. */
  last<T>(method: string): T | undefined {
    return this.notes.findLast((note) => note.method === method)?.params as T | undefined;
  }

  /** Answers when the first full snapshot serves (at once where it does already). */
  async ready(limit = 60_000): Promise<ServerStatus> {
    const known = this.last<ServerStatus>('zhibi/status');
    if (known?.state === 'ready') return known;
    return this.next<ServerStatus>('zhibi/status', ({ state }) => state === 'ready', limit);
  }

  open(uri: string, text: string, languageId = 'markdown'): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces the whole text. */
  change(uri: string, version: number, text: string): void {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  close(uri: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** New settings: the client says that something changed, and answers or sends what. */
  configure(settings: object): void {
    this.settings = settings;
    this.notify('workspace/didChangeConfiguration', {
      settings: this.options.configures === false ? { zhibi: settings } : null,
    });
  }

  /** Ends the server as an editor does; answers its exit code. */
  async stop(): Promise<number | null> {
    if (!this.exit) {
      await this.request('shutdown', null, 10_000);
      this.notify('exit', undefined);
      const timer = setTimeout(() => this.process.kill('SIGKILL'), 10_000);
      await this.#ended;
      clearTimeout(timer);
    }
    return this.exit?.code ?? null;
  }

  /** For cleaning up after a test, whatever state the server is in. */
  async kill(): Promise<void> {
    if (this.exit) return;
    this.process.kill('SIGKILL');
    await this.#ended;
  }

  #read(data: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (;;) {
      const headerEnd = this.#buffer.indexOf('\r\n\r\n');
      if (headerEnd < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(this.#buffer.toString('latin1', 0, headerEnd))?.[1]);
      const start = headerEnd + 4;
      if (this.#buffer.length < start + length) return;
      const body = this.#buffer.toString('utf8', start, start + length);
      this.#buffer = this.#buffer.subarray(start + length);
      this.#receive(JSON.parse(body) as Message);
    }
  }

  #receive({ id, method, params, result, error }: Message): void {
    if (method !== undefined && id !== undefined) {
      this.asked.push({ method, params });
      this.#send({ id, result: this.#answer(method, params) });
    } else if (method !== undefined) {
      const note = { method, params };
      this.notes.push(note);
      for (const listener of [...this.#listeners]) listener(note);
    } else {
      const pending = this.#pending.get(id as number);
      this.#pending.delete(id as number);
      if (error) pending?.reject(Object.assign(new Error(error.message), { code: error.code }));
      else pending?.resolve(result);
    }
  }

  #answer(method: string, params: unknown): unknown {
    if (method !== 'workspace/configuration') return null;
    const { items } = params as { items: { section?: string }[] };
    return items.map(({ section }) => (section === 'zhibi' ? this.settings : null));
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
}

/** Starts the built server's process; {@link LspClient.initialize} comes next. Tests run in the root of the repository. */
export function startServerProcess(options: ClientOptions = {}): LspClient {
  const args = [resolve('dist', 'cli.js'), 'lsp', '--stdio', ...(options.cache ? ['--cache', options.cache] : [])];
  return new LspClient(spawn(process.execPath, args, { env: { ...process.env, ...options.env } }), options);
}

/** The position of an offset in a text whose lines end with `\n`. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}

/** The text after LSP edits of one document were applied. */
export function withEdits(
  text: string,
  edits: readonly { readonly range: { readonly start: Position; readonly end: Position }; readonly newText: string }[],
): string {
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start))
    .reduce(
      (edited, { range, newText }) =>
        edited.slice(0, offsetOf(range.start)) + newText + edited.slice(offsetOf(range.end)),
      text,
    );
}

/** The server's life in this window: started only where there are drafts, stopped, restarted, and mourned once. */
import {
  type CancellationToken,
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type StatusParams, statusNotification } from '../../server/src/lsp/messages';
import { draftLanguages } from './draftDocument';
import { tell } from './tell';
import { hasDrafts, watchForDrafts } from './workspaceDrafts';

/** What the window knows of the server: its last status, that it died, or nothing where Zhibi is not active. */
export type SessionState = { readonly kind: 'inactive' } | { readonly kind: 'dead' } | ActiveState;

interface ActiveState {
  readonly kind: 'active';
  /** Undefined until the server has said something. */
  readonly status: StatusParams | undefined;
}

/** Files and folders often appear in crowds (an unpacked archive, a checkout). */
const settleMilliseconds = 300;

export class Session implements Disposable {
  private client: LanguageClient | undefined;
  private current: SessionState = { kind: 'inactive' };
  private readonly changed = new EventEmitter<SessionState>();
  private readonly disposables: Disposable[] = [];
  private watcher: Disposable | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** Starts and stops run one after the other. */
  private queue: Promise<void> = Promise.resolve();

  readonly onDidChangeState = this.changed.event;

  constructor(
    private readonly context: ExtensionContext,
    readonly log: LogOutputChannel,
  ) {
    this.watch();
    this.disposables.push(
      this.changed,
      workspace.onDidChangeWorkspaceFolders(() => {
        this.watch();
        this.reconsiderSoon();
      }),
      workspace.onDidOpenTextDocument((document) => {
        if (draftLanguages.includes(document.languageId)) {
          this.reconsiderSoon();
        }
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('zhibi.enabled') || event.affectsConfiguration('zhibi.corpus.folders')) {
          this.watch();
          this.reconsiderSoon();
        }
      }),
    );
  }

  get state(): SessionState {
    return this.current;
  }

  /** Starts the server where there are drafts, stops it where Zhibi is switched off. Never throws. */
  async reconsider(): Promise<void> {
    const enabled = workspace.getConfiguration('zhibi').get('enabled', true);
    if (!enabled) {
      await this.enqueue(() => this.stop());
    } else if (this.current.kind === 'inactive' && (await hasDrafts())) {
      await this.enqueue(() => this.start());
    }
  }

  /** Stops the server if it runs and starts a new one. */
  async restart(): Promise<void> {
    await this.enqueue(() => this.stop());
    await this.enqueue(() => this.start());
  }

  /**
   * Sends a request of our own. Undefined when the server does not run or the request failed; the reason is in the
   * log.
   */
  async request<R>(method: string, params: object = {}, token?: CancellationToken): Promise<R | undefined> {
    await this.queue;
    if (this.client?.isRunning() !== true) {
      return undefined;
    }
    try {
      // An undefined token would count as a second parameter, which methods of the protocol itself refuse.
      return token === undefined
        ? await this.client.sendRequest<R>(method, params)
        : await this.client.sendRequest<R>(method, params, token);
    } catch (error) {
      if (token?.isCancellationRequested !== true) {
        this.log.error(`${method}: ${error instanceof Error ? error.message : String(error)}`);
      }
      return undefined;
    }
  }

  /** Ends the server with the window. */
  async shutdown(): Promise<void> {
    await this.enqueue(() => this.stop());
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.watcher?.dispose();
    for (const disposable of this.disposables) {
      disposable.dispose();
    }
  }

  private watch(): void {
    this.watcher?.dispose();
    this.watcher = watchForDrafts(() => this.reconsiderSoon());
  }

  private reconsiderSoon(): void {
    if (this.timer !== undefined) {
      return;
    }
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.reconsider();
    }, settleMilliseconds);
  }

  private enqueue(task: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(task).catch((error: unknown) => {
      this.log.error(error instanceof Error ? error : String(error));
    });
    return this.queue;
  }

  private async start(): Promise<void> {
    if (this.client !== undefined) {
      return;
    }
    const serverModule = Uri.joinPath(this.context.extensionUri, 'dist', 'server.js');
    if (!(await exists(serverModule))) {
      this.setState({ kind: 'dead' });
      this.tellDeath(l10n.t('Zhibi is incomplete: {0} is missing. Install the extension again.', serverModule.fsPath));
      return;
    }
    // Loaded here and not at the top: a workspace without drafts does not pay for the language client.
    const { createLanguageClient } = await import('./languageClient');
    const client: LanguageClient = createLanguageClient({
      serverModule: serverModule.fsPath,
      storage: this.context.globalStorageUri,
      log: this.log,
      onRestart: (pause) => this.tellRestart(pause),
      onDead: () => this.mourn(client),
      isWanted: () => this.client === client,
    });
    this.client = client;
    client.onNotification(statusNotification, (status: StatusParams) => {
      if (this.client === client) {
        this.setState({ kind: 'active', status });
      }
    });
    this.setState({ kind: 'active', status: undefined });
    try {
      await client.start();
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      this.mourn(client);
    }
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.setState({ kind: 'inactive' });
    if (client?.needsStop() === true) {
      await client.stop();
    }
  }

  private tellRestart(pause: number): void {
    this.log.warn(l10n.t('Zhibi’s language server stopped. It is started again in {0} seconds.', pause / 1000));
    this.setState({ kind: 'active', status: undefined });
    window.setStatusBarMessage(l10n.t('Zhibi’s language server stopped and is started again.'), pause + 5000);
  }

  private mourn(client: LanguageClient): void {
    if (this.client !== client) {
      return;
    }
    this.client = undefined;
    this.setState({ kind: 'dead' });
    this.tellDeath(l10n.t('Zhibi’s language server stopped and could not be started again. The log says why.'));
  }

  private tellDeath(message: string): void {
    this.log.error(message);
    const showLog = l10n.t('Show Log');
    const restart = l10n.t('Restart');
    tell.error(message, showLog, restart).then((choice) => {
      if (choice === showLog) {
        this.log.show();
      } else if (choice === restart) {
        void this.restart();
      }
    });
  }

  private setState(state: SessionState): void {
    this.current = state;
    void commands.executeCommand('setContext', 'zhibi.active', state.kind !== 'inactive');
    this.changed.fire(state);
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

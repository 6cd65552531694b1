/** Builds the language client: how the server is started, which documents it hears of, what its links may run. */
import { type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import {
  CloseAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  TransportKind,
  vsdiag,
} from 'vscode-languageclient/node';
import { draftSelector, isDraft } from './draftDocument';
import { openPassage } from './openPassage';

/** The commands a link in a hover may run; every other `command:` link stays plain text. */
const trustedCommands = ['zhibi.showSource', 'zhibi.openLocation'];

/** How often within three minutes a server that died is started again. */
const maxRestarts = 3;

export interface LanguageClientConfig {
  /** The bundled server, an absolute path. */
  readonly serverModule: string;
  /** The extension's own storage: the index cache lies there. */
  readonly storage: Uri;
  readonly log: LogOutputChannel;
  /** Called when the server died and is not started again. */
  readonly onDead: () => void;
}

/** Writes its failures to the log only: the session tells the writer, once and in her language. */
class QuietLanguageClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** A language client that is not started yet. It is good for one start; make another for the next. */
export function createLanguageClient(config: LanguageClientConfig): LanguageClient {
  const server = {
    module: config.serverModule,
    transport: TransportKind.ipc,
    args: ['--cache', Uri.joinPath(config.storage, 'index').fsPath],
  };
  const options: LanguageClientOptions = {
    documentSelector: draftSelector(),
    outputChannel: config.log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: { enabledCommands: trustedCommands }, supportHtml: false },
    synchronize: { configurationSection: 'zhibi' },
    middleware: { ...draftsOnly(config.storage), executeCommand: inTrustedWorkspacesOnly },
    errorHandler: restartingHandler(() => client, config.onDead),
    initializationFailedHandler: () => false,
  };
  const client = new QuietLanguageClient('zhibi', 'Zhibi', { run: server, debug: server }, options);
  return client;
}

/** Keeps from the server what is no draft, and opens what the server shows beside the draft. */
function draftsOnly(storage: Uri): Middleware {
  return {
    didOpen: async (document, next) => {
      if (isDraft(document, storage)) {
        await next(document);
      }
    },
    didChange: async (event, next) => {
      if (isDraft(event.document, storage)) {
        await next(event);
      }
    },
    didSave: async (document, next) => {
      if (isDraft(document, storage)) {
        await next(document);
      }
    },
    didClose: async (document, next) => {
      if (isDraft(document, storage)) {
        await next(document);
      }
    },
    provideDiagnostics: (document, previousResultId, token, next) =>
      'languageId' in document && isDraft(document, storage)
        ? next(document, previousResultId, token)
        : { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] },
    window: {
      showDocument: async (params, token, next) => {
        if (params.external === true || params.selection === undefined) {
          return next(params, token);
        }
        await openPassage({ uri: params.uri, range: params.selection });
        return { success: true };
      },
    },
  };
}

/** The server's commands write into the workspace: not before she trusts it. */
const inTrustedWorkspacesOnly: NonNullable<Middleware['executeCommand']> = (command, args, next) => {
  if (workspace.isTrusted) return next(command, args);
  void window.showInformationMessage(l10n.t('Nothing is written in a workspace that is not trusted.'));
  return undefined;
};

/** The library's own restart policy for a server that ran; one that never came up would fail the same way again. */
function restartingHandler(client: () => LanguageClient, onDead: () => void): ErrorHandler {
  let standard: ErrorHandler | undefined;
  let hasRun = false;
  const handler = (): ErrorHandler => {
    standard ??= client().createDefaultErrorHandler(maxRestarts);
    return standard;
  };
  return {
    error: (error, message, count) => handler().error(error, message, count),
    closed: async () => {
      hasRun ||= client().initializeResult !== undefined;
      const result = hasRun ? await handler().closed() : { action: CloseAction.DoNotRestart };
      if (result.action === CloseAction.DoNotRestart) {
        onDead();
      }
      return { ...result, handled: true };
    },
  };
}

/** Builds the language client: how the server is started, which documents it hears of, what its links may run. */
import { CodeActionKind, type LogOutputChannel, l10n, Uri, workspace } from 'vscode';
import {
  CloseAction,
  DocumentDiagnosticRequest,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  type StaticFeature,
  TransportKind,
  vsdiag,
} from 'vscode-languageclient/node';
import { COMPARE_COMMAND } from '../../server/src/lsp/messages';
import { draftSelector, isDraft } from './draftDocument';
import { openPassage } from './openPassage';
import { createQuietDiagnostics, type QuietDiagnostics } from './quietDiagnostics';
import { Restarts } from './restarts';
import { withSourceActions } from './sourceActions';
import { tell } from './tell';

/** The commands a link in a hover may run; every other `command:` link stays plain text. */
const trustedCommands = ['zhibi.showSource', 'zhibi.openLocation'];

export interface LanguageClientConfig {
  /** The bundled server, an absolute path. */
  readonly serverModule: string;
  /** The extension's own storage: the index cache lies there. */
  readonly storage: Uri;
  readonly log: LogOutputChannel;
  /** Called when the server died and is started again after so many milliseconds. */
  readonly onRestart: (pause: number) => void;
  /** Called when the server died and is not started again. */
  readonly onDead: () => void;
  /** Whether the session still wants this client: she may have stopped it while it waited. */
  readonly isWanted: () => boolean;
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
  const quiet = createQuietDiagnostics(() => pullDiagnostics(client));
  const options: LanguageClientOptions = {
    documentSelector: draftSelector(),
    outputChannel: config.log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: { enabledCommands: trustedCommands }, supportHtml: false },
    synchronize: { configurationSection: 'zhibi' },
    middleware: {
      ...draftsOnly(config.storage, quiet),
      executeCommand: inTrustedWorkspacesOnly,
      provideCodeActions: withSources,
    },
    errorHandler: restartingHandler(() => client, config),
    initializationFailedHandler: () => false,
  };
  const client = new QuietLanguageClient('zhibi', 'Zhibi', { run: server, debug: server }, options);
  client.registerFeature(ownCommands);
  return client;
}

/** Tells the server which commands of ours its code actions may name. */
const ownCommands: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = { ...(capabilities.experimental as object | undefined), commands: [COMPARE_COMMAND] };
  },
  initialize: () => {},
  getState: () => ({ kind: 'static' }),
  clear: () => {},
};

/** Keeps from the server what is no draft, and opens what the server shows beside the draft. */
function draftsOnly(storage: Uri, quiet: QuietDiagnostics): Middleware {
  return {
    didOpen: async (document, next) => {
      if (isDraft(document, storage)) {
        await next(document);
      }
    },
    didChange: async (event, next) => {
      if (isDraft(event.document, storage)) {
        quiet.edited(event);
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
        ? quiet.provideDiagnostics(document, previousResultId, token, next)
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

/** Every finding can be followed to its source; asked for refactorings or source actions alone, there is nothing to add. */
const withSources: NonNullable<Middleware['provideCodeActions']> = async (document, range, context, token, next) => {
  const actions = (await next(document, range, context, token)) ?? [];
  const wanted = context.only === undefined || context.only.contains(CodeActionKind.QuickFix);
  return wanted ? withSourceActions(actions, context.diagnostics) : actions;
};

/** Has the diagnostics of the open drafts asked for once more. */
function pullDiagnostics(client: LanguageClient): void {
  client.getFeature(DocumentDiagnosticRequest.method).refresh();
}

/** The server's commands write into the workspace: not before she trusts it. */
const inTrustedWorkspacesOnly: NonNullable<Middleware['executeCommand']> = (command, args, next) => {
  if (workspace.isTrusted) return next(command, args);
  void tell.information(l10n.t('Nothing is written in a workspace that is not trusted.'));
  return undefined;
};

/** Starts a server that ran and died again, see {@link Restarts}; one that never came up would fail the same way again. */
function restartingHandler(client: () => LanguageClient, config: LanguageClientConfig): ErrorHandler {
  const restarts = new Restarts();
  let hasRun = false;
  return {
    error: (error, message, count) => client().createDefaultErrorHandler().error(error, message, count),
    closed: async () => {
      hasRun ||= client().initializeResult !== undefined;
      const pause = hasRun ? restarts.pauseAfterDeath(performance.now()) : undefined;
      if (pause !== undefined) {
        config.onRestart(pause);
        await new Promise((resolve) => setTimeout(resolve, pause));
        if (config.isWanted()) {
          return { action: CloseAction.Restart, handled: true };
        }
      }
      config.onDead();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

/** What the client can do, read once from its `initialize` request. */
import type { InitializeParams } from 'vscode-languageserver';
import { COMPARE_COMMAND } from './messages';

export interface Client {
  /** Answers `workspace/configuration`. */
  readonly configures: boolean;
  /** Pulls diagnostics. */
  readonly pulls: boolean;
  /** Can be told to pull again. */
  readonly refreshesDiagnostics: boolean;
  /** Watches files for us. */
  readonly watches: boolean;
  /** Accepts watchers relative to a folder. */
  readonly watchesRelative: boolean;
  /** Tells when workspace folders change. */
  readonly workspaceFolders: boolean;
  /** Takes links with their origin range. */
  readonly definitionLinks: boolean;
  /** Asks her before it makes a change that is marked so. */
  readonly confirmsChanges: boolean;
  /** Expands tab stops in completion items. */
  readonly snippets: boolean;
  /** Shows draft and source side by side: has the command for it. */
  readonly compares: boolean;
}

export function readClient({ capabilities: { workspace, textDocument, experimental } }: InitializeParams): Client {
  const { commands } = (experimental ?? {}) as { commands?: unknown };
  return {
    configures: workspace?.configuration === true,
    pulls: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesRelative: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    confirmsChanges:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    compares: Array.isArray(commands) && commands.includes(COMPARE_COMMAND),
    definitionLinks: textDocument?.definition?.linkSupport === true,
  };
}

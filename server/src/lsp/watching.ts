/** Learns of changed sources: from the client's file watcher, or by looking every now and then. */
import { type Connection, DidChangeWatchedFilesNotification, type Disposable } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Client } from './clientCapabilities';

/** Milliseconds between looks where the client watches nothing. Only changed files are read again. */
const INTERVAL = 20_000;
/** Milliseconds to collect changes: a checkout or a sync touches many files at once. */
const QUIET = 400;

/** Who is asked to watch. */
export interface Watcher {
  readonly connection: Connection;
  readonly client: Client;
  log(message: string): void;
}

/** Calls `onChange` when something in the folders changed; answers a function that stops it. */
export function watchFolders(watcher: Watcher, folders: readonly string[], onChange: () => void): () => void {
  if (!watcher.client.watches) {
    const timer = setInterval(onChange, INTERVAL);
    timer.unref();
    return () => clearInterval(timer);
  }
  let registration: Disposable | undefined;
  let stopped = false;
  const watchers = folders.map((folder) => ({
    globPattern: watcher.client.watchesRelative
      ? { baseUri: URI.file(folder).toString(), pattern: '**/*' }
      : `${folder}/**/*`,
  }));
  watcher.connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .then((disposable) => {
      if (stopped) disposable.dispose();
      else registration = disposable;
    })
    .catch((error: unknown) => watcher.log(String(error)));
  return () => {
    stopped = true;
    registration?.dispose();
  };
}

/** Delays a call until nothing asked for it for a moment. */
export function whenQuiet(run: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, QUIET);
  };
}

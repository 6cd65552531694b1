/** Learns of changed sources: from the client's file watcher, or by looking every now and then. */
import { DidChangeWatchedFilesNotification, type Disposable } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Server } from './server';

/** Milliseconds between looks where the client watches nothing. Only changed files are read again. */
const INTERVAL = 20_000;
/** Milliseconds to collect changes: a checkout or a sync touches many files at once. */
const QUIET = 400;

/** Calls `onChange` when something in the folders changed; answers a function that stops it. */
export function watchFolders(server: Server, folders: readonly string[], onChange: () => void): () => void {
  if (!server.client.watches) {
    const timer = setInterval(onChange, INTERVAL);
    timer.unref();
    return () => clearInterval(timer);
  }
  let registration: Disposable | undefined;
  let stopped = false;
  const watchers = folders.map((folder) => ({
    globPattern: server.client.watchesRelative
      ? { baseUri: URI.file(folder).toString(), pattern: '**/*' }
      : `${folder}/**/*`,
  }));
  server.connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .then((disposable) => {
      if (stopped) disposable.dispose();
      else registration = disposable;
    })
    .catch((error: unknown) => server.log(String(error)));
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

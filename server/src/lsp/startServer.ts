/** Starts a language server on a connection. */
import type { Connection } from 'vscode-languageserver';
import { registerHandlers } from './handlers';
import { Server, type ServerOptions } from './server';

/** Serves a connection until it ends. */
export function startServer(connection: Connection, options: ServerOptions): void {
  const server = new Server(connection, options);
  registerHandlers(server);
  server.listen();
}

/** The entry an editor's client starts: `server.js --node-ipc|--stdio [--cache DIR]`. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { resourcesIn } from './analysis/resources';
import { startServer } from './lsp/startServer';

const root = dirname(__dirname);
const cacheAt = process.argv.indexOf('--cache');
const cacheFolder = cacheAt > 0 ? process.argv[cacheAt + 1] : undefined;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

startServer(createConnection(ProposedFeatures.all), {
  resources: resourcesIn(root),
  version,
  ...(cacheFolder && { cacheFolder }),
});

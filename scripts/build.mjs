/** Builds the product into `dist/`: client, server, command line, workers, compiled knowledge and messages. `--production` minifies. */
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { runBundled } from './runBundled.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const production = process.argv.includes('--production');

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node18',
  format: 'cjs',
  mainFields: ['module', 'main'],
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  legalComments: 'none',
};
const server = join(root, 'server', 'src');

/**
 * The library for PDF is half of the code of the index worker: in a file of its own it is read when the first PDF is.
 * @type {import('esbuild').Plugin}
 */
const pdfApart = {
  name: 'pdf apart',
  setup: ({ onResolve }) => onResolve({ filter: /^unpdf$/ }, () => ({ path: './unpdf.js', external: true })),
};

await Promise.all([
  build({
    ...common,
    entryPoints: { client: join(root, 'client', 'src', 'extension.ts') },
    external: ['vscode'],
    outdir: dist,
  }),
  build({
    ...common,
    entryPoints: {
      server: join(server, 'main.ts'),
      commands: join(server, 'cli', 'commands.ts'),
      indexWorker: join(server, 'worker', 'indexWorker.ts'),
      checkWorker: join(server, 'worker', 'checkWorker.ts'),
      miningWorker: join(server, 'worker', 'miningWorker.ts'),
      segmenterProcess: join(server, 'worker', 'segmenterProcess.ts'),
    },
    external: ['nodejieba'],
    plugins: [pdfApart],
    outdir: dist,
  }),
  build({ ...common, entryPoints: { unpdf: 'unpdf' }, outdir: dist }),
  build({
    ...common,
    entryPoints: { cli: join(server, 'cli.ts') },
    banner: { js: '#!/usr/bin/env node' },
    outdir: dist,
  }),
]);
chmodSync(join(dist, 'cli.js'), 0o755);
runBundled('scripts/compileKnowledge.ts', [join(root, 'seeds'), dist]);

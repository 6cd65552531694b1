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

/** Large libraries that few starts need, by the names of their files: each is read when it is first asked for. */
const apart = {
  unpdf: 'unpdf',
  mammoth: 'mammoth',
  wordExtractor: 'word-extractor',
  cheerio: 'cheerio/slim',
  pinyin: 'pinyin-pro',
};

/** Of these, what is called at once and not imported where it is needed. */
const calledAtOnce = { 'pinyin-pro': ['pinyin'] };

/**
 * Leaves the libraries that are apart out of a bundle. They are half of the code of the workers.
 * @type {import('esbuild').Plugin}
 */
const librariesApart = {
  name: 'libraries apart',
  setup: ({ onResolve, onLoad }) => {
    for (const [file, library] of Object.entries(apart)) {
      const filter = new RegExp(`^${library}$`);
      const external = { path: `./${file}.js`, external: true };
      const names = calledAtOnce[/** @type {keyof typeof calledAtOnce} */ (library)];
      if (!names) onResolve({ filter }, () => external);
      else {
        const calls = names.map(
          (name) => `export const ${name} = (...given) => require('${library}').${name}(...given);`,
        );
        onResolve({ filter }, ({ namespace }) => (namespace === file ? external : { path: library, namespace: file }));
        onLoad({ filter, namespace: file }, () => ({ contents: calls.join('\n'), resolveDir: root }));
      }
    }
  },
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
    plugins: [librariesApart],
    outdir: dist,
  }),
  build({ ...common, entryPoints: apart, outdir: dist }),
  build({
    ...common,
    entryPoints: { cli: join(server, 'cli.ts') },
    banner: { js: '#!/usr/bin/env node' },
    outdir: dist,
  }),
]);
chmodSync(join(dist, 'cli.js'), 0o755);
runBundled('scripts/compileKnowledge.ts', [join(root, 'seeds'), dist]);

/**
 * Measures exported Word files in LibreOffice. Installs it, poppler and Chinese typefaces from Debian packages where it
 * may (as root, with apt-get); elsewhere the suite says what is missing and skips.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = [
  'libreoffice-writer',
  'poppler-utils',
  'fonts-noto-cjk',
  'fonts-arphic-ukai',
  'fonts-arphic-uming',
  'fonts-liberation',
];
const isThere = (/** @type {string} */ program) => spawnSync(program, ['--version']).error === undefined;

if (!isThere('soffice') || !isThere('pdftotext')) {
  if (process.getuid?.() === 0 && isThere('apt-get')) {
    const apt = (/** @type {string[]} */ ...args) => spawnSync('apt-get', args, { stdio: 'inherit' });
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...packages);
  } else process.stdout.write(`To measure the pages, install: ${packages.join(' ')}\n`);
}

const outfile = join(root, 'out', 'test', 'word', 'exportedPages.test.js');
await build({
  absWorkingDir: root,
  entryPoints: [join(root, 'test', 'word', 'exportedPages.test.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
const { status } = spawnSync(process.execPath, [mocha, '--exit', '--timeout', '180000', outfile], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);

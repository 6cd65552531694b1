/** Holds the code against the architecture: which way it may depend, what only one part may touch, how files look. */
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { type Import, type SourceFile, sourceFiles } from './sourceFiles';

const server = sourceFiles('server/src');
const client = sourceFiles('client/src');
const all = [...server, ...client];

/** Every violation as one line, so that a failure names them all. */
function violations(files: readonly SourceFile[], isWrong: (file: SourceFile, imported: Import) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((imported) => isWrong(file, imported)).map(({ from }) => `${file.path} imports ${from}`),
  );
}

const within =
  (...parts: string[]) =>
  (file: SourceFile) =>
    parts.some((part) => file.path === part || (part.endsWith('/') && file.path.startsWith(part)));

/** The part a file of the server belongs to: its folder, or its name for the two entries. */
const partOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : file);

/**
 * What each part may import besides itself. `analysis` has two floors: what features and checks see, and `host`, which
 * sees workers.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  util: [],
  text: ['util'],
  corpus: ['util', 'text'],
  draft: ['util', 'text'],
  index: ['util', 'text'],
  knowledge: ['util', 'text'],
  analysis: ['util', 'text', 'corpus', 'draft', 'index', 'knowledge'],
  export: ['util', 'text', 'draft'],
  word: [],
  features: ['util', 'text', 'corpus', 'draft', 'index', 'knowledge', 'analysis'],
  checks: ['util', 'text', 'corpus', 'draft', 'index', 'knowledge', 'analysis'],
  worker: ['util', 'text', 'corpus', 'index', 'knowledge'],
  lsp: ['util', 'text', 'draft', 'index', 'knowledge', 'analysis', 'features', 'checks'],
  cli: [
    'util',
    'text',
    'corpus',
    'draft',
    'index',
    'knowledge',
    'analysis',
    'features',
    'checks',
    'export',
    'word',
    'worker',
  ],
  'main.ts': ['analysis', 'lsp'],
  'cli.ts': ['analysis', 'cli'],
};

/** What families of checks take from others: how figures are read, where numbering runs, what somebody else's words are. */
const FAMILIES_USED: Readonly<Record<string, readonly string[]>> = {
  figure: ['structure'],
  target: ['figure', 'reference'],
  wording: ['reference'],
  institution: ['wording'],
  passage: ['quote'],
};

/** What is allowed beyond that, with the reason. */
const EXCEPTIONS: readonly { readonly why: string; allows(from: string, to: string, typesOnly: boolean): boolean }[] = [
  {
    why: 'the index keeps the kind of a document, the workers the shape of a finding and of a check’s configuration',
    allows: (from, to, typesOnly) =>
      typesOnly &&
      ((partOf(from) === 'index' && to === 'corpus/document') ||
        (partOf(from) === 'worker' && ['analysis/finding', 'checks/check'].includes(to)) ||
        (from === 'lsp/localisation' && to === 'worker/protocol')),
  },
  {
    why: 'the check worker runs checks over a snapshot',
    allows: (from, to) =>
      from === 'worker/checkWorker' && ['draft', 'checks', 'analysis'].includes(partOf(to)) && to !== 'analysis/host',
  },
  {
    why: 'the host ties workers to snapshots',
    allows: (from, to, typesOnly) =>
      (from === 'analysis/host' && (partOf(to) === 'worker' || (typesOnly && to === 'checks/check'))) ||
      (from === 'analysis/hostConfig' && typesOnly && partOf(to) === 'worker'),
  },
  {
    why: 'the command line reads the same settings, speaks the same language and prints diagnostics as LSP has them',
    allows: (from, to) =>
      partOf(from).startsWith('cli') && ['lsp/settings', 'lsp/toLsp', 'lsp/localisation'].includes(to),
  },
];

describe('the direction of dependencies', () => {
  it('is one way', () => {
    const wrong = violations(server, ({ path }, { file, typesOnly }) => {
      if (file === undefined) return false;
      const from = path.replace(/^server\/src\//, '');
      const [part, other] = [partOf(from), partOf(file)];
      if (part === other || MAY_IMPORT[part]?.includes(other)) return false;
      return !EXCEPTIONS.some(({ allows }) => allows(from.replace(/\.ts$/, ''), file, typesOnly));
    });
    assert.deepEqual(wrong, []);
  });

  it('has no folder without a rule', () => {
    const parts = new Set(server.map(({ path }) => partOf(path.replace(/^server\/src\//, ''))));
    assert.deepEqual(
      [...parts].filter((part) => MAY_IMPORT[part] === undefined),
      [],
    );
  });

  it('is one way between the families of checks too', () => {
    const family = (file: string) => /^checks\/(\w+)\//.exec(file)?.[1];
    const wrong = violations(server.filter(within('server/src/checks/')), ({ path }, { file }) => {
      const [from, to] = [family(path.replace(/^server\/src\//, '')), file && family(file)];
      return from !== to && to !== undefined && from !== 'pages' && !FAMILIES_USED[from ?? '']?.includes(to);
    });
    // `runChecks` lists the check of every code.
    assert.deepEqual(
      wrong.filter((line) => !line.startsWith('server/src/checks/runChecks.ts')),
      [],
    );
  });

  it('keeps features and checks from each other, and from the host', () => {
    const wrong = violations(
      server.filter(within('server/src/features/', 'server/src/checks/')),
      (file, { file: to }) =>
        to === undefined
          ? false
          : to === 'analysis/host' ||
            partOf(to) === (file.path.startsWith('server/src/checks/') ? 'features' : 'checks'),
    );
    assert.deepEqual(wrong, []);
  });

  it('has no circle between files, types aside', () => {
    const graph = new Map(
      server.map(({ path, imports }) => [
        path.replace(/^server\/src\/|\.ts$/g, ''),
        imports.flatMap(({ file, typesOnly }) => (file && !typesOnly ? [file] : [])),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    assert.deepEqual(circles, []);
  });
});

describe('what only one part may touch', () => {
  it('vscode-languageserver: lsp and the entries; the command line its types', () => {
    const isAllowed = within('server/src/lsp/', 'server/src/main.ts');
    const isCommandLine = within('server/src/cli/', 'server/src/cli.ts');
    const wrong = violations(
      all,
      (file, { from, typesOnly }) =>
        /^vscode-languageserver(?:$|\/|-)/.test(from) && !isAllowed(file) && !(isCommandLine(file) && typesOnly),
    );
    assert.deepEqual(wrong, []);
  });

  it('vscode and the language client: the client', () => {
    assert.deepEqual(
      violations(server, (_, { from }) => from === 'vscode' || from.startsWith('vscode-languageclient')),
      [],
    );
  });

  it('the server: nothing but lsp/messages and the fit of skeletons for the client', () => {
    const shared = ['server/src/lsp/messages', 'server/src/knowledge/skeletonFit'];
    const wrong = client.flatMap(({ path, imports }) =>
      imports
        .filter(({ file }) => file?.includes('server/src/') && !shared.some((path) => file.endsWith(path)))
        .map(({ from }) => `${path} imports ${from}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('the client: nothing for the server', () => {
    assert.deepEqual(
      violations(server, (_, { from }) => from.includes('client/src')),
      [],
    );
  });

  it('the file system: workers, the command line, the host; our own resources: localisation and the entries', () => {
    const isAllowed = within(
      'server/src/worker/',
      'server/src/cli/',
      'server/src/cli.ts',
      'server/src/analysis/host.ts',
      'server/src/lsp/localisation.ts',
      'server/src/main.ts',
    );
    assert.deepEqual(
      violations(server, (file, { from }) => /^(?:node:)?fs(?:\/promises)?$/.test(from) && !isAllowed(file)),
      [],
    );
  });

  it('nodejieba: the segmenter process', () => {
    const isAllowed = within('server/src/worker/segmenterProcess.ts');
    assert.deepEqual(
      violations(all, (file, { from }) => from === 'nodejieba' && !isAllowed(file)),
      [],
    );
  });

  it('the network: nothing', () => {
    const network = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/|$)/;
    assert.deepEqual(
      violations(all, (_, { from }) => network.test(from)),
      [],
    );
    assert.deepEqual(
      all
        .filter(({ text }) =>
          /(?:await|return|=|void) fetch\(|globalThis\.fetch|XMLHttpRequest|new WebSocket/.test(text),
        )
        .map(({ path }) => path),
      [],
    );
  });

  it('clock and chance: neither features nor checks, nor what they stand on', () => {
    const pure = ['features', 'checks', 'text', 'draft', 'index', 'knowledge'].map((part) => `server/src/${part}/`);
    const wrong = server
      .filter(within(...pure))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout|setInterval/g)].map(
          ([what]) => `${path}: ${what}`,
        ),
      );
    assert.deepEqual(wrong, []);
    const withDates = server
      .filter(within('server/src/features/', 'server/src/checks/'))
      .filter(({ text }) => /new Date\(/.test(text))
      .map(({ path }) => path);
    assert.deepEqual(withDates, []);
  });
});

describe('every source file', () => {
  const wrong = (isWrong: (file: SourceFile) => boolean) => all.filter(isWrong).map(({ path }) => path);

  it('says in its first lines what it is for', () => {
    assert.deepEqual(
      wrong(({ text }) => !/^\/\*\*[\s\S]{10,}?\*\//.test(text)),
      [],
    );
  });

  it('has at most 400 lines', () => {
    assert.deepEqual(
      wrong(({ text }) => text.trimEnd().split('\n').length > 400),
      [],
    );
  });

  it('has a name in camelCase', () => {
    assert.deepEqual(
      wrong(({ path }) => !/^[a-z][A-Za-z0-9]*\.ts$/.test(basename(path))),
      [],
    );
  });

  it('is no collection of odds and ends', () => {
    assert.deepEqual(
      wrong(({ path }) => /^(?:utils?|helpers?|common|misc)\.ts$/.test(basename(path))),
      [],
    );
  });

  it('has no default export, no any, nothing left to do', () => {
    assert.deepEqual(
      wrong(({ text }) => /^export default/m.test(text)),
      [],
    );
    assert.deepEqual(
      wrong(({ text }) =>
        /(?::|<|\bas)\s*any\b|@ts-ignore|@ts-nocheck/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
      ),
      [],
    );
    assert.deepEqual(
      wrong(({ text }) => /\b(?:TODO|FIXME|XXX|HACK)\b/.test(text)),
      [],
    );
  });
});

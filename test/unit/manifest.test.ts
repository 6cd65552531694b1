/** Holds the extension manifest against the client's source, the fixed settings and both languages. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findingCodes } from '../../server/src/analysis/finding';
import { schemas } from '../../server/src/knowledge/schemas';

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Manifest {
  readonly icon: string;
  readonly l10n: string;
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string }[];
    readonly configuration: readonly { properties: Readonly<Record<string, Setting>> }[];
    readonly configurationDefaults: Readonly<Record<string, unknown>>;
    readonly grammars: readonly { path: string }[];
    readonly keybindings: readonly { command: string; key: string; mac?: string; when?: string }[];
    readonly languages: readonly { id: string; configuration: string }[];
    readonly views: Readonly<Record<string, readonly { id: string }[]>>;
    readonly menus: Readonly<Record<string, readonly { command: string; when?: string }[]>>;
    readonly walkthroughs: readonly { steps: readonly { media: { markdown: string } }[] }[];
    readonly yamlValidation: readonly { fileMatch: string }[];
  };
}

const root = findRoot();
const manifest = readJson<Manifest>('package.json');
const english = readJson<Record<string, string>>('package.nls.json');
const chinese = readJson<Record<string, string>>('package.nls.zh-cn.json');
const settings = Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties)) as Record<
  string,
  Setting
>;
const clientSource = sources(join(root, 'client', 'src'));

/** The settings other editors and the command line know too: their names are fixed. */
const fixedSettings: Readonly<Record<string, unknown>> = {
  'corpus.folders': ['seeds'],
  'corpus.exclude': [],
  'corpus.builtIn': true,
  'corpus.maxCharacters': undefined,
  enabled: true,
  'knowledge.folders': ['.zhibi'],
  'draft.date': '',
  'diagnostics.severity': {},
  'completion.enabled': true,
  'completion.maxItems': 8,
  'completion.pinyin': true,
  'inlineCompletion.enabled': true,
  'duplicate.minLength': undefined,
  'duplicate.formulaicLimit': undefined,
  'trace.server': 'off',
};

describe('the pictures', () => {
  const pages = [
    'README.md',
    'README.zh-CN.md',
    ...readdirSync(join(root, 'client', 'walkthrough')).map((name) => join('client', 'walkthrough', name)),
  ];

  it('are there wherever a page shows one, each with words in its place', () => {
    for (const page of pages) {
      for (const [, words, target] of readFileSync(join(root, page), 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)) {
        assert.ok(existsSync(join(root, page, '..', target!)), `${page}: ${target}`);
        assert.notEqual(words, '', `${page}: ${target}`);
      }
    }
  });

  it('are small enough to be shipped', () => {
    const folder = join(root, 'docs', 'images');
    const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    assert.ok(bytes < 1.5 * 1024 * 1024, `${bytes} bytes`);
  });
});

describe('extension manifest', () => {
  it('contributes no command that the client does not register', () => {
    const registered = registeredCommands();
    for (const { command } of manifest.contributes.commands) {
      assert.ok(registered.has(command), `${command} is not registered`);
    }
  });

  it('names only its own contributed commands in menus, and only commands that exist in keybindings', () => {
    const contributed = new Set(manifest.contributes.commands.map(({ command }) => command));
    const used = [...Object.values(manifest.contributes.menus).flat(), ...manifest.contributes.keybindings];
    for (const { command } of used) {
      const isOfTheEditor = /^(?:editor\.action\.|jumpTo(?:Next|Prev)SnippetPlaceholder$)/.test(command);
      assert.ok(contributed.has(command) || isOfTheEditor, command);
    }
  });

  it('has a test in the real editor for each of its commands and views', () => {
    const folder = join(root, 'test', 'workbench');
    const tests = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const run = (id: string) => tests.some((text) => text.includes(`executeCommand('${id}'`));
    const views = Object.values(manifest.contributes.views).flat();
    const ids = [
      ...manifest.contributes.commands.map(({ command }) => command),
      ...views.map(({ id }) => `${id}.focus`),
    ];
    assert.deepEqual(
      ids.filter((id) => !run(id)),
      [],
    );
  });

  it('binds keys only where Zhibi is active', () => {
    for (const { key, when } of manifest.contributes.keybindings) {
      assert.match(when ?? '', /zhibi\.active/, key);
    }
  });

  it('binds no key that an input method or the system takes for switching', () => {
    // Windows with 微软拼音 or 搜狗, macOS, ibus and fcitx as they come: language, width, punctuation, script, clipboard.
    const taken =
      /^(?:(?:ctrl|shift|alt|meta|win|cmd|ctrl\+alt|ctrl\+shift)\+space|shift|ctrl\+shift|alt\+shift|ctrl\+[.;,]|ctrl\+shift\+[fbzemu]|ctrl\+alt\+[bp]|f1[02]?)$/;
    for (const binding of manifest.contributes.keybindings) {
      for (const key of [binding.key, binding.mac].filter((each) => each !== undefined)) {
        assert.doesNotMatch(key, taken, binding.command);
        // A letter or digit alone, or with Shift, is text.
        assert.match(key, /^(?:ctrl|alt|cmd)\+/, binding.command);
      }
    }
  });

  it('has every fixed setting with its default', () => {
    for (const [name, value] of Object.entries(fixedSettings)) {
      const setting = settings[`zhibi.${name}`];
      assert.ok(setting !== undefined, `zhibi.${name} is missing`);
      assert.ok(setting.default !== undefined, `zhibi.${name} has no default`);
      if (value !== undefined) {
        assert.deepEqual(setting.default, value, name);
      }
    }
  });

  it('describes and scopes every setting', () => {
    for (const [name, setting] of Object.entries(settings)) {
      const description = setting.description ?? setting.markdownDescription;
      assert.equal(description, `%config.${name.slice('zhibi.'.length)}%`);
      assert.ok(setting.scope, `${name} has no scope`);
    }
  });

  it('offers a severity for every finding code and for nothing else', () => {
    const offered = Object.keys(settings['zhibi.diagnostics.severity']?.properties ?? {});
    assert.deepEqual(offered.sort(), [...findingCodes].sort());
  });

  it('knows every knowledge file', () => {
    const matched = manifest.contributes.yamlValidation.map(({ fileMatch }) => fileMatch);
    assert.deepEqual(
      matched.sort(),
      Object.keys(schemas)
        .map((name) => `.zhibi/${name}.yaml`)
        .sort(),
    );
  });

  it('changes editor settings for its own language only', () => {
    assert.deepEqual(Object.keys(manifest.contributes.configurationDefaults), ['[gongwen]']);
  });

  it('has every text in English and Chinese', () => {
    const keys = [...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map(([, key]) => key as string);
    assert.ok(keys.length > 0);
    for (const key of keys) {
      assert.ok(english[key], `package.nls.json lacks ${key}`);
      assert.match(chinese[key] ?? '', /\p{Script=Han}/u, `package.nls.zh-cn.json lacks ${key}`);
    }
    assert.deepEqual(Object.keys(english).sort(), [...new Set(keys)].sort());
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
  });

  it('points only to files that exist', () => {
    const { languages, grammars, walkthroughs } = manifest.contributes;
    const pages = walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown));
    const files = [
      manifest.icon,
      ...languages.map(({ configuration }) => configuration),
      ...grammars.map(({ path }) => path),
      ...pages,
      ...pages.map((page) => page.replace(/\.md$/, '.nls.zh-cn.md')),
    ];
    for (const file of files) {
      assert.ok(existsSync(join(root, file)), `${file} is missing`);
    }
  });

  it('has an icon of 128 by 128 pixels', () => {
    const header = readFileSync(join(root, manifest.icon)).subarray(0, 24);
    assert.equal(header.toString('latin1', 12, 16), 'IHDR');
    assert.deepEqual([header.readUInt32BE(16), header.readUInt32BE(20)], [128, 128]);
  });

  it('takes a clause of a gongwen draft for a word, so that an open list is asked again at every character', () => {
    const path = manifest.contributes.languages[0]?.configuration ?? '';
    const { wordPattern } = readJson<{ wordPattern: { pattern: string; flags: string } }>(path);
    const words = '加快“科技”创新，GDP增长5%'.match(new RegExp(wordPattern.pattern, `${wordPattern.flags}g`));
    assert.deepEqual(words, ['加快', '科技', '创新', 'GDP增长5']);
  });
});

describe('client texts', () => {
  it('are all translated', () => {
    const bundle = [join(manifest.l10n, 'bundle.l10n.zh-cn.json'), join(manifest.l10n, 'parts', 'client.zh-cn.json')]
      .filter((path) => existsSync(join(root, path)))
      .map((path) => readJson<Record<string, string>>(path));
    const translated: Record<string, string> = Object.assign({}, ...bundle);
    const texts = clientTexts();
    assert.ok(texts.length > 0);
    for (const text of texts) {
      const translation = translated[text] ?? '';
      assert.match(translation, /\p{Script=Han}/u, `no Chinese for: ${text}`);
      assert.deepEqual(placeholders(translation), placeholders(text), text);
    }
  });

  it('are all literals that can be extracted', () => {
    const calls = [...clientSource.matchAll(/\bl10n\.t\(/g)].length;
    assert.equal(clientTextMatches().length, calls);
  });
});

function registeredCommands(): Set<string> {
  return new Set([...clientSource.matchAll(/registerCommand\(\s*'([\w.]+)'/g)].map(([, id]) => id as string));
}

function clientTextMatches(): string[] {
  return [...clientSource.matchAll(/\bl10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text as string);
}

function clientTexts(): string[] {
  return [...new Set(clientTextMatches())];
}

function placeholders(text: string): string[] {
  return (text.match(/\{\d+\}/g) ?? []).sort();
}

function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sources(path) : readFileSync(path, 'utf8');
    })
    .join('\n');
}

/** Tests run bundled in another folder: the repository is where the manifest is. */
function findRoot(): string {
  for (let folder = process.cwd(); ; folder = join(folder, '..')) {
    if (existsSync(join(folder, 'package.nls.json'))) {
      return folder;
    }
    assert.notEqual(folder, join(folder, '..'), 'run inside the repository');
  }
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
}

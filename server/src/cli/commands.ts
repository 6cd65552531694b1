/** The commands of the command line, their options and exit codes. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { resourcesIn } from '../analysis/resources';
import { setLocale } from '../lsp/localisation';
import { type CheckOptions, checkCommand } from './checkCommand';
import { type CompareOptions, compareCommand } from './compareCommand';
import { type CompleteCommandOptions, completeCommand } from './completeCommand';
import { type DoctorOptions, doctorCommand } from './doctorCommand';
import { exportCommand } from './exportCommand';
import { importCommand } from './importCommand';
import { type IndexOptions, indexCommand } from './indexCommand';
import { UsageError } from './output';
import { type ReportOptions, reportCommand } from './reportCommand';
import { type SearchCommandOptions, searchCommand } from './searchCommand';

const root = dirname(__dirname);
const resources = resourcesIn(root);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
setLocale(resources.l10nFolder, LC_ALL || LC_MESSAGES || LANG);

const USAGE = 2;

function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError(l10n.t('It must be a number from 1.'));
  return number;
}

const collect = (value: string, previous: string[] | undefined) => [...(previous ?? []), value];
const corpusOption = () =>
  new Option('--corpus <dir>', l10n.t('a folder with source documents; may be given more than once')).argParser(
    collect,
  );
const cacheOption = () => new Option('--cache <dir>', l10n.t('where indexes are kept'));
const builtInOption = () =>
  new Option('--no-built-in', l10n.t('without the knowledge and examples that ship with Zhibi'));
const formatOption = (...formats: string[]) =>
  new Option('--format <format>', l10n.t('how results are printed')).choices(formats).default('text');
const limitOption = (limit: number) =>
  new Option('--limit <n>', l10n.t('the most results')).argParser(count).default(limit);

async function main(): Promise<number> {
  let exitCode = 0;
  const run = (action: Promise<number>) =>
    action.then((code) => {
      exitCode = code;
    });
  const program = new Command('zhibi')
    .description(l10n.t('Completes, explains and checks Chinese policy speeches and official documents. Offline.'))
    .version(version)
    .exitOverride();

  program
    .command('check')
    .description(l10n.t('check drafts: exit 0 without warnings, 1 with, 2 for bad usage or unreadable input'))
    .argument('<path...>')
    .addOption(corpusOption())
    .option('--date <date>', l10n.t('the date the drafts are read at (YYYY-MM-DD)'))
    .addOption(formatOption('text', 'json', 'sarif'))
    .option('--annotate <file>', l10n.t('of a .docx draft: the copy to write, with the findings as comments'))
    .addOption(cacheOption())
    .addOption(builtInOption())
    .action((paths: string[], options: CheckOptions) => run(checkCommand(resources, version, paths, options)));

  program
    .command('index')
    .description(l10n.t('build or update an index'))
    .argument('<dir...>')
    .addOption(cacheOption())
    .addOption(formatOption('text', 'json'))
    .action((folders: string[], options: IndexOptions) => run(indexCommand(resources, folders, options)));

  program
    .command('search')
    .description(l10n.t('find passages of the source documents'))
    .argument('<text>')
    .addOption(corpusOption())
    .addOption(limitOption(10))
    .option('--fuzzy', l10n.t('also passages with only part of the words'))
    .addOption(formatOption('text', 'json'))
    .addOption(cacheOption())
    .addOption(builtInOption())
    .action((text: string, options: SearchCommandOptions) => run(searchCommand(resources, text, options)));

  program
    .command('complete')
    .description(l10n.t('show what completion would offer after a text'))
    .argument('<text>')
    .addOption(corpusOption())
    .addOption(limitOption(8))
    .addOption(formatOption('text', 'json'))
    .addOption(cacheOption())
    .addOption(builtInOption())
    .action((text: string, options: CompleteCommandOptions) => run(completeCommand(resources, text, options)));

  program
    .command('import')
    .description(l10n.t('convert documents to clean Markdown with front matter'))
    .argument('<path...>')
    .requiredOption('--out <dir>', l10n.t('where the Markdown files go'))
    .action((paths: string[], { out }: { out: string }) => run(importCommand(paths, out)));

  program
    .command('export')
    .description(l10n.t('write a draft as a Word file in the official format (GB/T 9704-2012)'))
    .argument('<draft>')
    .requiredOption('--out <file>', l10n.t('the .docx file to write'))
    .action((draft: string, { out }: { out: string }) => run(exportCommand(draft, out)));

  program
    .command('report')
    .description(l10n.t('print findings, sources and figures of a draft'))
    .argument('<draft>')
    .addOption(corpusOption())
    .addOption(new Option('--format <format>', l10n.t('how results are printed')).choices(['md', 'html']).default('md'))
    .addOption(cacheOption())
    .addOption(builtInOption())
    .action((draft: string, options: ReportOptions) => run(reportCommand(resources, draft, options)));

  program
    .command('compare')
    .description(
      l10n.t(
        'show how wording and formulations changed from one document to another, or between two years of the corpus',
      ),
    )
    .argument('<a>')
    .argument('<b>')
    .addOption(formatOption('text', 'json'))
    .addOption(corpusOption())
    .addOption(cacheOption())
    .addOption(builtInOption())
    .action((a: string, b: string, options: CompareOptions) => run(compareCommand(resources, a, b, options)));

  program
    .command('doctor')
    .description(l10n.t('say what a report of a fault needs: versions, folders, index, problems; no text of yours'))
    .argument('[path]', l10n.t('a file or folder of the workspace'), '.')
    .addOption(corpusOption())
    .addOption(formatOption('text', 'json'))
    .addOption(cacheOption())
    .addOption(builtInOption())
    .action((path: string, options: DoctorOptions) => run(doctorCommand(resources, version, path, options)));

  program
    .command('lsp')
    .description(l10n.t('start the language server'))
    .option('--stdio', l10n.t('talk over standard input and output'))
    .option('--node-ipc', l10n.t('talk over the channel of the parent process'))
    .addOption(cacheOption())
    // Editors add options of their own, such as --clientProcessId.
    .allowUnknownOption()
    .action(() => {
      throw new UsageError(l10n.t('Say how to talk: --stdio or --node-ipc.'));
    });

  await program.parseAsync();
  return exitCode;
}

// A reader such as `head` may close the pipe before everything is printed: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : USAGE));

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : USAGE;
      return;
    }
    process.stderr.write(
      `${error instanceof Error ? (error instanceof UsageError ? error.message : error.stack) : String(error)}\n`,
    );
    process.exitCode = USAGE;
  },
);

/** `zhibi doctor`: says what a report of a fault needs to say (versions, folders, cache, native module, problems), without a word of any draft. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { systemCacheFolder } from '../analysis/cacheFolder';
import type { Resources } from '../analysis/resources';
import { type KnowledgeSummary, knowledgeSummary } from '../knowledge/knowledge';
import type { Problem } from '../util/problem';
import { segmentTexts } from '../worker/segmentation';
import { loadSegment, segmentFile } from '../worker/segmentStore';
import { printJson, printLine } from './output';
import { openSession, type SourceOptions } from './session';

export interface DoctorOptions extends SourceOptions {
  readonly format: 'text' | 'json';
}

interface Report {
  readonly version: 1;
  readonly zhibi: string;
  readonly node: string;
  readonly platform: string;
  readonly folders: readonly string[];
  readonly documents: number;
  readonly characters: number;
  readonly knowledge: KnowledgeSummary;
  /** The index of these folders as it is kept: whether it opens, and its size on disk. */
  readonly cache: { readonly file: string; readonly opens: boolean; readonly bytes: number };
  readonly segmenter: string;
  readonly problems: readonly Problem[];
}

/** Reads the sources of the workspace around `path` as every command does, and reports. Exit code: 0, or 1 where something needs attention. */
export async function doctorCommand(
  resources: Resources,
  version: string,
  path: string,
  options: DoctorOptions,
): Promise<number> {
  const report = await examine(resources, version, path, options);
  if (options.format === 'json') printJson(report);
  else printReport(report);
  return report.cache.opens && report.problems.length === 0 ? 0 : 1;
}

async function examine(resources: Resources, version: string, path: string, options: DoctorOptions): Promise<Report> {
  const { snapshot, settings, folders, problems } = await openSession(resources, path, options);
  const cacheFolder = options.cache ? resolve(options.cache) : systemCacheFolder();
  const file = segmentFile(cacheFolder, folders, settings.corpus.exclude);
  const { segmenter } = await segmentTexts(resources.segmenterProcess, { words: [], texts: ['科技创新'] });
  const { sources } = snapshot.corpus;
  return {
    version: 1,
    zhibi: version,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    folders,
    documents: sources.length,
    characters: sources.reduce((sum, document) => sum + document.length, 0),
    knowledge: knowledgeSummary(snapshot.knowledge.data),
    cache: {
      file,
      opens: folders.length === 0 || loadSegment(file) !== undefined,
      bytes: sizeOf(file),
    },
    segmenter,
    problems,
  };
}

function knowledgeLine({ builtIn, own, checked }: KnowledgeSummary): string {
  return checked === undefined
    ? l10n.t('Knowledge: {0} entries of your own', own)
    : l10n.t(
        'Knowledge: {0} built-in entries, last checked on {1}, and {2} of your own; what was issued since is not known',
        builtIn,
        checked,
        own,
      );
}

/** In bytes; 0 where there is no such file, or no way to it. */
function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

function printReport(report: Report): void {
  const { zhibi, node, platform, folders, documents, characters, knowledge, cache, segmenter, problems } = report;
  printLine(`Zhibi ${zhibi} · Node.js ${node} · ${platform}`);
  printLine(
    folders.length > 0
      ? l10n.t('Corpus: {0} documents, {1} characters in {2}', documents, characters, folders.join(', '))
      : l10n.t('Corpus: no folder. Run it in your workspace, or name one with --corpus.'),
  );
  printLine(knowledgeLine(knowledge));
  const megabytes = (cache.bytes / 1048576).toFixed(1);
  if (folders.length > 0) {
    printLine(
      cache.opens
        ? l10n.t('Index: {0} MB, whole, in {1}', megabytes, cache.file)
        : l10n.t('Index: not kept in {0}; it is built anew at every start', cache.file),
    );
  }
  printLine(
    segmenter === 'nodejieba'
      ? l10n.t('Words: cut by nodejieba')
      : l10n.t('Words: cut by {0}, because nodejieba is not installed or does not load', segmenter),
  );
  printLine(problems.length > 0 ? l10n.t('{0} problems:', problems.length) : l10n.t('No problems'));
  for (const { path, line, message } of problems) printLine(`    ${path}${line ? `:${line}` : ''}: ${message}`);
}

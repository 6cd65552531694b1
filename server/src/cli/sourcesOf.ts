/** The sources of a draft as `zhibi check --format json` prints them. */
import type { Range } from 'vscode-languageserver';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import { draftSources } from '../features/draftSources';
import type { ClosestSource } from '../index/closestSource';
import { toRange } from '../lsp/toLsp';
import { atOnce } from '../util/inSteps';

/** A passage as `zhibi search` prints it; `score` is the share of the sentence's letters that it has. */
export interface FileSource {
  readonly path: string;
  readonly title: string;
  readonly date: string | null;
  /** UTF-16 offsets into the clean document text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
}

export interface FileSources {
  /** From 0 to 1: the share of letters that no source has. */
  readonly newShare: number;
  /** Every paragraph; only the sentences that have a source, with the closest first. */
  readonly paragraphs: readonly {
    readonly range: Range;
    readonly newShare: number;
    readonly sentences: readonly { readonly range: Range; readonly sources: readonly FileSource[] }[];
  }[];
}

export function sourcesOf(snapshot: Snapshot, draft: Draft, path: string): FileSources {
  const { newShare, paragraphs } = atOnce(draftSources(snapshot, draft, path));
  return {
    newShare: rounded(newShare),
    paragraphs: paragraphs.map((paragraph) => ({
      range: toRange(draft, paragraph),
      newShare: rounded(paragraph.newShare),
      sentences: paragraph.sentences.map((sentence) => ({
        range: toRange(draft, sentence),
        sources: sentence.sources.map(fileSource),
      })),
    })),
  };
}

function fileSource({ document, start, end, share }: ClosestSource): FileSource {
  const { path, title, date = null } = document;
  return { path, title, date, start, end, text: document.cleanText(start, end), score: rounded(share) };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

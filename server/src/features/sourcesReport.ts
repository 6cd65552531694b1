/** The sources of a draft as a table: each paragraph, the documents it is close to, and how much of it is new. */
import * as l10n from '@vscode/l10n';
import type { Draft } from '../draft/draft';
import type { Corpus } from '../index/corpus';
import { positionAt } from '../text/location';
import type { DraftSources, ParagraphSources } from './draftSources';
import type { DraftReport } from './report';
import { type Cell, hrefOf, type ReportTable, words } from './reportTable';

/** Documents named for one paragraph. */
const MOST_DOCUMENTS = 5;
/** Enough to know the paragraph by. In UTF-16 code units. */
const LONGEST_WORDS = 24;

/** The page that shows all sources of a draft. `path` is the draft's own, where it has one. */
export function sourcesReport(
  corpus: Corpus,
  draft: Draft,
  path: string | undefined,
  sources: DraftSources,
): DraftReport {
  return {
    title: l10n.t('Sources of {0}', nameOfDraft(draft)),
    facts: [newTextFact(sources)],
    tables: [paragraphsTable(corpus, draft, path, sources)],
  };
}

/** Its title in the front matter, else its first heading, else the name of its file. */
export function nameOfDraft({ frontMatter, headings, uri }: Draft): string {
  const file = uri.slice(uri.lastIndexOf('/') + 1);
  return frontMatter?.values.title || headings[0]?.title || decoded(file);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** One line on the whole draft. */
export function newTextFact({ newShare, paragraphs }: DraftSources): string {
  const sourced = paragraphs.filter(({ documents }) => documents.length > 0).length;
  return l10n.t(
    'New text: {0} %. {1} of {2} paragraphs have sentences close to a source.',
    percent(newShare),
    sourced,
    paragraphs.length,
  );
}

/** A row for each paragraph and document; a paragraph without one has a row as well. */
export function paragraphsTable(
  corpus: Corpus,
  draft: Draft,
  path: string | undefined,
  { paragraphs }: DraftSources,
): ReportTable {
  return {
    heading: l10n.t('Where each paragraph comes from'),
    columns: [l10n.t('Line'), l10n.t('Words'), l10n.t('New text'), l10n.t('Source'), l10n.t('Share')],
    rows: paragraphs.flatMap((paragraph) => rowsOf(corpus, draft, path, paragraph)),
    nothing: l10n.t('The draft has no text yet.'),
  };
}

function rowsOf(corpus: Corpus, draft: Draft, path: string | undefined, paragraph: ParagraphSources): Cell[][] {
  const [from, to] = [paragraph.start, paragraph.end].map((offset) => positionAt(draft.lineStarts, offset));
  const start: Cell[] = [
    { text: String(from!.line + 1), ...(path && { href: hrefOf({ path, start: from!, end: to! }) }) },
    { text: words(draft, paragraph, LONGEST_WORDS) },
    { text: `${percent(paragraph.newShare)} %` },
  ];
  if (paragraph.documents.length === 0) return [[...start, { text: '—' }, { text: '' }]];
  return paragraph.documents
    .slice(0, MOST_DOCUMENTS)
    .map(({ first, share }, i) => [
      ...(i === 0 ? start : [{ text: '' }, { text: '' }, { text: '' }]),
      { text: nameOf(first.document), href: hrefOf(corpus.location(first)) },
      { text: `${percent(share)} %` },
    ]);
}

function nameOf({ title, date }: { readonly title: string; readonly date?: string | undefined }): string {
  return date ? l10n.t('{0}, {1}', title, date) : title;
}

function percent(share: number): number {
  return Math.round(share * 100);
}

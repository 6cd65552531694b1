/** The corpus status as a page of plain Markdown with links: what was read, from where, and what went wrong. */
import { DocumentLink, l10n, Range, Uri } from 'vscode';
import type { CorpusStatus, DocumentSummary } from '../../server/src/lsp/messages';

/** A longer list helps nobody; the rest is counted. */
const maxDocuments = 2000;

export interface CorpusReport {
  readonly text: string;
  /** Paths are shown as names and opened by links: the addresses of Chinese names are unreadable. */
  readonly links: readonly DocumentLink[];
}

/**
 * The page for the server's answer.
 * @param language - a BCP 47 tag, for the grouping of digits
 */
export function corpusReport(corpus: CorpusStatus, language: string): CorpusReport {
  const count = new Intl.NumberFormat(language);
  const { status, folders, problems } = corpus;
  const page = new Page();
  page.line(`# ${l10n.t('Corpus status')}`);
  page.line(status.message);
  page.line(l10n.t('{0} documents, {1} characters', count.format(status.documents), count.format(status.characters)));
  const { builtIn, own, checked } = corpus.knowledge;
  if (checked !== undefined) {
    page.line(
      l10n.t(
        'Knowledge: {0} built-in entries, last checked on {1}, and {2} of your own; what was issued since is not known',
        count.format(builtIn),
        checked,
        count.format(own),
      ),
    );
  }
  page.heading(l10n.t('Problems with source documents'), problems.length);
  for (const { path, line, message } of problems) {
    page.item(line === undefined ? path : `${path}:${line}`, fileUri(path, line), oneLine(message));
  }
  page.heading(l10n.t('Folders'), folders.length);
  for (const folder of folders) {
    page.item(folder);
  }
  const add = (title: string, documents: readonly DocumentSummary[]): void => {
    page.heading(title, documents.length);
    for (const { path, ...document } of documents.slice(0, maxDocuments)) {
      const size = l10n.t('{0} characters', count.format(document.characters));
      const about = [document.date, document.kind, size].filter((part) => part !== undefined && part !== '');
      page.item(oneLine(document.title), Uri.file(path), about.join(' · '));
    }
    if (documents.length > maxDocuments) {
      page.item(l10n.t('… and {0} more', count.format(documents.length - maxDocuments)));
    }
  };
  add(
    l10n.t('Source documents'),
    corpus.documents.filter(({ builtIn }) => !builtIn),
  );
  add(
    l10n.t('Built-in documents'),
    corpus.documents.filter(({ builtIn }) => builtIn),
  );
  return page.finish();
}

/** Collects lines and remembers where the links in them are. */
class Page {
  private readonly lines: string[] = [];
  private readonly links: DocumentLink[] = [];

  line(text: string): void {
    this.lines.push(oneLine(text), '');
  }

  /** Starts a section unless it would be empty. */
  heading(title: string, items: number): void {
    if (items > 0) {
      const gap = this.lines.at(-1) === '' ? [] : [''];
      this.lines.push(...gap, `## ${title}`, '');
    }
  }

  item(label: string, target?: Uri, about = ''): void {
    const bullet = '- ';
    if (target !== undefined) {
      const line = this.lines.length;
      this.links.push(new DocumentLink(new Range(line, bullet.length, line, bullet.length + label.length), target));
    }
    this.lines.push(`${bullet}${label}${about === '' ? '' : ` · ${about}`}`);
  }

  finish(): CorpusReport {
    return { text: `${this.lines.join('\n')}\n`, links: this.links };
  }
}

function fileUri(path: string, line: number | undefined): Uri {
  return Uri.file(path).with({ fragment: line === undefined ? '' : `L${line}` });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

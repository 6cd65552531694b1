/** The pull of diagnostics as a writer wants it: quiet at the line she types, complete a second after her last key. */
import { languages, type TextDocument, type TextDocumentChangeEvent } from 'vscode';
import { type Middleware, vsdiag } from 'vscode-languageclient/node';
import { TypedLines, withoutNewOn } from './typingQuiet';

export interface QuietDiagnostics {
  readonly edited: (event: TextDocumentChangeEvent) => void;
  readonly provideDiagnostics: NonNullable<Middleware['provideDiagnostics']>;
}

/** `pullAgain` asks for the diagnostics of the open drafts once more. */
export function createQuietDiagnostics(pullAgain: () => void): QuietDiagnostics {
  const lines = new TypedLines();
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    edited: ({ document, contentChanges, reason }) => {
      // An undo or redo is no typing: it shows at once what it brought back.
      const last = reason === undefined ? contentChanges.at(-1) : undefined;
      if (last === undefined) {
        lines.forget(document.uri.toString());
        return;
      }
      const added = last.text.split('\n').length - 1;
      lines.edited(document.uri.toString(), last.range.start.line + added, performance.now());
    },
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const report = await next(document, previousResultId, token);
      const uri = ('uri' in document ? document.uri : document) as TextDocument['uri'];
      const typing = lines.typing(uri.toString(), performance.now());
      if (typing === undefined || report?.kind !== vsdiag.DocumentDiagnosticReportKind.full) {
        return report;
      }
      const shown = languages.getDiagnostics(uri).filter(({ source }) => source === 'zhibi');
      const items = withoutNewOn(report.items, shown, typing.line);
      clearTimeout(timers.get(uri.toString()));
      if (items.length < report.items.length) {
        timers.set(
          uri.toString(),
          setTimeout(() => {
            timers.delete(uri.toString());
            pullAgain();
          }, typing.left),
        );
      }
      return { ...report, items };
    },
  };
}

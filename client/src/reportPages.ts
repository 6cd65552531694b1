/** Pages that the server wrote as HTML, shown beside the draft; their links open places in the editor. */
import { commands, type Disposable, l10n, Range, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { nameOf } from './openPassage';
import { tell } from './tell';

/** What links run; in no menu. */
const OPEN_COMMAND = 'zhibi.openFromPage';

/** Pages by name; the same name is the same page, with new text. */
export interface ReportPages extends Disposable {
  /**
   * @param name shown on the tab
   * @param html a whole page that loads and runs nothing
   */
  show(name: string, html: string): void;
}

/** Registers what the links of pages run. */
export function createReportPages(): ReportPages {
  const panels = new Map<string, WebviewPanel>();
  const command = commands.registerCommand(OPEN_COMMAND, openFromPage);
  return {
    show: (name, html) => {
      const panel = panels.get(name) ?? createPanel(name);
      panel.webview.html = withCommandLinks(html);
      panel.reveal(undefined, true);
    },
    dispose: () => {
      command.dispose();
      for (const panel of panels.values()) {
        panel.dispose();
      }
    },
  };

  function createPanel(name: string): WebviewPanel {
    const where = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const options = { enableCommandUris: [OPEN_COMMAND], enableFindWidget: true, localResourceRoots: [] };
    const panel = window.createWebviewPanel('zhibi.report', name, where, options);
    panels.set(name, panel);
    panel.onDidDispose(() => panels.delete(name));
    return panel;
  }
}

/** Holds whatever page comes to loading and running nothing; its own policy stays in force beside this one. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;

/** A page of the editor follows no link to a file: each becomes a call of our command. */
function withCommandLinks(html: string): string {
  const held = html.replace('<head>', `<head>${POLICY}`);
  return held.replace(/href="(file:[^"#]+)#L(\d+),(\d+)"/g, (_, uri: string, line: string, character: string) => {
    const place = { uri: uri.replaceAll('&amp;', '&'), line: Number(line) - 1, character: Number(character) - 1 };
    return `href="command:${OPEN_COMMAND}?${encodeURIComponent(JSON.stringify(place))}"`;
  });
}

/** Shows a place where its document is visible already, else in the column of the page. Never throws. */
async function openFromPage(place: unknown): Promise<void> {
  const { uri, line, character } = (place ?? {}) as { uri?: unknown; line?: unknown; character?: unknown };
  if (typeof uri !== 'string' || !Number.isInteger(line) || !Number.isInteger(character)) {
    return;
  }
  try {
    const target = Uri.parse(uri, true);
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === target.toString());
    const at = [line as number, character as number] as const;
    await window.showTextDocument(shown?.document ?? (await workspace.openTextDocument(target)), {
      viewColumn: shown?.viewColumn ?? ViewColumn.Active,
      preview: true,
      selection: new Range(...at, ...at),
    });
  } catch {
    void tell.error(l10n.t('Could not open {0}. Was the file moved or deleted?', nameOf(uri)));
  }
}

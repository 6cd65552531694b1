/** The extension's entry: puts the parts together and names the commands. */
import { commands, type ExtensionContext, window } from 'vscode';
import { acceptNextPhrase } from './commands/acceptNextPhrase';
import { addCorpusFolder } from './commands/addCorpusFolder';
import { openLocation } from './commands/openLocation';
import { rebuildIndex } from './commands/rebuildIndex';
import { restartServer } from './commands/restartServer';
import { searchCorpus } from './commands/searchCorpus';
import { createCleanedView } from './commands/showCleaned';
import { createCorpusStatusPage } from './commands/showCorpusStatus';
import { showSource } from './commands/showSource';
import { toggleWorkspace } from './commands/toggleWorkspace';
import { Session } from './session';
import { createStatusItem } from './status';
import { createSuggestTrigger } from './suggestTrigger';

let session: Session | undefined;

/** Registers everything at once and leaves the look for drafts, and the server, to run behind. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('Zhibi', { log: true });
  const opened = new Session(context, log);
  session = opened;
  const page = createCorpusStatusPage(opened);
  const cleaned = createCleanedView(opened);
  context.subscriptions.push(
    log,
    opened,
    page,
    cleaned,
    createStatusItem(opened),
    createSuggestTrigger(opened, context.globalStorageUri),
    commands.registerCommand('zhibi.acceptNextPhrase', () => acceptNextPhrase(opened)),
    commands.registerCommand('zhibi.addCorpusFolder', () => addCorpusFolder(opened)),
    commands.registerCommand('zhibi.openLocation', (place: unknown) => openLocation(place)),
    commands.registerCommand('zhibi.rebuildIndex', () => rebuildIndex(opened)),
    commands.registerCommand('zhibi.restartServer', () => restartServer(opened)),
    commands.registerCommand('zhibi.searchCorpus', () => searchCorpus(opened)),
    commands.registerCommand('zhibi.showCleaned', (resource: unknown) => cleaned.show(resource)),
    commands.registerCommand('zhibi.showCorpusStatus', () => page.show()),
    commands.registerCommand('zhibi.showLog', () => log.show()),
    commands.registerCommand('zhibi.showSource', (place: unknown) => showSource(opened, place)),
    commands.registerCommand('zhibi.toggleWorkspace', () => toggleWorkspace(opened)),
  );
  void opened.reconsider();
}

/** Ends the server with the window. */
export async function deactivate(): Promise<void> {
  await session?.shutdown();
}

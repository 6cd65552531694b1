/** The extension's entry: puts the parts together and names the commands. */
import { commands, type ExtensionContext, TreeItem, window } from 'vscode';
import { acceptNextPhrase } from './commands/acceptNextPhrase';
import { addCorpusFolder } from './commands/addCorpusFolder';
import { addKnowledge } from './commands/addKnowledge';
import { compareWithDocument } from './commands/compareWithDocument';
import { createSourceComparison } from './commands/compareWithSource';
import { compareYears } from './commands/compareYears';
import { excludeDocument } from './commands/excludeDocument';
import { exportWord } from './commands/exportWord';
import { importDocuments } from './commands/importDocuments';
import { newDraft } from './commands/newDraft';
import { openLocation } from './commands/openLocation';
import { rebuildIndex } from './commands/rebuildIndex';
import { fixAllFindings, fixFinding, renumberDraft } from './commands/repairFindings';
import { restartServer } from './commands/restartServer';
import { searchCorpus } from './commands/searchCorpus';
import { createCleanedView } from './commands/showCleaned';
import { createCorpusStatusPage } from './commands/showCorpusStatus';
import { showDraftSources } from './commands/showDraftSources';
import { showMenu } from './commands/showMenu';
import { saveReport, showReport } from './commands/showReport';
import { showSource } from './commands/showSource';
import { toggleWorkspace } from './commands/toggleWorkspace';
import { copyCitation, insertFormulation, insertPassage, quotePassage } from './commands/usePassage';
import { createReportPages } from './reportPages';
import { Session } from './session';
import { createStatusItem } from './status';
import { createSuggestTrigger } from './suggestTrigger';
import { createCorpusView } from './views/corpusView';
import { createFindingsView } from './views/findingsView';
import { createFormulationsView } from './views/formulationsView';
import { createOutlineView } from './views/outlineView';
import { createSearchView } from './views/searchView';

let session: Session | undefined;

/** Registers everything at once and leaves the look for drafts, and the server, to run behind. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('Zhibi', { log: true });
  const opened = new Session(context, log);
  session = opened;
  const page = createCorpusStatusPage(opened);
  const cleaned = createCleanedView(opened);
  const formulations = createFormulationsView(opened);
  const passages = createSearchView();
  const pages = createReportPages();
  const comparison = createSourceComparison(opened);
  context.subscriptions.push(
    log,
    opened,
    page,
    cleaned,
    formulations,
    passages,
    pages,
    comparison,
    createStatusItem(opened),
    createSuggestTrigger(opened, context.globalStorageUri),
    createCorpusView(opened),
    createFindingsView((code) => codeDescriptions(context)[code]?.description),
    createOutlineView(opened),
    commands.registerCommand('zhibi.acceptNextPhrase', () => acceptNextPhrase(opened)),
    commands.registerCommand('zhibi.backToDraft', () => comparison.back()),
    commands.registerCommand('zhibi.compareWithDocument', () => compareWithDocument(opened, pages)),
    commands.registerCommand('zhibi.compareYears', () => compareYears(opened, pages)),
    commands.registerCommand('zhibi.compareWithSource', (compared: unknown) => comparison.show(compared)),
    commands.registerCommand('zhibi.addCorpusFolder', () => addCorpusFolder(opened)),
    commands.registerCommand('zhibi.addKnowledge', () => addKnowledge(opened)),
    commands.registerCommand('zhibi.excludeDocument', (node: unknown) => excludeDocument(opened, node)),
    commands.registerCommand('zhibi.fixAllFindings', () => fixAllFindings()),
    commands.registerCommand('zhibi.fixFinding', (node: unknown) => fixFinding(node)),
    commands.registerCommand('zhibi.newDraft', () => newDraft(context)),
    commands.registerCommand('zhibi.exportWord', (target: unknown) => exportWord(context.extensionUri, target)),
    commands.registerCommand('zhibi.importDocuments', (resource: unknown, selected: unknown) =>
      importDocuments({ session: opened, extension: context.extensionUri }, resource, selected),
    ),
    commands.registerCommand('zhibi.openLocation', (place: unknown) => openLocation(place)),
    commands.registerCommand('zhibi.rebuildIndex', () => rebuildIndex(opened)),
    commands.registerCommand('zhibi.renumberDraft', () => renumberDraft()),
    commands.registerCommand('zhibi.restartServer', () => restartServer(opened)),
    commands.registerCommand('zhibi.searchCorpus', (words: unknown) =>
      searchCorpus(opened, passages.show, typeof words === 'string' ? words : undefined),
    ),
    commands.registerCommand('zhibi.findFormulations', (words: unknown) => formulations.filter(words)),
    commands.registerCommand('zhibi.insertFormulation', (node: unknown) => insertFormulation(node)),
    commands.registerCommand('zhibi.insertPassage', (node: unknown) => insertPassage(node)),
    commands.registerCommand('zhibi.quotePassage', (node: unknown) => quotePassage(node)),
    commands.registerCommand('zhibi.copyCitation', (node: unknown) => copyCitation(node)),
    commands.registerCommand('zhibi.showCleaned', (resource: unknown) =>
      cleaned.show(resource instanceof TreeItem ? resource.resourceUri : resource),
    ),
    commands.registerCommand('zhibi.showCorpusStatus', () => page.show()),
    commands.registerCommand('zhibi.showDraftSources', () => showDraftSources(opened, pages)),
    commands.registerCommand('zhibi.showLog', () => log.show()),
    commands.registerCommand('zhibi.showMenu', () => showMenu()),
    commands.registerCommand('zhibi.showReport', () => showReport(opened, pages)),
    commands.registerCommand('zhibi.saveReport', (target: unknown) => saveReport(opened, target)),
    commands.registerCommand('zhibi.showSource', (place: unknown) => showSource(opened, place)),
    commands.registerCommand('zhibi.toggleWorkspace', () => toggleWorkspace(opened)),
  );
  void opened.reconsider();
}

/** Ends the server with the window. */
export async function deactivate(): Promise<void> {
  await session?.shutdown();
}

interface Described {
  readonly description?: string;
}

/** What the manifest says of each code, in the language of the window. */
function codeDescriptions(context: ExtensionContext): Readonly<Record<string, Described | undefined>> {
  const { contributes } = context.extension.packageJSON as {
    contributes: { configuration: { properties: Record<string, { properties?: Record<string, Described> }> }[] };
  };
  const found = contributes.configuration.find(({ properties }) => 'zhibi.diagnostics.severity' in properties);
  return found?.properties['zhibi.diagnostics.severity']?.properties ?? {};
}

/** What a click on the status bar item opens: what she does most, and the switch. */
import { commands, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';

interface Entry extends QuickPickItem {
  readonly command?: string;
}

export async function showMenu(): Promise<void> {
  const chosen = await window.showQuickPick(entries(), { title: l10n.t('Zhibi'), matchOnDescription: true });
  if (chosen?.command !== undefined) {
    await commands.executeCommand(chosen.command);
  }
}

function entries(): Entry[] {
  return [
    group(l10n.t('This draft')),
    entry('lightbulb', l10n.t('Show the findings of this draft'), 'zhibi.findings.focus'),
    entry('check-all', l10n.t('Repair everything that is certain'), 'zhibi.fixAllFindings'),
    entry('list-ordered', l10n.t('Number the draft anew'), 'zhibi.renumberDraft'),
    entry('checklist', l10n.t('Show the check report'), 'zhibi.showReport'),
    entry('export', l10n.t('Export as Word file'), 'zhibi.exportWord'),
    group(l10n.t('Sources')),
    entry('search', l10n.t('Search the corpus'), 'zhibi.searchCorpus'),
    entry('symbol-constant', l10n.t('Find formulations'), 'zhibi.findFormulations'),
    entry('book', l10n.t('Show the corpus status'), 'zhibi.showCorpusStatus'),
    entry('new-folder', l10n.t('Add a corpus folder'), 'zhibi.addCorpusFolder'),
    group(l10n.t('Zhibi')),
    entry('new-file', l10n.t('New draft'), 'zhibi.newDraft'),
    entry('circle-slash', l10n.t('Switch Zhibi off in this workspace'), 'zhibi.toggleWorkspace'),
    entry('output', l10n.t('Show the log'), 'zhibi.showLog'),
  ];
}

function group(label: string): Entry {
  return { label, kind: QuickPickItemKind.Separator };
}

function entry(icon: string, label: string, command: string): Entry {
  return { label: `$(${icon}) ${label}`, command };
}

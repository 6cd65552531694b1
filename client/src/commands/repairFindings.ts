/** Repairs of the draft: the choices for one finding, everything that is certain at once, all numbers anew. */
import { commands, type Diagnostic, Uri, window } from 'vscode';
import { draftAtHand } from '../draftAtHand';

/** A finding and the draft it is in, as the view of findings hands them over. */
interface FindingNode {
  readonly uri: Uri;
  readonly finding: Pick<Diagnostic, 'range'>;
}

/** Goes to the finding and opens its choices: repair, show source, ignore. */
export async function fixFinding(node: unknown): Promise<void> {
  if (isFindingNode(node)) {
    await window.showTextDocument(node.uri, { selection: node.finding.range });
    await commands.executeCommand('editor.action.quickFix');
  }
}

/** Applies every certain repair in the draft at hand; one undo takes them back. */
export async function fixAllFindings(): Promise<void> {
  if (await showDraft()) {
    await commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.zhibi', apply: 'first' });
  }
}

/** Numbers all headings and points of the draft at hand anew; one undo takes it back. */
export async function renumberDraft(): Promise<void> {
  if (await showDraft()) {
    await commands.executeCommand('editor.action.codeAction', { kind: 'source.renumber.zhibi', apply: 'first' });
  }
}

/** Brings the draft at hand to the front, since the editor repairs only what is there; false where there is none. */
async function showDraft(): Promise<boolean> {
  const draft = draftAtHand();
  if (draft !== undefined) {
    const shown = window.visibleTextEditors.find(({ document }) => document === draft);
    await window.showTextDocument(draft, { ...(shown && { viewColumn: shown.viewColumn }) });
  }
  return draft !== undefined;
}

function isFindingNode(value: unknown): value is FindingNode {
  const { uri, finding } = (value ?? {}) as Partial<FindingNode>;
  return uri instanceof Uri && finding?.range !== undefined;
}

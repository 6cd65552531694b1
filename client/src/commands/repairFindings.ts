/** Repairs of the draft: the choices for one finding, everything that is certain at once, all numbers anew. */
import { commands, type Diagnostic, Uri, window } from 'vscode';

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

/** Applies every certain repair in the draft of the active editor; one undo takes them back. */
export async function fixAllFindings(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor !== undefined) {
    await window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
    await commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.zhibi', apply: 'first' });
  }
}

/** Numbers all headings and points of the draft in the active editor anew; one undo takes it back. */
export async function renumberDraft(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor !== undefined) {
    await window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
    await commands.executeCommand('editor.action.codeAction', { kind: 'source.renumber.zhibi', apply: 'first' });
  }
}

function isFindingNode(value: unknown): value is FindingNode {
  const { uri, finding } = (value ?? {}) as Partial<FindingNode>;
  return uri instanceof Uri && finding?.range !== undefined;
}

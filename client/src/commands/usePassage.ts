/** What the menus of the views do with a passage or formulation: insert it, quote it, copy where it is from. */
import { env, window } from 'vscode';
import type { SearchHit } from '../../../server/src/lsp/messages';
import { insertIntoDraft } from '../insertIntoDraft';
import { isSample } from '../passage';
import { citation, oneLine, quotation } from '../quotation';

/** A line of a view that stands for a passage. */
export interface PassageNode {
  readonly hit: SearchHit;
}

export async function insertPassage(node: unknown): Promise<void> {
  if (isPassageNode(node)) {
    await insertIntoDraft(window.activeTextEditor, oneLine(node.hit.text));
  }
}

/** An example is nobody's words: it is never quoted. */
export async function quotePassage(node: unknown): Promise<void> {
  if (isPassageNode(node) && !isSample(node.hit)) {
    await insertIntoDraft(window.activeTextEditor, quotation(node.hit.text, node.hit));
  }
}

export async function copyCitation(node: unknown): Promise<void> {
  if (isPassageNode(node) && !isSample(node.hit)) {
    await env.clipboard.writeText(citation(node.hit));
  }
}

/** The wording of a line of the view of formulations. */
export async function insertFormulation(node: unknown): Promise<void> {
  const { text } = (node ?? {}) as { text?: unknown };
  if (typeof text === 'string') {
    await insertIntoDraft(window.activeTextEditor, text);
  }
}

function isPassageNode(value: unknown): value is PassageNode {
  const { hit } = (value ?? {}) as Partial<PassageNode>;
  return typeof hit?.text === 'string' && typeof hit.title === 'string';
}

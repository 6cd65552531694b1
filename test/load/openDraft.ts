/** A draft open in an editor: its text as the editor has it, what can be undone, and the changes it sends. */
import { type LspClient, type Position, positionAt } from '../support/lspClient';

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Editors remember more; so much is ever undone here. */
const REMEMBERED = 40;

export class OpenDraft {
  cursor: number;
  #version = 1;
  #undo: Change[] = [];
  #redo: Change[] = [];

  constructor(
    readonly client: LspClient,
    readonly uri: string,
    public text: string,
  ) {
    this.cursor = text.length;
    client.open(uri, text);
  }

  /** The LSP position of an offset, by default of the cursor. */
  position(offset = this.cursor): Position {
    return positionAt(this.text, offset);
  }

  /** Replaces a stretch and puts the cursor after it. */
  edit(start: number, end: number, text: string): void {
    this.#remember(this.#undo, this.#apply({ start, end, text }));
    this.#redo = [];
  }

  /** Takes the last edit back; answers whether there was one. */
  undo(): boolean {
    return this.#step(this.#undo, this.#redo);
  }

  redo(): boolean {
    return this.#step(this.#redo, this.#undo);
  }

  save(): void {
    this.client.notify('textDocument/didSave', { textDocument: { uri: this.uri } });
  }

  close(): void {
    this.client.close(this.uri);
  }

  #step(from: Change[], to: Change[]): boolean {
    const change = from.pop();
    if (!change) return false;
    this.#remember(to, this.#apply(change));
    return true;
  }

  #remember(list: Change[], change: Change): void {
    list.push(change);
    if (list.length > REMEMBERED) list.shift();
  }

  /** Sends a change and answers the one that takes it back. */
  #apply({ start, end, text }: Change): Change {
    const range = { start: this.position(start), end: this.position(end) };
    const removed = this.text.slice(start, end);
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    this.cursor = start + text.length;
    this.client.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: ++this.#version },
      contentChanges: [{ range, text }],
    });
    return { start, end: start + text.length, text: removed };
  }
}

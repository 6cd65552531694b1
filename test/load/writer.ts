/**
 * Writes drafts as a person with an editor does, the same in every run: types with an input method, picks from the
 * list, deletes, pastes, undoes, moves about, changes between drafts; and asks what an editor asks meanwhile.
 */
import type { LspClient, Position } from '../support/lspClient';
import type { Latencies } from './latencies';
import { OpenDraft } from './openDraft';
import { Randomness } from './randomness';

export interface WriterOptions {
  readonly client: LspClient;
  /** The URI of draft number `n`. */
  readonly uriOf: (n: number) => string;
  /** Paragraphs to be typed. */
  readonly paragraphs: readonly string[];
  /** Drafts open at a time. */
  readonly drafts: number;
  readonly seed: number;
  readonly latencies: Latencies;
  /** What the server does beside answering, in words; undefined: nothing. */
  readonly meanwhile: () => string | undefined;
}

/** A draft longer than this is put away and a new one begun. UTF-16 code units. */
const LONGEST = 12_000;
const HEADINGS = ['一、总体要求', '二、重点任务', '三、保障措施', '（一）加强组织领导', '（二）压实工作责任'];

interface Item {
  readonly textEdit: { readonly newText: string; readonly range: Range };
}
interface Range {
  readonly start: Position;
  readonly end: Position;
}

interface Diagnostic {
  readonly range: Range;
}

export class Writer {
  /** How many changes were sent. */
  edits = 0;
  /** Answers that were errors, cancelled requests aside. */
  readonly failures: string[] = [];
  readonly #random: Randomness;
  readonly #drafts: OpenDraft[] = [];
  readonly #diagnostics = new Map<OpenDraft, readonly Diagnostic[]>();
  #named = 0;
  #at = 0;
  #paragraph = '';
  #pull: { readonly id: number; readonly answered: Promise<void> } | undefined;

  constructor(readonly options: WriterOptions) {
    this.#random = new Randomness(options.seed);
    for (let i = 0; i < options.drafts; i++) this.#drafts.push(this.#begin());
  }

  /** Does one thing: a few edits, or something to look at. */
  async act(): Promise<void> {
    const random = this.#random;
    const choice = random.next();
    if (this.#draft.text.length > LONGEST) this.#replaceDraft();
    else if (choice < 0.6) await this.#typeClause();
    else if (choice < 0.61) await this.#typeInitials();
    else if (choice < 0.67) await this.#newParagraph();
    else if (choice < 0.74) this.#delete(random.between(1, 5));
    else if (choice < 0.75) this.#cut();
    else if (choice < 0.77) await this.#paste();
    else if (choice < 0.81) this.#undoSome();
    else if (choice < 0.85) this.#move();
    else if (choice < 0.91) await this.#look();
    else if (choice < 0.94) await this.#mend();
    else if (choice < 0.96) await this.#search();
    else if (choice < 0.97) this.#draft.save();
    else if (choice < 0.99) this.#at = random.below(this.#drafts.length);
    else this.#replaceDraft();
  }

  /** Answers when nothing is asked any more. */
  async settled(): Promise<void> {
    await this.#pull?.answered;
  }

  /** Checks every open draft once, all at the same time. */
  async checkAll(): Promise<void> {
    await Promise.all(this.#drafts.map((draft) => this.#ask('textDocument/diagnostic', this.#document(draft))));
  }

  get #draft(): OpenDraft {
    return this.#drafts[this.#at]!;
  }

  #begin(): OpenDraft {
    const { client, uriOf } = this.options;
    const title = this.#random.pick(['在全市工作会议上的讲话', '关于本年度重点工作的报告', '专题党课讲稿']);
    const draft = new OpenDraft(client, uriOf(++this.#named), `# ${title}\n\n同志们：\n\n`);
    return draft;
  }

  #replaceDraft(): void {
    this.#draft.close();
    this.#diagnostics.delete(this.#draft);
    this.#drafts[this.#at] = this.#begin();
  }

  #edit(start: number, end: number, text: string): void {
    this.edits++;
    this.#draft.edit(start, end, text);
  }

  /** Types to the next punctuation, one to four characters at a time, as an input method commits them. */
  async #typeClause(): Promise<void> {
    if (this.#paragraph === '') this.#paragraph = this.#random.pick(this.options.paragraphs);
    const clause = /^[^，。；：、！？\n]*[，。；：、！？\n]?/.exec(this.#paragraph.slice(0, 60))?.[0] ?? '';
    this.#paragraph = this.#paragraph.slice(clause.length);
    for (let typed = 0; typed < clause.length; ) {
      const commit = clause.slice(typed, typed + this.#random.between(1, 4));
      this.#edit(this.#draft.cursor, this.#draft.cursor, commit);
      typed += commit.length;
      const [items] = await Promise.all([this.#complete(), this.#ghostText()]);
      const [first] = items;
      if (first && this.#random.chance(0.1)) {
        await this.#ask('completionItem/resolve', first);
        this.#accept(first);
      }
    }
    if (this.#random.chance(0.5)) await this.#pause();
  }

  /** Types the initials of a phrase and takes what the list has for them. */
  async #typeInitials(): Promise<void> {
    let items: readonly Item[] = [];
    for (const letter of this.#random.pick(['xzscl', 'gzlfz', 'kjcx', 'xczx', 'ysgf'])) {
      this.#edit(this.#draft.cursor, this.#draft.cursor, letter);
      items = await this.#complete();
    }
    if (items[0]) this.#accept(items[0]);
    else this.#delete(5);
  }

  async #newParagraph(): Promise<void> {
    this.#paragraph = '';
    const heading = this.#random.chance(0.4) ? `${this.#random.pick(HEADINGS)}\n` : '';
    this.#edit(this.#draft.cursor, this.#draft.cursor, `\n${heading}`);
    await this.#complete();
  }

  #delete(count: number): void {
    for (let i = 0; i < count && this.#draft.cursor > 0; i++)
      this.#edit(this.#draft.cursor - 1, this.#draft.cursor, '');
  }

  #cut(): void {
    const { text } = this.#draft;
    const start = this.#random.below(text.length);
    this.#edit(start, Math.min(text.length, start + this.#random.between(20, 400)), '');
  }

  async #paste(): Promise<void> {
    const text = `${this.#random.pick(this.options.paragraphs).slice(0, 600)}\n`;
    this.#edit(this.#draft.cursor, this.#draft.cursor, text);
    await this.#pause();
  }

  #undoSome(): void {
    const count = this.#random.between(1, 6);
    for (let i = 0; i < count; i++) if (this.#draft.undo()) this.edits++;
    if (this.#random.chance(0.5)) for (let i = 0; i < count; i++) if (this.#draft.redo()) this.edits++;
  }

  /** Mostly back to the end, where drafts grow. */
  #move(): void {
    const { length } = this.#draft.text;
    this.#draft.cursor = this.#random.chance(0.7) ? length : this.#random.below(length + 1);
  }

  /** Rests the pointer on a word, jumps to its source. */
  async #look(): Promise<void> {
    const at = { ...this.#document(), position: this.#draft.position(this.#random.below(this.#draft.text.length + 1)) };
    await this.#ask('textDocument/hover', at);
    if (this.#random.chance(0.1)) await this.#ask('textDocument/definition', at);
    if (this.#random.chance(0.1))
      await this.#ask('textDocument/references', { ...at, context: { includeDeclaration: false } });
  }

  /** Opens the light bulb on a finding. */
  async #mend(): Promise<void> {
    const diagnostics = this.#diagnostics.get(this.#draft) ?? [];
    if (diagnostics.length === 0) return;
    const diagnostic = this.#random.pick(diagnostics);
    await this.#ask('textDocument/codeAction', {
      ...this.#document(),
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], triggerKind: 1 },
    });
  }

  async #search(): Promise<void> {
    const paragraph = this.#random.pick(this.options.paragraphs);
    const start = this.#random.below(Math.max(1, paragraph.length - 8));
    await this.#ask('zhibi/search', {
      text: paragraph.slice(start, start + 8),
      limit: 20,
      fuzzy: this.#random.chance(0.5),
    });
    if (this.#random.chance(0.2)) await this.#ask('workspace/symbol', { query: paragraph.slice(start, start + 2) });
  }

  /** What an editor asks once she stops typing for a moment. */
  async #pause(): Promise<void> {
    await Promise.all([
      this.#ask('textDocument/documentSymbol', this.#document()),
      this.#ask('textDocument/foldingRange', this.#document()),
    ]);
    this.#check();
  }

  /** Asks for the findings and goes on; what was asked before and is not answered is cancelled, as VS Code does. */
  #check(): void {
    if (this.#pull) this.options.client.notify('$/cancelRequest', { id: this.#pull.id });
    const draft = this.#draft;
    const answer = this.#ask<{ items: Diagnostic[] }>('textDocument/diagnostic', this.#document());
    const pull = {
      id: this.options.client.lastId,
      answered: answer.then((report) => {
        if (report && this.#drafts.includes(draft)) this.#diagnostics.set(draft, report.items);
        if (this.#pull === pull) this.#pull = undefined;
      }),
    };
    this.#pull = pull;
  }

  async #complete(): Promise<readonly Item[]> {
    const list = await this.#ask<{ items: Item[] }>('textDocument/completion', {
      ...this.#document(),
      position: this.#draft.position(),
      context: { triggerKind: 1 },
    });
    return list?.items ?? [];
  }

  async #ghostText(): Promise<void> {
    await this.#ask('textDocument/inlineCompletion', {
      ...this.#document(),
      position: this.#draft.position(),
      context: { triggerKind: 1 },
    });
  }

  #accept({ textEdit: { newText, range } }: Item): void {
    const draft = this.#draft;
    const replaced = draft.position().character - range.start.character;
    this.#edit(draft.cursor - replaced, draft.cursor, newText.replace(/\$\{?\d+:?[^}]*\}?/g, ''));
  }

  #document(draft = this.#draft): { textDocument: { uri: string } } {
    return { textDocument: { uri: draft.uri } };
  }

  /** Undefined where the request failed or was cancelled. */
  async #ask<T>(method: string, params: object): Promise<T | undefined> {
    const { client, latencies, meanwhile } = this.options;
    const name = method.slice(method.indexOf('/') + 1);
    const before = meanwhile();
    const start = performance.now();
    try {
      const answer = await client.request<T>(method, params, 120_000);
      const beside = before ?? meanwhile();
      latencies.add(beside ? `${name}, ${beside}` : name, performance.now() - start);
      return answer;
    } catch (error) {
      if ((error as { code?: number }).code !== CANCELLED) this.failures.push(`${method}: ${String(error)}`);
      return undefined;
    }
  }
}

/** LSP: RequestCancelled. */
const CANCELLED = -32800;

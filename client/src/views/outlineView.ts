/** The sections of the draft in the active editor with their lengths and how long each takes to speak. */
import {
  type Disposable,
  EventEmitter,
  env,
  l10n,
  Range,
  type TextDocument,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
} from 'vscode';
import { draftAtHand, followDraft } from '../draftAtHand';
import type { Session } from '../session';
import { speakingMinutes, spokenCharacters } from '../speakingLength';
import { countFirst } from './countFirst';

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A document symbol as it comes over the wire. */
interface Section {
  readonly name: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly selectionRange: { readonly start: Position; readonly end: Position };
  readonly children?: readonly Section[];
}

interface Node {
  readonly document: TextDocument;
  readonly section: Section;
  /** Characters of the longest of the sections beside it. */
  readonly most: number;
}

/** Long enough not to ask for the outline at every key. */
const settleMilliseconds = 600;

/** Registers the view; the whole draft's length stands beside its title. It asks the server only while it is shown. */
export function createOutlineView(session: Session): Disposable {
  const changed = new EventEmitter<void>();
  let shown: TextDocument | undefined;
  let timer: NodeJS.Timeout | undefined;
  const view = window.createTreeView<Node>('zhibi.outline', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: sectionItem,
      getChildren: async (node) => {
        const document = shown;
        if (node !== undefined) {
          return nodesOf(node.document, node.section.children ?? []);
        }
        if (document === undefined) {
          return [];
        }
        const sections = await session.request<Section[]>('textDocument/documentSymbol', {
          textDocument: { uri: document.uri.toString() },
        });
        return nodesOf(document, sections ?? []);
      },
    },
  });
  const refresh = (): void => {
    shown = draftAtHand();
    view.description =
      shown === undefined || !view.visible ? undefined : shortLengthOf(spokenCharacters(shown.getText()));
    changed.fire();
  };
  const refreshSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(refresh, settleMilliseconds);
  };
  const subscriptions = [
    followDraft(refresh),
    view.onDidChangeVisibility(refresh),
    session.onDidChangeState(refreshSoon),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === shown && view.visible) {
        refreshSoon();
      }
    }),
    view,
    changed,
  ];
  return {
    dispose: () => {
      clearTimeout(timer);
      for (const subscription of subscriptions) {
        subscription.dispose();
      }
    },
  };
}

function nodesOf(document: TextDocument, sections: readonly Section[]): Node[] {
  const most = Math.max(0, ...sections.map((section) => charactersOf(document, section)));
  return sections.map((section) => ({ document, section, most }));
}

function sectionItem({ document, section, most }: Node): TreeItem {
  const hasChildren = (section.children ?? []).length > 0;
  const characters = charactersOf(document, section);
  const length = lengthOf(characters);
  const item = new TreeItem(
    countFirst(characters, section.name, most),
    hasChildren ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
  );
  item.description = l10n.t('{0} min', new Intl.NumberFormat(env.language).format(speakingMinutes(characters)));
  item.accessibilityInformation = { label: `${section.name}, ${length}` };
  // A narrow side bar cuts the line off.
  item.tooltip = `${section.name}\n${length}`;
  item.command = {
    command: 'vscode.open',
    title: section.name,
    arguments: [document.uri, { selection: toRange(section.selectionRange) }],
  };
  return item;
}

function charactersOf(document: TextDocument, section: Section): number {
  return spokenCharacters(document.getText(toRange(section.range)));
}

function lengthOf(characters: number): string {
  const count = new Intl.NumberFormat(env.language);
  return l10n.t('{0} characters, {1} min', count.format(characters), count.format(speakingMinutes(characters)));
}

/** Short enough for the title of the view in a narrow side bar. */
function shortLengthOf(characters: number): string {
  const count = new Intl.NumberFormat(env.language);
  return l10n.t('{0} · {1} min', count.format(characters), count.format(speakingMinutes(characters)));
}

function toRange({ start, end }: Section['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

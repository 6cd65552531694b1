/** The corpus as a tree: problems first, then the documents by kind and year. */
import {
  type Disposable,
  EventEmitter,
  env,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import { type CorpusStatus, corpusStatusRequest, type DocumentSummary } from '../../../server/src/lsp/messages';
import { groupBy } from '../groupBy';
import type { Session, SessionState } from '../session';

/** A line of the tree; `resourceUri` is set where it names a document, for the commands of its menu. */
class Node extends TreeItem {
  constructor(
    label: string,
    readonly children: readonly Node[] = [],
  ) {
    super(label, children.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  }
}

/** Registers the view. It asks the server only while it is shown, once for each change of state. */
export function createCorpusView(session: Session): Disposable {
  const changed = new EventEmitter<void>();
  const view = window.createTreeView('zhibi.corpus', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (node: Node) => node,
      getChildren: async (node?: Node) => {
        if (node !== undefined) {
          return [...node.children];
        }
        const corpus = await session.request<CorpusStatus>(corpusStatusRequest);
        return corpus === undefined ? [] : topLevel(corpus);
      },
    },
  });
  const follow = (state: SessionState): void => {
    const isBusy = state.kind === 'active' && (state.status === undefined || state.status.state === 'indexing');
    // While it is set, an empty tree does not claim that there are no documents.
    view.message = isBusy ? (state.status?.message ?? l10n.t('Zhibi is starting')) : undefined;
    if (!isBusy) {
      changed.fire();
    }
  };
  follow(session.state);
  const subscription = session.onDidChangeState(follow);
  return {
    dispose: () => {
      subscription.dispose();
      view.dispose();
      changed.dispose();
    },
  };
}

function topLevel({ documents, problems }: CorpusStatus): Node[] {
  const nodes: Node[] = [];
  if (problems.length > 0) {
    const node = new Node(
      l10n.t('Problems'),
      problems.map(({ path, line, message }) => {
        const problem = new Node(message);
        problem.description = line === undefined ? path : `${path}:${line}`;
        problem.tooltip = `${problem.description}\n${message}`;
        problem.iconPath = new ThemeIcon('warning');
        return problem;
      }),
    );
    node.description = String(problems.length);
    node.iconPath = new ThemeIcon('warning');
    nodes.push(node);
  }
  const kinds = groupBy(documents, ({ kind }) => kind);
  for (const [kind, ofKind] of [...kinds].sort(([, a], [, b]) => b.length - a.length)) {
    const years = [...groupBy(ofKind, ({ date }) => date?.slice(0, 4) ?? '')].sort(([a], [b]) => (a < b ? 1 : -1));
    const node = new Node(
      kindName(kind),
      years.map(([year, ofYear]) => yearNode(year, ofYear)),
    );
    node.description = String(ofKind.length);
    node.iconPath = new ThemeIcon('library');
    nodes.push(node);
  }
  return nodes;
}

function yearNode(year: string, documents: readonly DocumentSummary[]): Node {
  const newestFirst = [...documents].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
  const node = new Node(year === '' ? l10n.t('Without a date') : year, newestFirst.map(documentNode));
  node.description = String(documents.length);
  return node;
}

function documentNode({ path, title, date, characters, builtIn }: DocumentSummary): Node {
  const size = l10n.t('{0} characters', new Intl.NumberFormat(env.language).format(characters));
  const node = new Node(title);
  const uri = Uri.file(path);
  node.resourceUri = uri;
  node.iconPath = new ThemeIcon('file-text');
  node.description = date ?? '';
  node.tooltip = [title, date, size, path].filter((part) => part !== undefined).join('\n');
  node.accessibilityInformation = { label: [title, date, size].filter((part) => part !== undefined).join(', ') };
  node.contextValue = builtIn ? 'builtInDocument' : 'document';
  node.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] };
  return node;
}

/** What the readers call a kind; a kind unknown here is shown as it is. */
function kindName(kind: string): string {
  const names: Readonly<Record<string, string>> = {
    speech: l10n.t('Speeches'),
    'work-report': l10n.t('Work reports'),
    plan: l10n.t('Plans'),
    communique: l10n.t('Communiqués'),
    commentary: l10n.t('Commentaries'),
    notice: l10n.t('Notices'),
    law: l10n.t('Laws'),
    news: l10n.t('News'),
    sample: l10n.t('Examples'),
    other: l10n.t('Other documents'),
  };
  return names[kind] ?? kind;
}

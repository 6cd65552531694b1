/** The standard formulations by field, or those she looks for: in force or not, how much used, in which years and where. */
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
import {
  type FormulationSummary,
  formulationsRequest,
  usageRequest,
  type WordingUsage,
} from '../../../server/src/lsp/messages';
import { groupBy } from '../groupBy';
import type { Session } from '../session';
import { PassageItem } from './passageItem';

export interface FormulationsView extends Disposable {
  /** Asks what to look for, by words or pinyin; `given` answers in her place. An empty answer shows all again. */
  filter(given?: unknown): Promise<void>;
}

/** The longest bar of a year, in characters: a narrow side bar has room for it. */
const longestBar = 10;

/** A formulation in the view; the menus find its wording in `text`. */
class FormulationItem extends TreeItem {
  readonly text: string;

  constructor(readonly formulation: FormulationSummary) {
    super(formulation.text, TreeItemCollapsibleState.Collapsed);
    const { text, until, successor, documents, members } = formulation;
    const uses = l10n.t('{0} documents', new Intl.NumberFormat(env.language).format(documents));
    const state = until === undefined ? '' : l10n.t('No longer current since {0}.', until);
    const now = successor === undefined ? '' : l10n.t('Now: {0}', successor);
    this.text = text;
    this.description = [uses, until === undefined ? '' : l10n.t('until {0}', until)].filter(Boolean).join(' · ');
    this.tooltip = [text, ...members.map((member, i) => `${i + 1}. ${member}`), uses, state, now]
      .filter(Boolean)
      .join('\n');
    this.accessibilityInformation = { label: [text, uses, state, now].filter(Boolean).join(', ') };
    this.iconPath = new ThemeIcon(until === undefined ? 'symbol-constant' : 'history');
    this.contextValue = 'formulation';
  }
}

class Category extends TreeItem {
  constructor(
    name: string,
    readonly formulations: readonly FormulationSummary[],
  ) {
    super(name, TreeItemCollapsibleState.Collapsed);
    this.description = String(formulations.length);
    this.iconPath = new ThemeIcon('symbol-namespace');
  }
}

/** Registers the view. It asks the server only while it is shown, and for uses only where a formulation is opened. */
export function createFormulationsView(session: Session): FormulationsView {
  const changed = new EventEmitter<void>();
  let query = '';
  const view = window.createTreeView<TreeItem>('zhibi.formulations', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (item) => item,
      getChildren: async (item) => {
        if (item instanceof Category) {
          return item.formulations.map((formulation) => new FormulationItem(formulation));
        }
        if (item instanceof FormulationItem) {
          return details(item.formulation, await session.request<WordingUsage>(usageRequest, { text: item.text }));
        }
        if (item !== undefined) {
          return [];
        }
        const found = (await session.request<FormulationSummary[]>(formulationsRequest, { query })) ?? [];
        view.message = query !== '' && found.length === 0 ? l10n.t('No formulation is like “{0}”.', query) : undefined;
        return query === '' ? categories(found) : found.map((formulation) => new FormulationItem(formulation));
      },
    },
  });
  const subscription = session.onDidChangeState((state) => {
    if (state.kind === 'active' && state.status?.state === 'ready') {
      changed.fire();
    }
  });
  return {
    filter: async (given) => {
      const answer =
        typeof given === 'string'
          ? given
          : await window.showInputBox({
              title: l10n.t('Find Formulations'),
              prompt: l10n.t('Words or pinyin; empty shows all.'),
              value: query,
            });
      if (answer === undefined) {
        return;
      }
      query = answer.trim();
      view.description = query === '' ? undefined : `“${query}”`;
      changed.fire();
    },
    dispose: () => {
      subscription.dispose();
      view.dispose();
      changed.dispose();
    },
  };
}

function categories(found: readonly FormulationSummary[]): Category[] {
  const groups = groupBy(found, ({ category }) => category ?? l10n.t('Other'));
  return [...groups].sort(([, a], [, b]) => b.length - a.length).map(([name, group]) => new Category(name, group));
}

/** What replaced it, its members, a bar for each year, the best passages, and the entry that says so. */
function details(formulation: FormulationSummary, usage: WordingUsage | undefined): TreeItem[] {
  const items: TreeItem[] = [];
  if (formulation.successor !== undefined) {
    items.push(line(l10n.t('Now: {0}', formulation.successor), 'arrow-right'));
  }
  formulation.members.forEach((member, i) => {
    items.push(line(`${i + 1}. ${member}`, 'symbol-enum-member'));
  });
  const years = usage?.years ?? [];
  const most = Math.max(1, ...years.map(({ count }) => count));
  for (const { year, count } of years) {
    const name = year ?? l10n.t('undated');
    const bar = line(`${name} ${'█'.repeat(Math.max(1, Math.round((count / most) * longestBar)))} ${count}`, 'graph');
    bar.accessibilityInformation = { label: l10n.t('{0}: {1} uses', name, count) };
    items.push(bar);
  }
  items.push(...(usage?.passages ?? []).map((hit) => new PassageItem(hit)));
  const entry = line(l10n.t('Entry'), 'book');
  entry.command = {
    command: 'zhibi.openLocation',
    title: l10n.t('Open'),
    arguments: [{ uri: formulation.uri, range: formulation.range }],
  };
  entry.description = Uri.parse(formulation.uri).path.split('/').at(-1) ?? '';
  return [...items, entry];
}

function line(label: string, icon: string): TreeItem {
  const item = new TreeItem(label);
  item.iconPath = new ThemeIcon(icon);
  item.tooltip = label;
  return item;
}

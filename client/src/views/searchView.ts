/** The passages of the last search, kept beside the draft while she writes. */
import { type Disposable, EventEmitter, window } from 'vscode';
import type { SearchHit } from '../../../server/src/lsp/messages';
import { PassageItem } from './passageItem';

export interface SearchView extends Disposable {
  /** Shows passages in place of those before. */
  show(words: string, hits: readonly SearchHit[]): void;
}

export function createSearchView(): SearchView {
  const changed = new EventEmitter<void>();
  let items: readonly PassageItem[] = [];
  const view = window.createTreeView<PassageItem>('zhibi.search', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (item) => item,
      getChildren: (item) => (item === undefined ? [...items] : []),
      // Without it nothing can be revealed.
      getParent: () => undefined,
    },
  });
  return {
    show: (words, hits) => {
      items = hits.map((hit) => new PassageItem(hit));
      view.description = words;
      changed.fire();
      const [first] = items;
      if (first !== undefined) {
        void view.reveal(first, { focus: true });
      }
    },
    dispose: () => {
      view.dispose();
      changed.dispose();
    },
  };
}

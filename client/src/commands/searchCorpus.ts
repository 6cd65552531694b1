/** Searches the corpus while she types and brings a passage into view or into the draft. */
import {
  CancellationTokenSource,
  l10n,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  type TextEditor,
  ThemeIcon,
  window,
} from 'vscode';
import {
  type CorpusStatus,
  corpusStatusRequest,
  type SearchHit,
  type SearchParams,
  searchRequest,
} from '../../../server/src/lsp/messages';
import { hasOriginal, openOriginal, openPassage } from '../openPassage';
import { oneLine, quotation } from '../quotation';
import type { Session } from '../session';
import { ensureActive } from './ensureActive';

const settleMilliseconds = 120;
const limit = 50;

interface PassageItem extends QuickPickItem {
  readonly hit: SearchHit;
}

/** Opens the search box with the selected words, if any. Enter shows the passage; the buttons insert it. */
export async function searchCorpus(session: Session): Promise<void> {
  if (!(await ensureActive(session))) {
    return;
  }
  const editor = window.activeTextEditor;
  const buttons = passageButtons();
  const pick = window.createQuickPick<PassageItem>();
  pick.placeholder = l10n.t('Words to find in the source documents');
  pick.title = l10n.t('Search the Corpus');
  pick.value = selectedWords(editor);
  const samples = samplePaths(session);
  const stopSearching = searchWhileTyping(session, pick, async (hit) => passageItem(hit, buttons, await samples));
  pick.onDidAccept(() => {
    const [item] = pick.activeItems;
    if (item !== undefined) {
      pick.hide();
      void openPassage(item.hit);
    }
  });
  pick.onDidTriggerItemButton(({ button, item }) => {
    pick.hide();
    if (button === buttons.original) {
      void openOriginal(item.hit.path);
    } else {
      void insert(editor, button === buttons.quotation ? quotation(item.hit.text, item.hit) : oneLine(item.hit.text));
    }
  });
  pick.onDidHide(() => {
    stopSearching();
    pick.dispose();
  });
  pick.show();
}

type PassageButtons = Readonly<Record<'text' | 'quotation' | 'original', QuickInputButton>>;

function passageButtons(): PassageButtons {
  return {
    text: { iconPath: new ThemeIcon('insert'), tooltip: l10n.t('Insert the text') },
    quotation: { iconPath: new ThemeIcon('quote'), tooltip: l10n.t('Insert as a quotation with its source') },
    original: { iconPath: new ThemeIcon('link-external'), tooltip: l10n.t('Open the original document') },
  };
}

/** Asks the server a moment after the last key; an answer to words no longer in the box is dropped. */
function searchWhileTyping(
  session: Session,
  pick: QuickPick<PassageItem>,
  toItem: (hit: SearchHit) => Promise<PassageItem>,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running: CancellationTokenSource | undefined;
  const search = async (): Promise<void> => {
    running?.cancel();
    const text = pick.value.trim();
    if (text === '') {
      pick.items = [];
      pick.busy = false;
      return;
    }
    const source = new CancellationTokenSource();
    running = source;
    pick.busy = true;
    const params: SearchParams = { text, limit, fuzzy: true };
    const hits = await session.request<SearchHit[]>(searchRequest, params, source.token);
    const items = await Promise.all((hits ?? []).map(toItem));
    if (running === source) {
      pick.items = items;
      pick.title = pick.items.length === 0 ? l10n.t('No source document has these words') : l10n.t('Search the Corpus');
      pick.busy = false;
    }
  };
  const subscription = pick.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(), settleMilliseconds);
  });
  void search();
  return () => {
    clearTimeout(timer);
    running?.cancel();
    running = undefined;
    subscription.dispose();
  };
}

/** The example texts that come with Zhibi: they illustrate, nobody may cite them. */
async function samplePaths(session: Session): Promise<ReadonlySet<string>> {
  const corpus = await session.request<CorpusStatus>(corpusStatusRequest);
  return new Set((corpus?.documents ?? []).filter(({ kind }) => kind === 'sample').map(({ path }) => path));
}

function passageItem(hit: SearchHit, buttons: PassageButtons, samples: ReadonlySet<string>): PassageItem {
  const isSample = samples.has(hit.path);
  return {
    hit,
    label: oneLine(hit.text),
    detail: [isSample ? l10n.t('Example') : '', hit.title, hit.date]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
    // The server has matched already; the box must not filter its answer by letters.
    alwaysShow: true,
    buttons: [buttons.text, ...(isSample ? [] : [buttons.quotation]), ...(hasOriginal(hit) ? [buttons.original] : [])],
  };
}

/** The selection where it can be a query: within one line and not a whole paragraph. */
function selectedWords(editor: TextEditor | undefined): string {
  if (editor === undefined || editor.selection.isEmpty || !editor.selection.isSingleLine) {
    return '';
  }
  const words = editor.document.getText(editor.selection);
  return words.length <= 100 ? words : '';
}

async function insert(editor: TextEditor | undefined, text: string): Promise<void> {
  if (editor === undefined) {
    void window.showInformationMessage(l10n.t('Open a draft first: the passage is inserted at its cursor.'));
    return;
  }
  const shown = await window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
  await shown.edit((edit) => edit.replace(shown.selection, text));
}

/** Searches the corpus while she types and brings a passage into view or into the draft. */
import {
  CancellationTokenSource,
  commands,
  env,
  l10n,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  type TextEditor,
  ThemeIcon,
  window,
} from 'vscode';
import { type SearchHit, type SearchParams, searchRequest } from '../../../server/src/lsp/messages';
import { insertIntoDraft } from '../insertIntoDraft';
import { hasOriginal, openOriginal, openPassage } from '../openPassage';
import { excerpt, isSample, placeOf } from '../passage';
import { citation, oneLine, quotation } from '../quotation';
import type { Session } from '../session';
import { ensureActive } from './ensureActive';

const settleMilliseconds = 120;
const limit = 50;

interface PassageItem extends QuickPickItem {
  readonly hit: SearchHit;
}

/** Takes the passages of a search over, to be kept beside the draft. */
export type KeepPassages = (words: string, hits: readonly SearchHit[]) => void;

/**
 * Opens the search box with `words`, else the selected ones, if any. Enter shows the passage; the buttons of a passage
 * insert it, copy its citation or open its document; the button of the box keeps all passages in the view.
 */
export async function searchCorpus(session: Session, keep: KeepPassages, words?: string): Promise<void> {
  if (!(await ensureActive(session))) {
    return;
  }
  const editor = window.activeTextEditor;
  const buttons = passageButtons();
  const keepButton = { iconPath: new ThemeIcon('pinned'), tooltip: l10n.t('Keep the passages in the side bar') };
  const pick = window.createQuickPick<PassageItem>();
  pick.placeholder = l10n.t('Words, pinyin or a sentence to find in the source documents');
  pick.title = l10n.t('Search the Corpus');
  pick.buttons = [keepButton];
  pick.value = words ?? selectedWords(editor);
  const stopSearching = searchWhileTyping(session, pick, (hit) => passageItem(hit, buttons));
  pick.onDidAccept(() => {
    const [item] = pick.activeItems;
    if (item !== undefined) {
      pick.hide();
      void openPassage(item.hit);
    }
  });
  pick.onDidTriggerButton(() => {
    const hits = pick.items.map(({ hit }) => hit);
    keep(pick.value.trim(), hits);
    pick.hide();
  });
  pick.onDidTriggerItemButton(({ button, item: { hit } }) => {
    pick.hide();
    if (button === buttons.original) {
      void openOriginal(hit.path);
    } else if (button === buttons.citation) {
      void env.clipboard.writeText(citation(hit));
    } else {
      void insertIntoDraft(editor, button === buttons.quotation ? quotation(hit.text, hit) : oneLine(hit.text));
    }
  });
  pick.onDidHide(() => {
    // The walkthrough takes the focus when a step is done: not while the box is open, which would close it.
    void commands.executeCommand('setContext', 'zhibi.lookedUp', true);
    stopSearching();
    pick.dispose();
  });
  pick.show();
}

type PassageButtons = Readonly<Record<'text' | 'quotation' | 'citation' | 'original', QuickInputButton>>;

function passageButtons(): PassageButtons {
  return {
    text: { iconPath: new ThemeIcon('insert'), tooltip: l10n.t('Insert the text') },
    quotation: { iconPath: new ThemeIcon('quote'), tooltip: l10n.t('Insert as a quotation with its source') },
    citation: { iconPath: new ThemeIcon('copy'), tooltip: l10n.t('Copy the citation') },
    original: { iconPath: new ThemeIcon('link-external'), tooltip: l10n.t('Open the original document') },
  };
}

/** Asks the server a moment after the last key; an answer to words no longer in the box is dropped. */
function searchWhileTyping(
  session: Session,
  pick: QuickPick<PassageItem>,
  toItem: (hit: SearchHit) => PassageItem,
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
    if (running === source) {
      pick.items = (hits ?? []).map(toItem);
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

function passageItem(hit: SearchHit, buttons: PassageButtons): PassageItem {
  return {
    hit,
    label: excerpt(hit).text,
    detail: placeOf(hit),
    // The server has matched already; the box must not filter its answer by letters.
    alwaysShow: true,
    buttons: [
      buttons.text,
      ...(isSample(hit) ? [] : [buttons.quotation, buttons.citation]),
      ...(hasOriginal(hit) ? [buttons.original] : []),
    ],
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

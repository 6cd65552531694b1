/** A passage of a source as a line of a tree view. */
import { l10n, ThemeIcon, TreeItem } from 'vscode';
import type { SearchHit } from '../../../server/src/lsp/messages';
import { excerpt, isSample, placeOf } from '../passage';

/** A click opens the passage beside the draft; the menus find it in `hit`. */
export class PassageItem extends TreeItem {
  constructor(readonly hit: SearchHit) {
    const { text, highlights } = excerpt(hit);
    super({ label: text, highlights });
    const place = placeOf(hit);
    this.description = place;
    // The whole passage: a narrow side bar cuts the line off.
    this.tooltip = `${hit.text}\n${place}`;
    this.accessibilityInformation = { label: `${hit.text}, ${place}` };
    this.iconPath = new ThemeIcon('quote');
    this.contextValue = isSample(hit) ? 'samplePassage' : 'passage';
    this.command = { command: 'zhibi.openLocation', title: l10n.t('Open'), arguments: [hit] };
  }
}

/** What a test may ask of the browser window that the editor runs in: to type as an input method does, and what is shown. */
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} WindowRequest
 * @property {number} id names the answer's file
 * @property {string} [compose] the letters an input method has under composition
 * @property {string} [commit] what it puts in their place, ending the composition
 * @property {string} [click] a button to press first, by the beginning of what a screen reader says of it
 *
 * @typedef {object} WindowState what a person sees at the cursor
 * @property {string[]} list the first words of each row of the open list; empty where none is open
 * @property {string} ghost the grey text
 * @property {string[]} rows what a screen reader says of each row of the views in the side bar
 * @property {string[]} shownRows their text, as written
 * @property {string[]} bars what a screen reader says of each item of the activity bar and the status bar
 */

/**
 * Does what a test asks with a line `zhibi-window: {…}` and writes the state afterwards to `window-<id>.json` in the
 * folder of the run.
 * @param {import('playwright-core').Page} page
 * @param {string} json a `WindowRequest`
 */
export async function answerWindowRequest(page, json) {
  const folder = process.env.ZHIBI_TEMPORARY;
  if (!folder) return;
  /** @type {WindowRequest} */
  const { id, compose, commit, click } = JSON.parse(json);
  if (click !== undefined)
    await page
      .locator(`[aria-label^=${JSON.stringify(click)}]`)
      .first()
      .click();
  const session = await page.context().newCDPSession(page);
  try {
    if (compose !== undefined) {
      const end = compose.length;
      await session.send('Input.imeSetComposition', { text: compose, selectionStart: end, selectionEnd: end });
    }
    if (commit !== undefined) await session.send('Input.insertText', { text: commit });
  } finally {
    await session.detach();
  }
  const file = path.join(folder, `window-${id}.json`);
  writeFileSync(`${file}.partial`, JSON.stringify(await stateOf(page)));
  renameSync(`${file}.partial`, file);
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<WindowState>}
 */
function stateOf(page) {
  return page.evaluate(() => {
    const textOf = (/** @type {string} */ selector) =>
      Array.from(document.querySelectorAll(selector), (element) => element.textContent ?? '');
    const spokenOf = (/** @type {string} */ selector) =>
      Array.from(document.querySelectorAll(selector), (element) => element.getAttribute('aria-label') ?? '');
    const rows = '.part.sidebar .pane-body .monaco-list-row';
    return {
      list: textOf('.suggest-widget.visible .monaco-list-row .label-name'),
      ghost: textOf('.ghost-text-decoration, .ghost-text-decoration-preview, .ghost-text').join(''),
      rows: spokenOf(rows),
      shownRows: textOf(`${rows} .monaco-icon-label-container`),
      bars: spokenOf('.activitybar .action-item a, .statusbar-item'),
    };
  });
}

/** Takes the pictures and addresses out that a scraper wrote in the manner of Markdown into plain text; what a link says stays. */
import { type CleaningStep, TextEditor } from './step';

const LINK =
  /!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)|\[([^\]\n]{1,300})\]\((?:https?:\/\/|\/|#|javascript:)[^)\n]{0,1000}\)/g;

export const scrapedLinks: CleaningStep = {
  name: 'markdown',
  run(text) {
    const editor = new TextEditor(text, 'markdown');
    if (!text.includes('](')) return editor.finish();
    for (const { index, 0: link, 1: words } of text.matchAll(LINK)) {
      if (words === undefined) {
        editor.remove(index, index + link.length);
        continue;
      }
      editor.remove(index, index + 1);
      editor.remove(index + 1 + words.length, index + link.length);
    }
    return editor.finish();
  },
};

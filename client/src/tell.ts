/** Messages to the writer. What they say of files, drafts and documents is text: nothing in it can be clicked. */
import { window } from 'vscode';
import { withoutLinks } from './withoutLinks';

/** Shows a message with buttons and answers the one she chose. */
type Tell = (message: string, ...buttons: string[]) => Thenable<string | undefined>;

export const tell = {
  information: plainly((message, ...buttons) => window.showInformationMessage(message, ...buttons)),
  warning: plainly((message, ...buttons) => window.showWarningMessage(message, ...buttons)),
  error: plainly((message, ...buttons) => window.showErrorMessage(message, ...buttons)),
  /** In a dialog, which also has a button to cancel. */
  question: plainly((message, ...buttons) => window.showWarningMessage(message, { modal: true }, ...buttons)),
  /** In a dialog, with more lines below it. */
  detail: (message: string, detail: string): Thenable<unknown> =>
    window.showInformationMessage(withoutLinks(message), { modal: true, detail }),
};

function plainly(show: Tell): Tell {
  return (message, ...buttons) => show(withoutLinks(message), ...buttons);
}

/** Questions asked one after the other in one box, numbered, with a way back. */
import { type Disposable, type QuickInput, QuickInputButtons, type QuickPickItem, window } from 'vscode';

interface ChoiceQuestion {
  readonly placeholder: string;
  /** Their labels differ. */
  readonly choices: readonly QuickPickItem[];
}

interface TextQuestion {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  /** What is wrong with an answer, undefined for nothing. */
  readonly problem?: (answer: string) => string | undefined;
}

export type Question = ChoiceQuestion | TextQuestion;

const BACK = Symbol('back');
type Answer = string | typeof BACK | undefined;

/**
 * The answers in order, a label for each choice; undefined where one was left with Escape. A look at another window
 * does not end the questions.
 */
export async function askAll(title: string, questions: readonly Question[]): Promise<string[] | undefined> {
  const answers: string[] = [];
  let before: QuickInput | undefined;
  try {
    for (let i = 0; i < questions.length; ) {
      const { box, answer } = open(questions[i]!, answers[i]);
      box.title = title;
      box.step = i + 1;
      box.totalSteps = questions.length;
      box.ignoreFocusOut = true;
      box.buttons = i === 0 ? [] : [QuickInputButtons.Back];
      // Shown while the one before it is open: a box that closes gives the focus back to where the questions began, and
      // the walkthrough takes it once more a moment later, from the next box.
      box.show();
      before?.dispose();
      before = box;
      const given = await answer;
      if (given === undefined) {
        return undefined;
      }
      if (given === BACK) {
        i--;
      } else {
        answers[i++] = given;
      }
    }
    return answers;
  } finally {
    before?.dispose();
  }
}

interface Opened {
  readonly box: QuickInput & { buttons: readonly object[] };
  readonly answer: Promise<Answer>;
}

function open(question: Question, given: string | undefined): Opened {
  return 'choices' in question ? openChoice(question, given) : openText(question, given);
}

function openChoice({ placeholder, choices }: ChoiceQuestion, given: string | undefined): Opened {
  const box = window.createQuickPick();
  box.placeholder = placeholder;
  box.matchOnDetail = true;
  box.items = choices;
  const before = choices.filter(({ label }) => label === given);
  // With none set, the first is active; with none in a list that is set, no key makes one active.
  if (before.length > 0) {
    box.activeItems = before;
  }
  return { box, answer: answerOf(box, () => box.activeItems[0]?.label) };
}

function openText({ prompt, placeholder, value, problem }: TextQuestion, given: string | undefined): Opened {
  const box = window.createInputBox();
  box.prompt = prompt;
  box.placeholder = placeholder;
  box.value = given ?? value ?? '';
  box.onDidChangeValue((text) => {
    box.validationMessage = problem?.(text);
  });
  const valid = () => {
    box.validationMessage = problem?.(box.value);
    return box.validationMessage === undefined ? box.value : undefined;
  };
  return { box, answer: answerOf(box, valid) };
}

interface Answered extends QuickInput {
  onDidAccept(listener: () => void): Disposable;
  onDidTriggerButton(listener: () => void): Disposable;
}

/** `read` gives undefined where Enter is no answer yet. */
function answerOf(box: Answered, read: () => string | undefined): Promise<Answer> {
  return new Promise((resolve) => {
    box.onDidAccept(() => {
      const answer = read();
      if (answer !== undefined) {
        resolve(answer);
      }
    });
    box.onDidTriggerButton(() => resolve(BACK));
    box.onDidHide(() => resolve(undefined));
  });
}

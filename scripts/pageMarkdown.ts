/** The page of a check as Markdown: its prose, and what the check finds in its examples, in both languages. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Finding } from '../server/src/analysis/finding';
import type { CheckPage, InBoth } from '../server/src/checks/pages/checkPage';
import type { TextEdit } from '../server/src/text/textEdit';
import { runChecks } from '../test/support/checkDraft';
import { corpusOf } from '../test/support/corpus';
import { seedKnowledge } from '../test/support/seedKnowledge';

/** The day the examples are read at. */
const READ_ON = '2026-11-22';

type Language = keyof InBoth;

/** Where the page lies; scripts and tests run in the root of the repository. */
export function pagePath({ check }: CheckPage): string {
  return resolve('docs', 'checks', `${check.code}.md`);
}

/** What a page's check finds in one of its examples. */
export function findingsIn({ check, source }: CheckPage, draft: string): Finding[] {
  const corpus = source === undefined ? undefined : corpusOf({ '/材料.md': source });
  return runChecks([check], draft, READ_ON, seedKnowledge(), { corpus });
}

/** The page; sets the language of messages while it runs and leaves it English. */
export function pageMarkdown(page: CheckPage): string {
  const { code } = page.check;
  return [
    `# \`${code}\` · ${page.title.zh} · ${page.title.en}`,
    '<!-- Written by `npm run pages` from server/src/checks/pages. -->',
    ...(['zh', 'en'] as const).flatMap((language) => inLanguage(page, language)),
  ]
    .join('\n\n')
    .concat('\n');
}

function inLanguage(page: CheckPage, language: Language): string[] {
  const words = phrases[language];
  const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
  speak(language);
  const found = page.found.map(({ draft }) => foundExample(draft, findingsIn(page, draft), words));
  speak('en');
  return [
    `## ${words.language}`,
    words.severity(page.check.severity),
    ...page.meaning[language],
    ...(page.covers ? [`**${words.covers}**`, page.covers[language]] : []),
    `**${words.found}**${words.readOn}`,
    ...(page.source === undefined ? [] : [words.source(page.source)]),
    ...found,
    `**${words.notFound}**`,
    list(page.notFound.map(({ draft, why }) => `${inOneLine(draft)}${why ? words.why(why[language]) : ''}`)),
    `**${words.silentWhen}**`,
    list(page.silentWhen[language]),
    `**${words.silence}**`,
    list(words.ways(page.check.code)),
  ];
}

/** The draft with what is found in bold, what the finding says, and the draft as the fix leaves it. */
function foundExample(draft: string, findings: readonly Finding[], words: Phrases): string {
  const bold = applied(
    draft,
    findings.flatMap(({ start, end }) => [
      { start, end: start, newText: '**' },
      { start: end, end, newText: '**' },
    ]),
  );
  const edits = findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  return [
    `> ${inOneLine(bold)}`,
    ...findings.map(({ message }) => `${words.says}${message}`),
    ...(edits.length > 0 ? [`${words.becomes}${inOneLine(applied(draft, edits))}`] : []),
  ].join('\n>\n> ');
}

function applied(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((rest, { start, end, newText }) => rest.slice(0, start) + newText + rest.slice(end), text);
}

function inOneLine(draft: string): string {
  return draft.replaceAll('\n', ' ⏎ ');
}

function speak(language: Language): void {
  const bundle = join(resolve('l10n'), 'bundle.l10n.zh-cn.json');
  l10n.config({ contents: language === 'zh' ? readFileSync(bundle, 'utf8') : '{}' });
}

type Phrases = (typeof phrases)[Language];

const phrases = {
  zh: {
    language: '中文',
    severity: (severity: string) => `默认级别：${severityInChinese[severity]}（\`${severity}\`）。`,
    covers: '查哪些',
    found: '会提示的例子',
    readOn: `（审读日期 ${READ_ON}；“⏎”表示另起一段）`,
    source: (text: string) => `材料里有这样一段：${text}`,
    says: '提示：',
    becomes: '修复后：',
    notFound: '不提示的例子',
    why: (reason: string) => `——${reason}。`,
    silentWhen: '什么时候不作声',
    silence: '怎样不再提示',
    ways: (code: string) => [
      `写一条注释 \`<!-- zhibi-ignore ${code} -->\`：放在某一行里，只管这一行；单独占一行，管它后面的一段。不写代码则不分检查种类一律不提示；要写几个代码，用空格或逗号隔开。`,
      '在快速修复里选忽略：一种是在行末加上述注释；另一种是永久忽略，记入工作区的 `.zhibi/ignored.yaml`。这一处的文字或前后紧邻的文字改动以后，会重新检查。',
      `改级别或关掉整项检查：\`"zhibi.diagnostics.severity": { "${code}": "off" }\`，可用的值是 \`error\`、\`warning\`、\`information\`、\`hint\`、\`off\`。`,
    ],
  },
  en: {
    language: 'English',
    severity: (severity: string) => `Default severity: \`${severity}\`.`,
    covers: 'What is looked at',
    found: 'Found',
    readOn: ` (read on ${READ_ON}; ⏎ begins another paragraph)`,
    source: (text: string) => `A source document has: ${text}`,
    says: 'Says: ',
    becomes: 'Repaired: ',
    notFound: 'Not found',
    why: (reason: string) => ` (${reason})`,
    silentWhen: 'When it stays silent',
    silence: 'How to silence it',
    ways: (code: string) => [
      `With a comment, \`<!-- zhibi-ignore ${code} -->\`: within a line it holds for that line, alone on a line for the paragraph after it. Without a code it silences every check; several codes are separated by spaces or commas.`,
      "With a quick fix: one adds the comment at the end of the line, another ignores the finding for good and notes it in the workspace's `.zhibi/ignored.yaml`. When the words or those right beside them change, they are checked again.",
      `With a setting: \`"zhibi.diagnostics.severity": { "${code}": "off" }\`, or \`error\`, \`warning\`, \`information\`, \`hint\`.`,
    ],
  },
};

const severityInChinese: Readonly<Record<string, string>> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};

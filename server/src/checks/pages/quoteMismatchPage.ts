/** What the page of `quote.mismatch` says, and the examples it is held to. */

import { quoteMismatch } from '../quote/quoteMismatch';
import type { CheckPage } from './checkPage';

export const quoteMismatchPage: CheckPage = {
  check: quoteMismatch,
  title: { zh: '引文与原文不符', en: 'misquotation' },
  meaning: {
    zh: [
      '引号里（或引用段落里）的话与某份材料的原文只差几个字，分句颠倒了次序，漏了一个分句，或者说错了出处。先在您的材料里找：只要有一份材料与引文完全一致，就算对；有一份非常接近，就指出差在哪里。材料里没有，再与知识库 `quotes.yaml` 中同一讲话人的关键短语对照，只认一个字的出入（引文还写明了讲话年月时，认两个字）。把握较小的（没有写明出自谁，或出入较多）降为警告。不加引号的转述（“会议指出，……”）只认一两个字的替换，级别为警告。修复有两种：改回原文，插入出处（后者只用于材料）。',
      '古语、诗词不必写明出自谁，加不加引号都对照知识库里的名句：不足十四个字的错一个字，十四个字以上的错两个字，漏字、多字、两字颠倒都算，分句也认；不加引号或错两个字时为警告。把名句安在别的古人、别的古书名下（“欧阳修在《岳阳楼记》中写道……”），也会指出是谁的、出自哪里。',
      '话对而出处不对也会提示，级别为警告：写的是某份文件（《……》、某年政府工作报告、党的某大报告），那份文件就在您的材料里，却没有相近的话；或者材料落款里的日期、讲话人、场合与您写的不符。',
    ],
    en: [
      'The words in quotation marks (or in a block quote) differ in a few characters from a source, have its clauses in another order, leave one out, or are said to come from elsewhere. Your documents come first: if one of them has the words exactly, they are right; if one is very close, the finding says where they differ. Otherwise the words are held against the key phrases of the same speaker in `quotes.yaml`, and only one differing character counts (two where the quotation names the month). Less certain cases (no speaker named, or more differences) become warnings. In reported speech without marks (会议指出，…) only one or two replaced characters count, as a warning. Two fixes: take the wording of the source, and insert the reference (for documents only).',
      'Classical lines need no speaker and no quotation marks: they are held against the lines of known works. One wrong letter counts, two in a line of fourteen or more, and so does a missing or added letter and two in each other’s place, in a clause of a line too; without marks, or with two slips, as a warning. A line given to another old author or work (欧阳修在《岳阳楼记》中写道…) is found as well, with whose it is.',
      'Right words under a wrong name are found too, as a warning: the document named (《…》, the government report of a year, the report to a congress) is among yours and has nothing like them; or the lines that sign the words in your documents give another day, speaker or occasion.',
    ],
  },
  source: '县长王秋生指出，科技特派员要把论文写在大棚里、写在果园里，让每一项技术都能在田间地头见到收成。',
  found: [
    { draft: '县长王秋生指出，“科技特派员要把论文写在大棚里、写在果园里，让每一项技术都能在田间地块见到收成”。' },
    { draft: '“千淘万漉虽辛苦，吹尽黄沙始到金。”' },
    { draft: '欧阳修在《岳阳楼记》中写道：“先天下之忧而忧，后天下之乐而乐。”' },
  ],
  notFound: [
    {
      draft: '县长王秋生指出，“科技特派员要把论文写在大棚里、写在果园里，让每一项技术都能在田间地头见到收成”。',
      why: { zh: '与原文一致', en: 'as in the source' },
    },
    {
      draft: '会议以“把论文写在大棚里、写在果园里”为主题。',
      why: { zh: '是主题，不是引语', en: "the name of a theme, not somebody's words" },
    },
    {
      draft: '水能载舟，亦能覆舟。',
      why: { zh: '是另一种通行的说法', en: 'another wording in right use' },
    },
  ],
  silentWhen: {
    zh: [
      '没有一份材料接近这段引文：它可能来自您没有放进来的文件。',
      '引号里不足八个字，或者是名称、主题、口号；没有写明讲话人时，不足十二个字或者不成句。',
      '不加引号的转述里有增删、概括的：转述本来就可以概括。',
      '所写的文件不在材料里：那份文件里也许就有这句话。',
      '名句的其他版本和通行说法，惟唯、知智一类通用字；换了整个词的化用，不加引号时添上的“的”“要”“就”；今人引用古语，以及《古文观止》《增广贤文》一类汇编。',
      '只是开头或结尾与原文不同：引文可以从半句开始，前面的“要”“我们”可能是您自己的话。',
      '标点、全半角和空格的差别不算出入；内置示例文稿不作为原文。',
    ],
    en: [
      'No document comes close: the quotation may be from one you have not added.',
      'Fewer than eight characters, or a name, theme or slogan; without a named speaker, fewer than twelve characters or no clause.',
      'Reported speech that leaves out, adds or sums up: that is what reporting may do.',
      'The document named is not among yours: it may well hold the words.',
      'Other editions and wordings in use of a classical line, and letters such as 惟 and 唯; a line taken up with another word in it; 的, 要 or 就 put in without marks; people of our time who cite it, and collections such as 《古文观止》.',
      'Only the beginning or the end differs: a quotation may start in mid-sentence, and 要 or 我们 before it may be yours.',
      'Punctuation, width and spaces do not count; built-in examples are never the source.',
    ],
  },
};

/** Texts as a writer, an input method or a broken file may leave them: pieces of real-looking drafts put together and damaged. */
import fc from 'fast-check';
import { adversarialTexts } from './adversarialTexts';

const headings = [
  '# 在全市科技创新大会上的讲话\n',
  '## 二、重点任务\n',
  '一、2024年工作回顾\n',
  '（一）坚持创新驱动。',
  '1.加快建设',
  '（2）',
  '第一章 总则\n',
  '---\ntitle: 讲话\ndate: 2026-03-05\n---\n',
  '（2026年3月5日）\n',
];
const clauses = [
  '到2020年进入创新型国家行列',
  '力争到2020年底研发经费投入强度达到2.8%以上',
  '2025年底前全面完成改造任务',
  '截至2024年底，全市高新技术企业达1 200家',
  '“十三五”时期，要坚持新发展理念',
  '今年是“十四五”开局之年',
  '推动科技创新和产业创新深度融合',
  '坚持创新、协调、绿色、共享的新发展理念',
  '增强“四个意识”，坚定“四个自信”，做到“两个维护”',
  '深入学习贯彻党的二十大和二十届二中、三中全会精神',
  '由银保监会会同环境保护部制定',
  '按照《国家创新驱动发展战略纲要》要求',
  '依据GB/T 9704—1999执行',
  '习近平总书记强调，“绿水青山就是金山银山，要坚定不移走生态优先、绿色发展之路”',
  '会议指出：「改革只有进行时没有完成时」',
  '习近平总书记指出："空谈误国，实干兴邦……"',
  '> 人民对美好生活的向往，就是我们的奋斗目标。\n> ——习近平2012年在中外记者见面会上的讲话\n',
  '百分之六十、三分之二、翻一番、二〇三五年、两万亿元',
  '科技chuangxin',
  'xzscl',
];
const marks = [
  '，',
  '。',
  '；',
  '、',
  '：',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '　　',
  ' ',
  '“',
  '”',
  '"',
  '《',
  '》',
  '（',
  '）',
  '——',
];
const markup = [
  '<!-- zhibi-ignore target.outdated -->',
  '<!-- zhibi-ignore -->\n',
  '<!--',
  '-->',
  '```\n',
  '~~~\n',
  '| 指标 | 目标 |\n',
  '> ',
  '- ',
  '**重点**',
  '[链接](command:evil)',
  '<script>alert(1)</script>',
  '&nbsp;',
];
const oddities = [
  '\ud840',
  '\udc00',
  '𠮷',
  '\u0000',
  '\ufeff',
  '\u200b',
  '\u2028',
  '\u0007',
  '\u001b[31m',
  '9'.repeat(40),
  '一'.repeat(40),
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...clauses) },
  { weight: 5, arbitrary: fc.constantFrom(...marks) },
  { weight: 2, arbitrary: fc.constantFrom(...headings) },
  { weight: 1, arbitrary: fc.constantFrom(...markup) },
  { weight: 1, arbitrary: fc.constantFrom(...oddities) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);

const assembled = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

/** A text with stretches taken out, doubled, or moved: what half-done edits leave. */
const mutated = fc
  .tuple(assembled, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 }), fc.nat({ max: 2 })), { maxLength: 4 }))
  .map(([text, changes]) => changes.reduce(change, text));

function change(text: string, [at, length, kind]: readonly [number, number, number]): string {
  const start = at % (text.length + 1);
  const end = Math.min(text.length, start + length);
  const stretch = text.slice(start, end);
  if (kind === 0) return text.slice(0, start) + text.slice(end);
  if (kind === 1) return text.slice(0, end) + stretch + text.slice(end);
  return text.slice(0, start) + text.slice(end) + stretch;
}

/** A few thousand code units of something hard to parse, alone or before a draft. */
const adversarial = fc
  .tuple(fc.constantFrom(...adversarialTexts), fc.integer({ min: 1, max: 3000 }), fc.oneof(fc.constant(''), assembled))
  .map(([family, length, rest]) => family.at(length) + rest);

/** Any text a draft may be. */
export const draftText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: assembled },
  { weight: 3, arbitrary: mutated },
  { weight: 1, arbitrary: adversarial },
);

/** A piece of such a text, as one keystroke, paste or accepted item inserts it. */
export const insertedText: fc.Arbitrary<string> = piece;

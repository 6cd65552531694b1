/** What the page of `wording.variant` says, and the examples it is held to. */

import { wordingVariant } from '../wording/wordingVariant';
import type { CheckPage } from './checkPage';

export const wordingVariantPage: CheckPage = {
  check: wordingVariant,
  title: { zh: '与规范写法差一两个字', en: 'one or two characters off a standard wording' },
  meaning: {
    zh: [
      '与知识库里的提法、术语或机构名只差一个字，而且这个字与规范的字同音，多半是输入法选错了字；或者与十个字以上的提法差一个字（十四个字以上的，差相连的两个字），前后都对得上；或者相邻两个字写颠倒了（人类运命共同体）；或者正是 `formulations.yaml` 的 `variants` 里列明的写法（`kind: wording` 且给出了 `replacement`）。都有修复。',
      '从不换词的表述（知识库里标为 `fixed`）逐字看：差一两个字就提示。',
    ],
    en: [
      'The words differ from a formulation, term or name of the knowledge base in one character, and that character sounds like the right one: most likely a slip of the input method. A formulation that is never put with another word in it (`fixed` in `formulations.yaml`) is held to the word: one or two characters that differ are a slip. Or one character of a formulation of ten or more is another (two beside each other in one of fourteen or more), with the rest right on both sides; or two characters have changed places (人类运命共同体); or they are a wording that `variants` in `formulations.yaml` lists as wrong (`kind: wording`, with a `replacement`). All have a fix.',
    ],
  },
  found: [
    { draft: '要因地制宜发展新制生产力。' },
    { draft: '以中国试现代化全面推进强国建设。' },
    { draft: '坚持稳中有进工作总基调。' },
    { draft: '坚持有为市场和有效政府相结合。' },
  ],
  notFound: [
    {
      draft: '要发展新型产业，推动创新型产业集群建设。',
      why: { zh: '另一个词，不是“新兴产业”的错字', en: 'another word, no slip for 新兴产业' },
    },
    {
      draft: '完善生态环境补偿机制。',
      why: { zh: '首尾的字属于相邻的词', en: 'at the edge, the character belongs to the word beside it' },
    },
  ],
  silentWhen: {
    zh: [
      '规范写法不足四个字；四个字的，错的字与前后的字能连成词；不足十个字而字不同音；差得更多；只差“的”“和”“与”“推动／推进”这类可换的字，或者数目不同。',
      '这样的写法在自己的资料里出现过，或者本身就是知识库里的一个词。',
      '列明的写法还要求：不在《标题》、较长的引文里，不在讲往事，而且规范写法在本稿日期已经通行。',
    ],
    en: [
      'The standard wording has fewer than four characters; four, and the wrong one is a word with those beside it; fewer than ten, and the character sounds different; more differs; only a word that may be changed does (的, 和, 与, 推动 for 推进), or a numeral.',
      'The wording occurs in her own documents, or is itself a wording of the knowledge base.',
      'Listed wordings also need: no 《title》 or longer quotation, no sentence that tells of the past, and a standard wording in use on the date of the draft.',
    ],
  },
};

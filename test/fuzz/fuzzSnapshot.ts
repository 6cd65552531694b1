/** The snapshot that is fuzzed: a few documents of our own and the built-in knowledge. */
import type { Snapshot } from '../../server/src/analysis/snapshot';
import { PhraseLexicon } from '../../server/src/index/phraseLexicon';
import { knowledgePhrases } from '../../server/src/worker/lexiconBuilder';
import { corpusOf } from '../support/corpus';
import { seedKnowledge } from '../support/seedKnowledge';

const documents: Readonly<Record<string, string>> = {
  '/corpus/2024.md':
    '在全市科技创新大会上的讲话\n同志们：\n推动科技创新和产业创新深度融合，让更多成果走出实验室、走上生产线。\n' +
    '习近平总书记强调，绿水青山就是金山银山，要坚定不移走生态优先、绿色发展之路。',
  '/corpus/2025.md':
    '政府工作报告\n到2030年，全社会研发经费投入强度达到3.2%以上。\n坚持创新、协调、绿色、开放、共享的新发展理念。\n' +
    '推动科技创新和产业创新深度融合，关键在企业。截至2024年底，全市高新技术企业达1200家。',
  '/corpus/repeated.txt': '科技创新'.repeat(200),
  '/corpus/<script>.md': '[重点任务](command:evil)：推动科技创新\u001b[31m和产业创新<script>alert(1)</script>。',
  '/corpus/short.txt': '甲',
};
const infos = { '/corpus/2024.md': { date: '2024-03-20' }, '/corpus/2025.md': { date: '2025' } };

let made: Snapshot | undefined;

/** One for all runs: nothing may change it. */
export function fuzzSnapshot(): Snapshot {
  if (made) return made;
  const knowledge = seedKnowledge();
  const corpus = corpusOf(documents, infos);
  const lexicon = new PhraseLexicon(knowledgePhrases(knowledge.data, corpus, true));
  made = Object.freeze({ revision: 1, corpus, knowledge, lexicon, skeletons: [] });
  return made;
}

/** Parts a title from the first sentence that a page ran into it: 在…会议上的讲话同志们：今天… */
import { isBodyLine, visibleLines } from './lines';
import { type CleaningStep, TextEditor } from './step';

const HEAD_LINES = 12;
const SHORTEST_TITLE = 8;
/** What may stand before the title where it is repeated: 市长在…上的讲话. */
const LONGEST_LEAD = 6;
/** How a speech, a report or a notice begins. Anything else may be a sentence that has the title in it. */
const BEGINNING =
  /^\s?(?:同志们|各位|尊敬的|女士们|今天|今年|今年以来|这次|此次|近年来|当前|刚才|为了?(?:深入|全面|贯彻|进一步|认真|加强|推动|落实)|根据|按照|(?:19|20)\d{2}年|[一二三]、|（一）|\(一\)|摘\s?要)/;
const TITLE_END =
  /(?:讲话|发言|致辞|报告|总结|汇报|方案|规划|纲要|通知|意见|办法|体会|主持词|讲稿|演讲|推进|发展|研究)$/;

export const runInTitle: CleaningStep = {
  name: 'run-in-title',
  run(text) {
    const editor = new TextEditor(text, 'run-in-title');
    const head: string[] = [];
    for (const line of visibleLines(text).slice(0, HEAD_LINES)) {
      const content = text.slice(line.start, line.end);
      if (!isBodyLine(content)) {
        if (content.length >= SHORTEST_TITLE && TITLE_END.test(content)) head.push(content);
        continue;
      }
      for (const title of head) {
        const at = content.slice(0, LONGEST_LEAD + title.length).indexOf(title);
        const end = at + title.length;
        if (at < 0 || !BEGINNING.test(content.slice(end, end + 12))) continue;
        editor.replace(line.start + end, line.start + end, '\n');
        break;
      }
      break;
    }
    return editor.finish();
  },
};

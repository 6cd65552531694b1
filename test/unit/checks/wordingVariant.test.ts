/** Slips in wordings that are never varied: short ones, pairs either way round, and what begins with another character. */
import { wordingIncomplete } from '../../../server/src/checks/wording/wordingIncomplete';
import { wordingVariant } from '../../../server/src/checks/wording/wordingVariant';
import { checkDraft } from '../../support/checkDraft';

const FIXED = (text: string, fields: string) => `
=== knowledge/formulations.yaml
- id: wording
  text: ${text}
  ${fields}
  sources:
    - { title: 报告, issuer: 某市人民政府, date: "2025-10-23" }
  verified: "2026-03-10"`;

const check = (draft: string, knowledge: string) => checkDraft([wordingVariant], `${draft}${knowledge}`);

describe('check wordingVariant, of what is never varied', () => {
  it('finds one other character in a rigid wording, from the day on which it was first met', () => {
    const rigid = 'rigid: true\n  metSince: "2023-12-12"';
    check('--- date: 2024-05-01\n加快⟦发展新质生长力⟧{wording.variant}。', FIXED('发展新质生产力', rigid));
    check('--- date: 2023-05-01\n加快发展新质生长力。', FIXED('发展新质生产力', rigid));
  });

  it('says nothing of what is put beside the wording, nor of another word where many are', () => {
    const wording = '不断增强人民群众获得感、幸福感、安全感';
    const other = (group: string) => `不断增强${group}群众获得感、幸福感、安全感`;
    check(`⟦${other('基层')}⟧{wording.variant}。`, FIXED(wording, `alsoPut: [${other('各族')}]`));
    check(`${other('各族')}。`, FIXED(wording, `alsoPut: [${other('各族')}]`));
    const many = ['各族', '农村', '困难'].map(other).join(', ');
    check(`${other('基层')}。`, FIXED(wording, `alsoPut: [${many}]`));
    // What is no word is still a slip.
    check(`⟦${wording.replace('获得感', '获的感')}⟧{wording.variant}。`, FIXED(wording, `alsoPut: [${many}]`));
  });

  it('says nothing of words of one character, of places, and of what belongs to the next word', () => {
    check('扩大对外开放和扩大对内开放，扩大对外开发区域。', FIXED('扩大对外开放', 'rigid: true'));
    check('全面依法治省要有新作为。', FIXED('全面依法治国', 'rigid: true'));
    check('推动新质生产力。', FIXED('发展新质生产力', 'rigid: true'));
  });

  it('finds a slip in a fixed pair, whichever of its parts is first', () => {
    check('以⟦踏雪留印、抓铁有痕⟧{wording.variant}的劲头抓作风。', FIXED('抓铁有痕、踏石留印', 'fixed: true'));
    check('以踏石留印、抓铁有痕的劲头抓作风。', FIXED('抓铁有痕、踏石留印', 'fixed: true'));
  });

  it('finds the second character of a row of fours', () => {
    check(
      '⟦敬畏生命、救死扶伤、甘于奉献、大爱无疆⟧{wording.variant}。',
      FIXED('敬佑生命、救死扶伤、甘于奉献、大爱无疆', 'category: 民生'),
    );
  });
});

const LONG = '物质文明和精神文明相协调的现代化';
const MET = (met: number, open = '') => `met: ${met}${open && `\n  open: [${open}]`}`;

describe('check wordingVariant, of what was measured', () => {
  it('finds another word in a long wording, also one that is known by itself', () => {
    check('中国式现代化是⟦物质文明和生态文明相协调的现代化⟧{wording.variant}。', FIXED(LONG, MET(22)));
  });

  it('finds a character too few or too many', () => {
    const reform = FIXED('深化供给侧结构性改革', MET(176));
    check('⟦深化供给侧结构改革⟧{wording.variant}。', reform);
    check('深化供给侧的结构性改革。', reform);
    const firsts = FIXED('科技是第一生产力、人才是第一资源、创新是第一动力', MET(4));
    check('⟦科技是第一生产力、人才是第一资源、创新是第一驱动力⟧{wording.variant}。', firsts);
  });

  it('finds another character in a short wording that was met often', () => {
    check('承接⟦北京非首都职能⟧{wording.variant}疏解。', FIXED('北京非首都功能', MET(150)));
    check('承接北京非首都职能疏解。', FIXED('北京非首都功能', MET(50)));
  });

  it('says nothing where something else was met, of verbs and of places', () => {
    check('坚持开展党史学习教育实践。', FIXED('开展党史学习教育活动', MET(100, '活动')));
    check('坚持扎实推动乡村全面振兴。', FIXED('坚持扎实推进乡村全面振兴', MET(100)));
    check('让现代化成果更多惠及全省人民。', FIXED('让现代化成果更多惠及全体人民', MET(100)));
  });

  it('finds a word that sounds like the right one', () => {
    check('坚持⟦真正的多边注意⟧{wording.variant}。', FIXED('真正的多边主义', 'category: 外交'));
    check('真正的多边注意到了。', FIXED('真正的多边主义', 'category: 外交'));
  });
});

describe('check wordingIncomplete, the first of a named set', () => {
  it('finds another first member beside the name of the set', () => {
    checkDraft([wordingIncomplete], '增强“四个意识”，即⟦政权意识⟧{wording.incomplete}、大局意识、核心意识、看齐意识。');
  });

  it('says nothing where the set is not named or the first is another word for it', () => {
    checkDraft([wordingIncomplete], '坚持民族自信、理论自信、制度自信、文化自信相统一。');
    checkDraft([wordingIncomplete], '加强“四史”教育，把党的历史、新中国史、改革开放史、社会主义发展史贯通起来。');
  });
});

/** What is told of documents, laws, meetings and days beside their names: who issued them, when, and the how manieth it is. */
import { referenceMismatch } from '../../../server/src/checks/reference/referenceMismatch';
import { referenceSuperseded } from '../../../server/src/checks/reference/referenceSuperseded';
import { checkDraft } from '../../support/checkDraft';

const check = (lines: string) => checkDraft([referenceMismatch, referenceSuperseded], lines);

describe('check referenceMismatch, what is counted by the year', () => {
  it('counts an anniversary at hand by the year of the draft', () => {
    check('--- date: 2026-06-28\n在庆祝中国共产党成立⟦104周年⟧{reference.mismatch}之际，我们召开表彰大会。');
    check('--- date: 2026-12-28\n在⟦第六个⟧{reference.mismatch}中国人民警察节即将到来之际，慰问民警。');
  });

  it('writes the right number as the draft writes its own', () => {
    const [finding] = check(
      '--- date: 2025-12-28\n在⟦第五个⟧{reference.mismatch}中国人民警察节即将到来之际，慰问民警。',
    );
    if (finding?.fixes[0]?.edits[0]?.newText !== '第六个') throw new Error(JSON.stringify(finding?.fixes));
  });

  it('says nothing where the anniversary is not at hand, a round one, another year’s, or the name of a meeting', () => {
    check('--- date: 2026-01-20\n在建党104周年之际，我们作出了承诺。');
    check('--- date: 2022-06-28\n在中国共产党成立100周年之际，党中央首次颁授“七一勋章”。');
    check('--- date: 2026-06-18\n去年庆祝建党104周年的做法可以借鉴，以优异成绩迎接党的生日。');
    check('--- date: 2022-06-28\n我们学习在庆祝中国共产党成立100周年大会上的讲话。');
  });

  it('finds a fair given to another year than its number, and not one made ready for', () => {
    check('--- date: 2023-11-05\n2023年11月，⟦第七届⟧{reference.mismatch}进博会在上海举办。');
    check('--- date: 2025-11-20\n今年我们签约参加第九届进博会。');
  });
});

describe('check referenceMismatch, who issued what', () => {
  it('finds another issuer told after the title, in brackets too', () => {
    check('《⟦数字中国建设整体布局规划》由国务院办公厅⟧{reference.mismatch}印发。');
    check('《⟦数字中国建设整体布局规划》（国务院⟧{reference.mismatch}2023年2月印发）提出“2522”整体框架。');
  });

  it('finds the centre named for what its ministries issued', () => {
    check('《⟦安全生产治本攻坚三年行动方案（2024—2026年）》由国务院办公厅⟧{reference.mismatch}印发。');
  });

  it('says nothing of who explains it or carries it out', () => {
    check('《数字中国建设整体布局规划》由省政府印发实施方案予以落实。');
    check('《关于全面推进美丽中国建设的意见》由国务院新闻办公室发布会解读。');
  });
});

describe('check referenceMismatch, days and sessions of laws', () => {
  it('finds the day of adoption told as that of force, and the other way round', () => {
    check('新修订的《中华人民共和国公司法》自⟦2023年12月29日起⟧{reference.mismatch}施行。');
    check('新修订的《中华人民共和国公司法》于⟦2024年7月1日⟧{reference.mismatch}通过。');
  });

  it('finds the session of another law, before the name and after it', () => {
    check('⟦十三届全国人大四次会议⟧{reference.mismatch}表决通过的民法典，是一部基础性法律。');
    check('民法典由⟦十三届全国人大常委会第二十次会议⟧{reference.mismatch}表决通过。');
  });

  it('says nothing of earlier editions, drafts and amendments', () => {
    check('八届全国人大常委会第五次会议通过的公司法，几经修改。');
    check('《中华人民共和国公司法》自1994年7月1日起施行以来，已历经六次修改。');
    check('2019年，十三届全国人大常委会第十次会议首次审议民法典人格权编草案。');
  });
});

describe('check referenceMismatch, conferences and places', () => {
  it('finds a conference given to a year that had none', () => {
    check('习近平总书记在⟦2023年⟧{reference.mismatch}全国教育大会上强调，要加快建设教育强国。');
    check('⟦2022年4月⟧{reference.mismatch}，习近平总书记在中央人才工作会议上指出，要加快建设人才高地。');
  });

  it('finds a place told after the quotation, and one that the very day contradicts', () => {
    check('“绿水青山就是金山银山”在⟦浙江长兴县余村⟧{reference.mismatch}首次提出。');
    check('2013年10月，习近平主席在⟦马来西亚⟧{reference.mismatch}提出共同建设21世纪海上丝绸之路。');
  });

  it('says nothing of what was said again elsewhere on another day', () => {
    check('2014年9月，习近平主席在印度提出共建21世纪海上丝绸之路。');
    check('2018年9月，习近平总书记在全国教育大会上发表重要讲话。');
  });
});

describe('check referenceSuperseded, yearly conferences by number', () => {
  it('finds a plenum of the discipline commission that a later one has followed, set as what is to be carried out', () => {
    check('--- date: 2026-06-20\n要贯彻落实⟦二十届中央纪委四次全会⟧{reference.superseded}部署，坚持严的基调。');
  });

  it('says nothing of it in its own year, told, or beside the next one', () => {
    check('--- date: 2025-12-20\n要贯彻落实二十届中央纪委四次全会部署，坚持严的基调。');
    check('--- date: 2026-06-20\n2025年，全市认真落实二十届中央纪委四次全会精神。');
    check('--- date: 2026-02-05\n深入贯彻二十届中央纪委四次、五次全会精神。');
  });
});

describe('check referenceMismatch, titles and numbers written otherwise', () => {
  it('finds one word for another, words in another order, and a word twice', () => {
    check('党中央、国务院印发的《⟦数字中国建设总体布局规划⟧{reference.mismatch}》提出“2522”框架。');
    check('《⟦中共中央 国务院关于全面建设美丽中国的意见⟧{reference.mismatch}》排出了时间表。');
    check(
      '《⟦中共中央 国务院关于构建数据要素基础制度更好发挥数据要素作用的意见⟧{reference.mismatch}》明确了“三权分置”。',
    );
    check('《⟦中共中央关于全面推进依法治国若干重大问题的决议⟧{reference.mismatch}》作出部署。');
  });

  it('finds 暂行 left out of a regulation, and not in one that a place made', () => {
    check('这是《⟦重大行政决策程序条例⟧{reference.mismatch}》的硬性规定。');
    check('我市出台《重大行政决策程序条例》。');
    check('依据《浙江省重大行政决策程序条例》办理。');
  });

  it('finds years of a plan of the centre that overlap the right ones', () => {
    check(
      '--- date: 2024-07-25\n国家数据局等17部门印发的《“数据要素×”三年行动计划（⟦2023—2025年⟧{reference.mismatch}）》提出12个场景。',
    );
    check('--- date: 2024-07-25\n我市印发《“数据要素×”三年行动计划（2023—2025年）》。');
  });

  it('reads the document that a notice issues', () => {
    check('《国务院关于印发〈中国制造2025〉的通知》（⟦国发〔2015〕26号⟧{reference.mismatch}）确定了十大领域。');
    check('《国务院关于印发〈中国制造2025〉的通知》（国发〔2015〕28号）确定了十大领域。');
    check('《四川省人民政府关于印发〈中国制造2025〉的通知》（川府发〔2015〕53号）确定了十大领域。');
  });

  it('says nothing of another document of the centre that is called nearly alike', () => {
    check('《中共中央 国务院关于深化投融资体制改革的意见》印发实施。');
    check('《国务院关于促进健康服务业发展的若干意见》（国发〔2013〕40号）提出目标。');
    check('《蓄滞洪区运用补偿暂行办法》2000年公布。');
    check('省委、省政府印发的《关于全面推进美丽四川建设的意见》明确了路线图。');
  });
});

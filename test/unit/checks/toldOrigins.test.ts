/** Where and when a concept was put forward, and at which meeting a document was adopted: the origin may be told wrongly, later words may not. */
import assert from 'node:assert/strict';
import { referenceMismatch } from '../../../server/src/checks/reference/referenceMismatch';
import { checkDraft } from '../../support/checkDraft';

const check = (lines: string) => checkDraft([referenceMismatch], lines);

describe('check referenceMismatch, the origin of a concept', () => {
  it('finds a year before the words were first said', () => {
    check('⟦2022年9月⟧{reference.mismatch}，习近平总书记在黑龙江考察时提出“新质生产力”这一重要概念。');
    check('⟦2016年⟧{reference.mismatch}，习近平总书记作出世界百年未有之大变局的重大判断。');
  });

  it('finds the right place in another year, and the wrong province before the right village', () => {
    check('⟦2014年⟧{reference.mismatch}秋，习近平主席在哈萨克斯坦提出共建丝绸之路经济带。');
    check('十年前，习近平总书记在⟦贵州⟧{reference.mismatch}十八洞村提出“精准扶贫”。');
  });

  it('finds another year where the sentence says that it was put forward then', () => {
    check('总体国家安全观是习近平总书记⟦2015年⟧{reference.mismatch}提出的重大战略思想。');
    check('“八八战略”是⟦2004年⟧{reference.mismatch}提出的浙江发展总纲。');
    check('精准扶贫，是⟦2014年11月⟧{reference.mismatch}习近平总书记在湘西考察时提出来的。');
    check('新质生产力概念最早由⟦2024年⟧{reference.mismatch}政府工作报告提出。');
    check('“精准扶贫”这一重要理念，源于⟦2014年⟧{reference.mismatch}总书记在十八洞村的考察。');
  });

  it('finds a proposal told of a later year, and not what is proposed of it', () => {
    check('⟦2022年⟧{reference.mismatch}，习近平主席提出全球发展倡议，得到广泛响应。');
    check('2022年，习近平主席提出全球发展倡议框架下的32项举措。');
  });

  it('finds another meeting', () => {
    check('“四个自信”由⟦党的十八大⟧{reference.mismatch}首次提出。');
    check('推进国家治理体系和治理能力现代化是⟦党的十九大⟧{reference.mismatch}提出的。');
  });

  it('says nothing of the same words said again, taken further or carried out', () => {
    check('2015年，习近平总书记在贵州强调，要坚持精准扶贫、精准脱贫。');
    check('2017年1月，习近平主席在日内瓦系统阐述构建人类命运共同体理念。');
    check('2021年，习近平总书记在联合国大会上重申“双碳”目标。');
    check('2024年全国两会期间，习近平总书记提出因地制宜发展新质生产力。');
    check('我县乡村振兴战略的谋划始于2016年，当时提出建设美丽乡村。');
    check('2010年，我省率先提出发展低空经济。');
  });
});

describe('check referenceMismatch, the day of a meeting at which the leader spoke', () => {
  it('finds another day, before the leader and after', () => {
    check('⟦2025年2月27日⟧{reference.mismatch}，习近平总书记在民营企业座谈会上强调，民营经济前景广阔。');
    check('习近平总书记⟦2020年9月⟧{reference.mismatch}在企业家座谈会上强调，要弘扬企业家精神。');
  });

  it('reads the year of a day from the paragraph, and from the number of a plenum', () => {
    check('2024年，会议如期举行。⟦6月26日⟧{reference.mismatch}召开的全国科技大会，吹响了号角。');
    check('⟦10月18日⟧{reference.mismatch}闭幕的党的二十届四中全会，擘画了蓝图。');
  });

  it('says nothing of a meeting of the same name in a province, of one with a longer name, or of when the words were published', () => {
    check('2025年3月，省委书记在全省民营企业座谈会上强调，要优化环境。');
    check('2018年4月，习近平总书记在推动长江经济带发展座谈会上指出，要保护生态。');
    check('2025年8月，习近平总书记在中央城市工作会议上的讲话在《求是》发表。');
  });
});

describe('check referenceMismatch, numbers of orders', () => {
  it('finds the order of another regulation, in whatever brackets and words', () => {
    check('《商用密码管理条例》（⟦国务院令第756号⟧{reference.mismatch}）自2023年7月1日起施行。');
    check('《政府投资条例》（⟦中华人民共和国国务院令第721号⟧{reference.mismatch}）已经公布。');
    check('《志愿服务条例》（2017年8月22日⟦国务院令第658号⟧{reference.mismatch}公布）已经施行。');
    check('《中华人民共和国民营经济促进法》【⟦主席令第47号⟧{reference.mismatch}】已经施行。');
  });

  it('finds the number of a document before its title, after a space, and told in words', () => {
    check('根据⟦国发〔2017〕53号⟧{reference.mismatch}文件《新一代人工智能发展规划》，制定方案。');
    check('《新一代人工智能发展规划》（⟦国发 2017 53号⟧{reference.mismatch}）已经印发。');
    check('《新一代人工智能发展规划》，文号为⟦国发〔2017〕53号⟧{reference.mismatch}。');
  });

  it('says nothing of the right number under other names, and of the order of an earlier edition', () => {
    check('《政府投资条例》（国令第712号）、《政府投资条例》（国务院第712号令）是同一部条例。');
    check('《药品经营和使用质量监督管理办法》（市场监管总局令第84号）已经施行。');
    check('《中华人民共和国民营经济促进法》（主席令第46号）已经施行。');
    check('1999年公布的《商用密码管理条例》（国务院令第273号）已经修订。');
  });
});

describe('check referenceMismatch, both ends of a finding', () => {
  it('finds the meeting after the title, and names the title beside it', () => {
    const [finding] = check(`--- path: /drafts/讲话.md
《中共中央关于全面推进依法治国若干重大问题的决定》由⟦党的十八届三中全会⟧{reference.mismatch}审议通过。`);
    const other = finding!.related.at(-1)!.location;
    assert.equal(other.path, '/drafts/讲话.md');
    assert.equal(other.start.character, 1);
  });

  it('finds the meeting in the brackets after the title, and the one that is said to have made it', () => {
    check(
      '《中共中央关于坚持和完善中国特色社会主义制度、推进国家治理体系和治理能力现代化若干重大问题的决定》（⟦党的十九届五中全会⟧{reference.mismatch}通过）指出了方向。',
    );
    check('⟦党的十八届四中全会⟧{reference.mismatch}作出《中共中央关于全面深化改革若干重大问题的决定》。');
  });
});

describe('check referenceMismatch, who issued and adopted', () => {
  it('finds the General Office alone named for what the Central Committee and the State Council issued', () => {
    check('⟦中共中央办公厅印发《乡村全面振兴规划（2024—2027年）⟧{reference.mismatch}》。');
    check('中办印发《关于加快公共数据资源开发利用的意见》。');
  });

  it('finds the session without 由', () => {
    check('民法典是2020年⟦十三届全国人大常委会第十八次会议⟧{reference.mismatch}通过的。');
  });
});

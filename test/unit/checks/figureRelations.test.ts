/** Figures of a paragraph that are held against each other by what they are, in whatever order they are told. */
import assert from 'node:assert/strict';
import { figureInconsistent } from '../../../server/src/checks/figure/figureInconsistent';
import { checkDraft, runChecks } from '../../support/checkDraft';
import { seedKnowledge } from '../../support/seedKnowledge';

const check = (...drafts: readonly string[]) => {
  for (const draft of drafts) checkDraft([figureInconsistent], `--- date: 2026-06-15\n${draft}`);
};
const F = '{figure.inconsistent}';

describe('check figureInconsistent, figures by their roles', () => {
  it('finds a change that the figures before and after contradict, also across sentences', () => {
    check(
      `上半年，全县农机销售额60亿元，去年同期是50亿元，同比增长⟦25%⟧${F}。`,
      `办理出口退税4.80亿元，惠及企业620家。去年同期办理4.00亿元，同比增长⟦12%⟧${F}。`,
      `床位由600张扩大到900张，增幅⟦三成⟧${F}。`,
      `窗口平均用时由22分钟压缩到9分钟，缩短了⟦15分钟⟧${F}。`,
      `公交线路由31条变为28条，⟦净增3条⟧${F}。`,
      `7月份投诉45件，6月份为60件，环比下降⟦15%⟧${F}。`,
    );
  });

  it('says nothing of changes between other times and of other things', () => {
    check(
      '7月份受理86件，8月份受理72件，同比下降25%。',
      '去年全县接待游客320万人次，今年1至10月接待游客350万人次，同比增长18%。',
      '一季度立案42件，上年四季度56件，同比下降12.5%。',
      '上年末贷款余额286亿元，今年末达到321亿元；存款余额增加42亿元，增长9.6%。',
      '去年续建项目16个，今年新建项目20个，较上年增加3个。',
      '景区由12家增加到15家，接待游客增长40%。',
    );
  });

  it('finds a share in digits or in words that its part and whole contradict', () => {
    check(
      `在编职工512人，拥有高级职称的128人，占到⟦三分之一⟧${F}。`,
      `民营企业12.6万户，占企业总数14万户的⟦八成⟧${F}。`,
      `教师3200名，其中农村教师1920名。农村教师占⟦40%⟧${F}。`,
      `学员共210人，其中女学员98人，超过⟦半数⟧${F}。`,
    );
  });

  it('says nothing of shares of another whole, and of rates of what is not told', () => {
    check(
      '厂房86万平方米，其中标准厂房42万平方米，出租率86%。',
      '充电桩3600个，其中公共860个，利用率12.6%。',
      '向甲地出口136亿元，占比45.9%；向乙地出口124亿元，占比41.8%。',
      '发放贷款3.2亿元，收回2.9亿元，到期贷款收回率98.6%。',
      '收入20万元以上的村有112个，其中50万元以上的占70%。',
    );
  });

  it('finds averages, prices and yields that do not go with total and number, whichever is last', () => {
    check(
      `茶园面积4.2万亩，年产干茶2100吨，平均亩产⟦500公斤⟧${F}。`,
      `营养餐每份4.5元，每天供应3200份，一天下来要⟦1.64万元⟧${F}。`,
      `6名网格员共联系居民1380户，人均联系⟦320户⟧${F}。`,
    );
    check(
      '每户补助2万元，今年改造86户，目前已发放补助120万元。',
      '每人每天补助60元，共有120人参训，为期10天，发放补助7.2万元。',
      '带动农户300户就近务工，村集体收入达到60万元，带动户均收入增加3000元。',
    );
  });

  it('finds totals, rests and second parts, and is silent where more is told of', () => {
    check(
      `两个标段的中标价分别为1.36亿元、0.87亿元，合计⟦2.33亿元⟧${F}。`,
      `卫生院共24所，已改造18所，尚有⟦8所⟧${F}列入计划。`,
      `共争取资金5000万元，其中上级补助3200万元。县级自筹⟦2800万元⟧${F}。`,
      `现有耕地35.8万亩（约合⟦23.9万公顷⟧${F}）。`,
      `问题240个，已整改228个。剩下的⟦22个⟧${F}问题要逐项销号。`,
    );
    check(
      '引进企业12家、孵化企业20家，园区企业总数达42家。',
      '新建水池12座、泵站6座，28座水库全部除险加固。',
      '资金5000万元，其中上级补助3200万元，县级自筹1200万元，社会捐赠600万元。',
      '共36个，已完工20个，还有12个正在建设、4个即将开工。',
      '共86个，已改造62个，今年还有15个列入改造计划。',
      '去年引进博士12人、硕士86人，今年合计引进89人。',
    );
  });

  it('finds a wrong day of the week near the day the draft states of itself', () => {
    const found = (draft: string) => runChecks([figureInconsistent], draft, '2024-08-06', seedKnowledge()).length;
    assert.equal(found('---\ndate: 2024-08-06\n---\n复盘会定于8月15日（星期三）召开。'), 1);
    assert.equal(found('---\ndate: 2024-08-06\n---\n复盘会定于8月15日（星期四）召开。'), 0);
    assert.equal(found('---\ndate: 2024-08-06\n---\n全会于1月15日（星期三）召开。'), 0);
    assert.equal(found('复盘会定于8月15日（星期三）召开。'), 0);
  });

  it('shows both figures beside the third', () => {
    const text = '农机销售额60亿元，去年同期是50亿元，同比增长25%。';
    const [finding] = runChecks([figureInconsistent], text, '2026-06-15', seedKnowledge(), { path: '/drafts/a.md' });
    const shown = finding!.related.map(({ location }) => text.slice(location.start.character, location.end.character));
    assert.deepEqual(shown.sort(), ['50亿元', '60亿元']);
  });
});

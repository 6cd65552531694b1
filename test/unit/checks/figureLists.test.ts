/** Numbers that what is named beside them contradicts, lengths of time, moves of rank, and what a whole is made up of. */
import { figureInconsistent } from '../../../server/src/checks/figure/figureInconsistent';
import { checkDraft } from '../../support/checkDraft';

const check = (draft: string, date = '2026-06-15') => checkDraft([figureInconsistent], `--- date: ${date}\n${draft}`);
const silent = (drafts: readonly string[], date?: string) => {
  for (const draft of drafts) check(draft, date);
};
const wrong = (text: string) => `⟦${text}⟧{figure.inconsistent}`;

describe('check figureInconsistent, of numbers beside lists', () => {
  it('finds other than the number of those that are named, spelled or in digits', () => {
    for (const five of ['5', '五'])
      check(`首批确定的${wrong(`${five}个`)}试点乡镇分别是青山镇、河口镇、柳林乡和石桥乡。`);
    check(`这${wrong('3个')}示范村分别为李家村、王家村、张家村、赵庄村。`);
  });

  it('says nothing of the number where it fits any way of reading 和', () => {
    silent([
      '3个试点乡镇分别是城关镇、河口镇及大坪乡。',
      '全县3个重点园区分别为生物医药园、新材料产业园、装备制造和电子信息产业园。',
      '2个中心分别为教育和体育服务中心、文化和旅游服务中心。',
      '两个项目分别为垃圾收运和处理项目、污水收集和处理项目。',
      '两个项目分别为垃圾收运、处理项目和污水收集、处理项目。',
      '4个单位分别为市发展和改革委员会、市人力资源和社会保障局、市住房和城乡建设局、市文化和旅游局。',
      '5个示范村分别为李家村、王家村、和平村、张家村、赵庄村。',
    ]);
  });

  it('says nothing where some of the whole are named, or what they were found to be', () => {
    silent([
      '全县6个乡镇中排名靠前的分别是青山镇、河口镇、柳林乡、石桥乡。',
      '全县6个乡镇中前五个乡镇分别是青山镇、河口镇、柳林乡、石桥乡和大坪乡。',
      '5个试点乡镇分别是青山镇、河口镇、柳林乡、石桥乡等。',
      '全县4个镇分别为全国文明镇、省级文明镇、市级文明镇。',
      '5个乡镇分别是青山镇、河口镇、柳林和石桥两乡、大坪乡。',
    ]);
  });

  it('finds one more or fewer than the people who are named', () => {
    for (const five of ['五', '5']) check(`决定对孙某某、李某某、赵某某、陈某${wrong(`${five}名`)}同志予以通报表扬。`);
    check(`会上，欧阳某、李某某、赵某某、陈某${wrong('三位')}同志作了发言。`);
  });

  it('says nothing of people of whom more are meant, of other numbers after them, and of what is no name', () => {
    silent([
      '会上，李强、王芳、赵敏、陈静等12名同志受到表彰。',
      '会上，李强、王芳、赵敏、陈静等5名同志受到表彰。',
      '医疗队由内科、外科、儿科6名同志组成。',
      '医疗队由内科、外科、儿科4名同志组成。',
      '农业、水利、林业4名干部组成工作专班。',
      '活动中，张三、李四、王五两名党员和一名群众代表发言。',
      '活动中，张三、李四、王五四名同志、一名群众代表发言。',
      '会上，李强、王芳、赵敏两名教师发言。',
      '座谈会由高一、高二、高三4名同学参加。',
      '由苏州、徐州、常州4名选手参赛。',
      '学校派语文、数学、英语两名教师赴乡村支教。',
      '会上，李强、王芳、赵敏三四名同志发言。',
    ]);
  });

  it('finds more kinds taken up than were told', () => {
    check(`检查发现三类问题：责任不实、作风不严、能力不足。针对${wrong('这四类')}问题，逐项整改。`);
    check(`要抓好3个环节。${wrong('上述五个环节')}缺一不可。`);
  });

  it('says nothing of fewer of them, of those that are named there, and of what was told besides', () => {
    silent([
      '检查发现三类问题，涉及责任、作风和能力。经自查自纠，上述两类问题中责任类、作风类已整改。',
      '要抓好六个方面工作。前三个方面已部署，重点谈谈下面这三个方面。',
      '要重点抓好五个方面。其中队伍、制度这两个方面是基础。',
      '各地要把好三个环节。水、电、路、气这四个环节由专班负责。',
      '检查发现三类问题。此外，群众还反映了住房问题。针对这四类问题，逐项整改。',
      '全市有三类企业受影响。针对这四类人员，制定帮扶措施。',
      '一方面是责任不实。针对这两方面，逐项整改。',
    ]);
  });

  it('finds other than as many years in a row as are listed directly before', () => {
    for (const three of ['三', '3']) check(`2022、2023、2024、2025年，我局${wrong(`连续${three}年`)}获评优秀。`);
  });

  it('says nothing of years in a row that others are counted in', () => {
    silent([
      '2021、2022、2023年在全省考核中获优秀等次，至2025年连续五年居全市前列。',
      '2023、2024、2025年被评为优秀，加上此前共连续五年获此荣誉。',
      '2023、2024、2025年，加上此前连续四年获此荣誉。',
      '2024、2025年粮食总产量均超50万吨，连续10年稳定在48万吨以上。',
      '2023年、2024年、2025年教育支出占比均超20%，自2016年起连续十年实现“两个只增不减”。',
      '2019、2021、2025年我局连续两年获评优秀。',
      '2024、2025年，我局连续三年获评优秀。',
    ]);
  });
});

describe('check figureInconsistent, of lengths of time and moves of rank', () => {
  it('finds an age and a time up to now that the year before it contradicts', () => {
    for (const age of ['94', '九十四']) check(`老人1941年出生，今年已经${wrong(`${age}岁`)}。`, '2025-09-10');
    for (const years of ['六十', '60'])
      check(`水电站1971年建成，至今已安全运行整整${wrong(`${years}年`)}。`, '2025-09-10');
    check(`该厂2003年投产，至今已${wrong('12年')}。`);
  });

  it('says nothing of years that are of something else', () => {
    silent([
      '张老1932年出生，1949年入党，今年93岁，党龄76年。',
      '其母1941年出生，他今年60岁。',
      '厂子2003年投产，至今有12年被评为先进单位。',
      '她2006年从教，至今工作12年来一直带毕业班的经历让她积累了经验。',
      '气象站1956年建成，至今有40年获评先进。',
      '1998年她在山村任教，至今坚守了18年的教学点去年撤并。',
      '老张2001年参加工作，至今工作15年没有请过一次假。',
      '泵站1978年建成，至今运行30年以上的机组有3台。',
      '电站1986年建成，至今已安全运行28年。',
      '水库1958年建成，至今已运行七八十年。',
    ]);
  });

  it('finds days that are more or fewer than from the first to the last', () => {
    for (const days of ['7', '七']) {
      check(`工作组10月12日进驻，10月16日撤回，前后驻点${wrong(`${days}天`)}。`);
      check(`工作组10月12日进驻，10月16日撤回，前后${wrong(`${days}天`)}。`);
    }
    check(`展览自5月1日至5月20日，为期${wrong('15天')}。`);
  });

  it('says nothing of days on which something was done, and of the days of work', () => {
    silent([
      '展览自5月1日开展，至5月20日闭展，共接待观众12天的高峰人流。',
      '汛期从6月1日起至6月15日，共发布预警8天。',
      '5月1日至5月20日，持续晴热天气达12天。',
      '3月1日至3月31日，我市优良天数共28天，优良率90.3%。',
      '6月10日至6月18日，共集中学习5天，现场教学3天。',
      '调研组5月6日至5月16日，共用7天走访8个县，3天座谈交流。',
      '5月10日至15日，全市累计降雨天数持续4天。',
      '培训班从3月10日至3月21日，共10天（周末休息2天）。',
      '培训班从3月10日至3月21日，为期9天。',
      '4月1日至4月5日放假，共调休3天。',
      '工程5月1日启动，5月3日开工，历时20天。',
      '全市6月3日至6月20日，全县累计降雨总共9天，最大雨量86毫米。',
      '展览自5月1日至5月20日，为期15天的高峰已过。',
      '春运自2月2日开始，至3月13日结束，为期40天。',
    ]);
  });

  it('finds a move of rank directly after its two ends', () => {
    for (const four of ['4', '四']) check(`综合排名由全省第9位上升到第6位，前移了${wrong(four)}位。`);
    check(`满意度从第十二名升至第八名，上升${wrong('3')}名。`);
  });

  it('says nothing of moves from another rank or of another', () => {
    silent([
      '我市从第9位上升到第6位，较上年前移2位，较2020年前移3位。',
      '全县综合考核由全市第12位跃升至第5位，进位幅度居全市第1位。',
      '综合排名由第9位上升到第6位，连续两年前移2位。',
      'GDP总量由第9位上升到第8位，人均GDP上升3位。',
      '信访满意度由第9名上升至第4名，实现了连升三名。',
      '全市排名由第12名上升到第8名，实现三年上升6名。',
      '综合排名从第26位提升至第18位，其中安全指标提升12位。',
      '排名由第9位升至第6位，一季度前移2位，二季度前移1位。',
      '全县综合排名从第15位上升到第10位，同比前进6位。',
    ]);
  });
});

describe('check figureInconsistent, of what a whole is made up of', () => {
  it('finds an anniversary that the year of the beginning contradicts', () => {
    for (const years of ['七十五', '75'])
      check(`我校创办于1952年，今年迎来建校${wrong(`${years}周年`)}。`, '2025-09-10');
    check(`本馆于2014年6月开馆，累计接待观众320万人次。开馆${wrong('二十周年')}之际，推出系列展览。`, '2024-05-20');
    check(`本馆于2014年6月开馆，观众逐年增多，开馆${wrong('20周年')}之际推出系列展览。`, '2024-05-20');
  });

  it('says nothing of other anniversaries, and of those that are past', () => {
    silent([
      '学校创办于1952年，今年恰逢建校70周年校庆后的第四个年头，教学质量稳步提高。',
      '公司成立于2003年，今年迎来上市15周年，产值突破12亿元。',
      '医院始建于1949年，今年是成为三甲医院70周年的起点之年。',
      '农业合作社成立于2018年，今年是全县脱贫5周年，社员增至260户。',
      '村党支部成立于1931年，今年是建党105周年，支部开展主题党日6次。',
      '村民兵连成立于1930年，今年是建军99周年。',
      '该县建于1921年的老校区，今年迎来建校110周年庆典。',
      '集团创建于1998年，旗下医院今年迎来建院20周年。',
      '公司创建于1998年，今年主力工厂迎来投产20周年。',
      '公司创建于1998年，今年迎来投产20周年。',
      '大桥于2015年6月通车，通车十周年后的首次大修今年启动。',
      '图书馆于2012年9月开馆，去年举行开馆十三周年活动，今年读者突破320万人次。',
      '图书馆于2012年9月开馆，曾举办开馆10周年活动。',
      '图书馆于2012年9月开馆，开馆10周年时举办了书展。',
      '图书馆于2012年9月开馆，开馆十周年之际举办了书展。',
      '我院始建于1950年，今年迎来建院75周年。',
    ]);
  });

  it('finds months that the first and the last day contradict', () => {
    for (const four of ['四', '4']) check(`专项行动自3月1日启动，至5月31日收官，为期${wrong(`${four}个月`)}。`);
  });

  it('says nothing of the months of one stage', () => {
    silent([
      '专项行动自3月1日启动，至6月30日结束，为期三个月的集中整治和一个月的总结验收有序推进。',
      '专项行动自3月15日至6月20日，为期3个月。',
      '专项整治从3月1日至12月31日，其中自查自纠为期2个月。',
      '行动自4月1日启动，计划到12月31日，第一阶段为期三个月。',
    ]);
  });

  it('finds men and women who are not as many as all', () => {
    check(`我市派出四名选手，${wrong('三男两女')}。`);
    check(`我市派出4名选手，其中${wrong('3男2女')}，均为学生。`);
  });

  it('says nothing of some of the men and women', () => {
    silent([
      '全村有8名网格员，其中4男2女为专职。',
      '参赛选手12名，均为在校学生，其中初中组3男4女，高中组2男3女。',
      '6名教练每村2男1女。',
      '8名选手，3男2女，另有3名替补。',
    ]);
  });

  it('finds shares of ages that are not the whole', () => {
    check(`全县干部中35岁以下占${wrong('18.6%，36至59岁占45.1%，60岁及以上占46.3%')}。`);
  });

  it('says nothing of ages between which some are left out, and of others that are a part by themselves', () => {
    silent([
      '全县35岁以下干部占28.6%，36至45岁的占42.5%，55岁以上的占18.3%。',
      '种植户中满意的占52.6%，基本满意的占22.3%，其他服务户占12.1%。',
    ]);
  });

  it('finds a share of good days that no year has so many days for', () => {
    for (const rate of ['优良率', '优良率为']) check(`2025年全市优良天数${wrong(`318天，${rate}83.1%`)}。`);
  });

  it('says nothing of another area, of days without a measurement and of a year that is not over', () => {
    silent([
      '2025年市区优良天数共286天，县域优良率72%。',
      '2025年全年优良天数318天，有效监测天数352天，优良率90.3%。',
      '2025年全年优良天数318天，优良率90.3%。',
      '2026年全市优良天数186天，优良率90.3%。',
      '2021年至2025年全市优良天数1560天，优良率85.4%。',
    ]);
  });
});

/** Kinds of parts: which exclude each other, and which are the whole together. */

/** Kinds that are the whole when all of them are named; `of`: only for such a whole. */
export interface Kinds {
  readonly members: readonly RegExp[];
  readonly isWhole?: true;
  readonly of?: RegExp;
}

const SECTORS = [/第一产业|一产/, /第二产业|二产/, /第三产业|三产/];

/** No two parts share a member. */
export const KINDS: readonly Kinds[] = [
  { members: SECTORS, isWhole: true },
  { members: [/制造业|工业/, /服务业/, /农业/, /建筑业/, /基础设施/] },
  { members: [/男/, /女/], isWhole: true },
  { members: [/基础研究/, /应用研究/, /试验发展/], isWhole: true },
  { members: [/出口/, /进口/], isWhole: true },
  { members: [/城镇|城市|城区/, /农村|乡村/], isWhole: true },
  { members: [/在职|在岗|在编/, /离退休|退休/], isWhole: true },
  { members: [/正式党员/, /预备党员/], isWhole: true },
  { members: [/县道/, /乡道/, /村道/], isWhole: true, of: /农村公路/ },
  { members: [/国道/, /省道/, /县道/, /乡道/, /村道/], isWhole: true },
  { members: [/风电|风力/, /光伏|太阳能/, /水电/], isWhole: true, of: /新能源[和与及、]水电/ },
  { members: [/风电|风力/, /光伏|太阳能/], isWhole: true, of: /新能源/ },
  { members: [/煤电|火电/, /水电/, /核电/, /风电/, /光伏|太阳能/, /生物质/, /气电/] },
  { members: [/新建|新开工/, /续建|结转|跨年/], isWhole: true },
  { members: [/新建/, /改造|改扩建|改建|提升|修缮/], isWhole: true, of: /新建和|新[、]?改|建设/ },
  { members: [/第一种/, /第二种/, /第三种/, /第四种/, /第三、第四种/] },
  { members: [/上半年/, /下半年/], isWhole: true },
  { members: [/一季度/, /二季度/, /三季度/, /四季度/], isWhole: true },
  { members: [/第一批/, /第二批/, /第三批/, /第四批/] },
  { members: [/省内/, /省外/], isWhole: true },
  { members: [/市内|本地|本市/, /市外|外地|外市/], isWhole: true },
  { members: [/县内/, /县外/], isWhole: true },
  { members: [/国内/, /境外|入境|国际|海外/], isWhole: true },
  { members: [/内资/, /外资/], isWhole: true },
  { members: [/行政编制/, /事业编制/] },
  { members: [/中央/, /省级|省财政/, /市级|市财政/, /县级|县财政/, /自筹|社会资本/] },
  { members: [/夏粮|早稻/, /秋粮/] },
  { members: [/早稻/, /中稻/, /晚稻/] },
  { members: [/水田/, /旱地|旱田/, /水浇地/] },
  { members: [/平原/, /丘陵/, /山区|山村/, /坝区/, /高原/, /牧区/] },
  { members: [/一等奖/, /二等奖/, /三等奖/, /优秀奖/] },
  { members: [/优秀/, /良好/, /(?<!不)合格/, /不合格/] },
  { members: [/企业/, /个体工商户|个体户/, /合作社/] },
  { members: [/小学/, /初中/, /高中/, /幼儿园|学前/] },
  { members: [/公办/, /民办/] },
  { members: [/中心卫生院/, /一般卫生院/], isWhole: true },
  { members: [/线上/, /线下/] },
  { members: [/刑事/, /民事|民商事/, /行政/, /执行/] },
  { members: [/省部级/, /厅局级/, /县处级/, /乡科级/, /一般干部/] },
];

/** Whether every name is of one member, and no two of the same. */
export function coversEach(members: readonly RegExp[], names: readonly string[]): boolean {
  const which = names.map((name) => members.findIndex((member) => member.test(name)));
  return !which.includes(-1) && new Set(which).size === which.length;
}

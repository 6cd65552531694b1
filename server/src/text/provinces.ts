/** Knows the short names of the provinces: what is said of one of them is not said of the country. */

const PROVINCE =
  /北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|京津冀|长三角|粤港澳|香港|澳门|台湾|成渝|长江经济带|黄河流域/;

/** The first province or region of provinces that `words` name. O(length). */
export function provinceIn(words: string): string | undefined {
  return PROVINCE.exec(words)?.[0];
}

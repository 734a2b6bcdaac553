export const YEAR = "((?:19|20)\\d{2})年?(?:度)?";

/** A name ends in the word for a body, so that a sentence's other words do not pass for one. */
export const BODY =
  "(?:局|委员会|委|厅|部|院|署|室|办公室|中心|站|会|联合会|总会|商会|团|学校|学院|大学|中学|小学|幼儿园|党校|医院|卫生院|所|处|队|支队|大队|馆|社|政府|人民政府|街道办事处|办事处|街道|镇|乡|园|台|库|场|公司|基金会|法院|检察院|人大|政协|人大常委会|常务委员会|管委会|集团|区|县|市|组|协会|学会|档案馆|图书馆|文化馆|博物馆|服务中心|残联|妇联|工商联|文联|侨联|社科联|科协|(?:人大|政协|编|巡察|史志|信访|政府|法制|外事)办|[一二三四五六七八九十]中|（本级）|本级|机关)";

/** Ends as the name of a body does, or in what it is the accounts of: （本级）, （汇总）. */
export const NAME_ENDS_IN_BODY = new RegExp(`${BODY}(?:（[^（）]{1,24}）)?$`);
export const NAMES_A_PLACE =
  /^[一-龥]{1,8}(?:省|市|县|自治区|区|州|旗|盟)|^(?:中国|中华|国家|中共|北京|天津|上海|重庆)/;

/** What stands where a name would and is none: 黑龙江省2021年度部门决算公开说明 over every page of a province's form, the title of the first table. */
const NO_BODY =
  /^(?:目录|封面|封底|首页|扉页|附件|附表|关于|政府|本级|[省市县区州盟旗乡镇]级)?$|[|｜]|^[一-龥]{2,4}(?:省|自治区)$|^年?(?:我|本|该)|网站?$|三公|^（[^）]*）$|(?:[决预]算|收支|收入|支出|情况|明细)\S{0,8}表$/;

export function isNoName(name: string): boolean {
  return name.length < 2 || NO_BODY.test(name);
}

/** What may stand before a name: the number of a heading, 关于, 附件1：, a space that a program had no character for. */
const BEFORE =
  /^(?:关于|附件\d*：?|第[一二三四五六七八九十]部分：?|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|（?公开）?|纳入|[?？\uFFFD])+/;

/** A name as a title has it, without what stands around it: 二、青禾县公安局（部门）. */
export function cleanName(name: string): string {
  return (
    name
      .replace(/\n/g, "")
      .replace(BEFORE, "")
      .replace(/（部门）$|（单位）$/, "")
      .replace(/(?:的|部门|单位)$/, "")
      // 部门名称：青禾市水务局（本级）: the bracket that closes its line is its own.
      .replace(/（[^（）]*$/, "$&）")
      .replace(/^度/, "")
  );
}

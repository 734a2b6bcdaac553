import type { Reading } from "./state.ts";

/** Words that name a body of its own: 局本级, 市社会福利院, 青禾县图书馆2023年度. */
const UNIT =
  /^[一-龥（）]{1,20}(?:本级|机关|[局院站所馆校队园社]|中心|小学|中学|学校|支队|大队|管理处|服务处|联合会)(?:本级)?(?:的)?(?:20\d{2}年度?)?$/;

/** The unit that a clause among the parts of a sum begins with, right before a place: what follows is that unit's, not the department's. */
export function unitBefore(r: Reading, at: number): string | undefined {
  if (!r.inParts) return undefined;
  const words = /[^，。；：、（\n]*$/.exec(r.view.text.slice(Math.max(0, at - 30), at))![0].replace(/^其中/, "");
  if (/^(?:机关|本级|机关本级|(?:下属|所属|二级|直属)?(?:事业)?单位)$/.test(words)) return words;
  return UNIT.test(words) && !/^(?:本|我|全|该|各|上级|下级|所属)/.test(words) ? words : undefined;
}

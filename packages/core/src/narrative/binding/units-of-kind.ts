import type { ConceptKey } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import type { Reading } from "../state.ts";

const KIND =
  "(?<kind>(?!含|其中|包括|下属|所属)[一-龥]{0,6}?(?:卫生院|卫生室|卫生服务中心|医院|保健院|学校|中学|小学|幼儿园|院校|福利院|敬老院|派出所|司法所|财政所|人民法庭|图书馆|文化馆|博物馆|事业单位|预算单位|下属单位))";
const BEFORE = new RegExp(`(?:[，、；：（\\n]|其中|含|包括|下属|所属)${KIND}(?:共|共计|为|有)?$`);
const AFTER = new RegExp(`^(?:的)?${KIND}`);

/** 含乡镇卫生院12所, 涉及3所社区卫生服务中心: how many bodies of a kind there are; what a project built is told among its outputs. */
export function unitsOfKind(r: Reading, { classifier, start, unitEnd }: NumberToken): ConceptKey | undefined {
  if (!/^[所家]$/.test(classifier ?? "") || r.inReason || r.section === "performance" || r.section === "annex")
    return undefined;
  const { text } = r.view;
  const found =
    BEFORE.exec(text.slice(Math.max(0, start - 20), start)) ?? AFTER.exec(text.slice(unitEnd, unitEnd + 16));
  const label = found?.groups?.["kind"];
  if (label === undefined || /(?:新建|改建|建成|新增|修缮|改造)$/.test(text.slice(Math.max(0, start - 3), start)))
    return undefined;
  return { concept: "units", dimensions: { label } };
}

import { ECONOMIC_ITEMS } from "../tables/economic-items.ts";
import type { Reading } from "./state.ts";

/** What clerks call an economic item in a list of basic expenditure, beside the names that tables print. */
const EVERYDAY: readonly (readonly [code: string, ...names: string[]])[] = [
  ["30102", "津补贴", "津贴、补贴", "津贴及补贴", "津贴和补贴"],
  ["30108", "基本养老保险缴费", "养老保险缴费", "机关养老保险缴费", "机关事业单位养老保险缴费", "养老保险费"],
  ["30109", "职业年金", "职业年金缴费支出"],
  ["30110", "职工医疗保险缴费", "职工医疗保险", "职工基本医疗保险费", "职工基本医疗保险"],
  ["30112", "其他社保缴费", "其他社会保险缴费"],
  ["30113", "公积金", "住房公积金缴费"],
  ["30209", "物业费"],
  ["30213", "维修（护）费用", "维修维护费", "维修保养费"],
  ["30217", "接待费", "公务接待费用"],
  ["30231", "公车运行维护费", "公车运行费", "公务车运行维护费", "公车运维费", "车辆运行维护费", "公务用车维护费"],
  ["30240", "税金"],
];

const BY_NAME = new Map(
  [...EVERYDAY, ...ECONOMIC_ITEMS.map(([code, , ...aliases]) => [code, ...aliases] as const)].flatMap(
    ([code, ...names]) => names.map((name) => [name, code] as const),
  ),
);

/**
 * The economic item that a name in the narrative stands for (支出经济分类), by the tables and the classification; among what basic
 * expenditure is told of also by everyday names.
 */
export function objectOf(r: Reading, name: string): string | undefined {
  return r.context.resolver.economic(name) ?? (r.section === "basic-expenditure" ? BY_NAME.get(name) : undefined);
}

import type { FixedRow } from "./declaration.ts";
import { chineseNumber } from "./chinese-number.ts";

/**
 * The classes that the summary tables print, in the order of the official form (收入支出决算总表, 一 to 二十六), with the
 * names that a class had before and the short names that narratives use.
 */
export const FUNCTIONAL_CLASSES: readonly (readonly [code: string, name: string, ...aliases: string[]])[] = [
  ["201", "一般公共服务支出"],
  ["202", "外交支出"],
  ["203", "国防支出"],
  ["204", "公共安全支出"],
  ["205", "教育支出"],
  ["206", "科学技术支出"],
  ["207", "文化旅游体育与传媒支出", "文化体育与传媒支出"],
  ["208", "社会保障和就业支出"],
  ["210", "卫生健康支出", "医疗卫生与计划生育支出", "医疗卫生支出"],
  ["211", "节能环保支出", "环境保护支出"],
  ["212", "城乡社区支出", "城乡社区事务支出"],
  ["213", "农林水支出", "农林水事务支出"],
  ["214", "交通运输支出"],
  ["215", "资源勘探工业信息等支出", "资源勘探信息等支出", "资源勘探电力信息等支出"],
  ["216", "商业服务业等支出"],
  ["217", "金融支出", "金融监管等事务支出"],
  ["219", "援助其他地区支出"],
  ["220", "自然资源海洋气象等支出", "国土海洋气象等支出", "国土资源气象等支出"],
  ["221", "住房保障支出"],
  ["222", "粮油物资储备支出", "粮油物资管理支出"],
  ["223", "国有资本经营预算支出"],
  ["224", "灾害防治及应急管理支出"],
  ["229", "其他支出"],
  ["231", "债务还本支出"],
  ["232", "债务付息支出"],
  ["234", "抗疫特别国债安排的支出", "抗疫特别国债安排支出"],
];

/** The class rows of a summary table; which of them are printed differs by year, so a sum takes those that are. */
export const FUNCTIONAL_CLASS_ROWS: readonly FixedRow[] = FUNCTIONAL_CLASSES.map(
  ([code, label, ...aliases], index) => ({
    id: `class.${code}`,
    label,
    marker: `${chineseNumber(index + 1)}、`,
    aliases,
    dimensions: { functional: code },
  }),
);

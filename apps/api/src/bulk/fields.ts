import type { DocumentReport } from "@juesuan/core";
import { fenOf, type AccountSummary } from "@juesuan/store";
import { yuanOf } from "../routes/search.ts";

// The columns of a year in bulk, in every form that it is given in: one list decides CSV, Parquet and their description.

export type Cell = string | number | null;

export interface Field {
  readonly name: string;
  /** `number` is a decimal as it is printed; `yuan` an amount in yuan with two decimals, exactly. */
  readonly type: "string" | "integer" | "number" | "yuan";
  readonly title: string;
}

export const ACCOUNT_FIELDS = [
  { name: "id", type: "string", title: "编号" },
  { name: "department", type: "string", title: "部门" },
  { name: "fiscal_year", type: "integer", title: "年度" },
  { name: "region", type: "string", title: "地区" },
  { name: "division", type: "string", title: "行政区划代码" },
  { name: "level", type: "string", title: "级次" },
  { name: "profile", type: "string", title: "公开格式" },
  { name: "revision", type: "integer", title: "版本" },
  { name: "sha256", type: "string", title: "文件哈希" },
  { name: "printed", type: "integer", title: "印出的数字" },
  { name: "bound", type: "integer", title: "已识别" },
  { name: "errors", type: "integer", title: "错误" },
  { name: "warnings", type: "integer", title: "提示" },
] as const satisfies readonly Field[];

export const FIGURE_FIELDS = [
  { name: "account", type: "string", title: "决算编号" },
  { name: "key", type: "string", title: "含义" },
  { name: "concept", type: "string", title: "概念" },
  { name: "value", type: "number", title: "数值，按印出的" },
  { name: "unit", type: "string", title: "单位" },
  { name: "yuan", type: "yuan", title: "金额，元" },
  { name: "direction", type: "string", title: "增减" },
  { name: "functional", type: "string", title: "功能分类" },
  { name: "economic", type: "string", title: "经济分类" },
  { name: "fund", type: "string", title: "资金" },
  { name: "section", type: "string", title: "章节" },
  { name: "table", type: "string", title: "表" },
  { name: "row", type: "string", title: "行" },
  { name: "column", type: "string", title: "列" },
  { name: "page", type: "integer", title: "页" },
] as const satisfies readonly Field[];

/** An account's row, in the order of its fields. */
export function accountCells(account: AccountSummary): Cell[] {
  const { id, department, fiscalYear, region, division, level, profile, revision, sha256, figures, findings } = account;
  const { printed, bound } = figures;
  const { errors, warnings } = findings;
  const known = (text: string) => (text === "" ? null : text);
  const place = [known(region), known(division), known(level)];
  return [id, department, fiscalYear, ...place, profile, revision, sha256, printed, bound, errors, warnings];
}

/** A figure's row, in the order of its fields. */
export function figureCells(account: string, fact: DocumentReport["facts"][number]): Cell[] {
  const { key, concept, value, unit, direction, dimensions, source } = fact;
  const { functional, economic, fund } = dimensions;
  const { section, table, row, column, page } = source;
  const fen = fenOf(value, unit);
  const amount = fen === undefined ? null : yuanOf(fen);
  const cells = [account, key, concept, value, unit, amount, direction, functional, economic, fund];
  return [...cells, section, table, row, column, page].map((cell) => (cell === undefined ? null : (cell as Cell)));
}

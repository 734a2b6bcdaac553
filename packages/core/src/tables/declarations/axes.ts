import type { ClassificationRows } from "../declaration.ts";

/** Rows by 支出功能分类, as most tables have them. */
export const FUNCTIONAL_ROWS: ClassificationRows = {
  kind: "classification",
  scheme: "functional",
  codeHeading: "支出功能分类科目编码",
  nameHeading: "科目名称",
  codes: "split",
  grandTotal: "above",
};

/** Rows by 支出经济分类. */
export const ECONOMIC_ROWS: ClassificationRows = {
  kind: "classification",
  scheme: "economic",
  codeHeading: "支出经济分类科目编码",
  nameHeading: "科目名称",
  codes: "split",
  grandTotal: "above",
};

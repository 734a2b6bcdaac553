import { expect, it } from "vitest";
import { toldApart, type Gap } from "./document.ts";

it("asks for items of one name by their codes, and leaves the others alone", () => {
  const gap = (id: string, label: string): Gap => ({ id, kind: "figure", label, section: "五" });
  const labels = toldApart([
    gap("expenditure{stage=original-budget,functional=2010301}", "“行政运行”支出年初预算数"),
    gap("expenditure{stage=original-budget,functional=2120101}", "“行政运行”支出年初预算数"),
    gap("expenditure{stage=original-budget,functional=2210201}", "“住房公积金”支出年初预算数"),
    gap("responsibilities", "部门职责"),
  ]).map(({ label }) => label);
  expect(labels).toEqual([
    "“行政运行”（2010301）支出年初预算数",
    "“行政运行”（2120101）支出年初预算数",
    "“住房公积金”支出年初预算数",
    "部门职责",
  ]);
});

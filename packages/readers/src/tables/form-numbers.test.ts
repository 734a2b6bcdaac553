import { expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

/** Yunnan's eighth table: two numbers of the form behind the title, and every flow of the fund split by nature. */
const WRITTEN = `政府性基金预算财政拨款收入支出决算表
  附表8 公开08表
  金额单位：万元
  | 项目{1x2} | 年初结转和结余{1x3} | 本年收入{1x3} | 本年支出{1x5} | 年末结转和结余{1x5} |
  | 支出功能分类科目编码{2x1} | 科目名称{2x1} | 合计{2x1} | 基本支出结转{2x1} | 项目支出结转和结余{2x1} | 合计{2x1} | 基本支出{2x1} | 项目支出{2x1} | 合计{2x1} | 基本支出{1x3} | 项目支出{2x1} | 合计{2x1} | 基本支出结转{2x1} | 项目支出结转和结余{1x3} |
  | 小计 | 人员经费 | 公用经费 | 小计 | 项目支出结转 | 项目支出结余 |
  |  | 合计 |  |  |  | 64.50 |  | 64.50 | 55.90 |  |  |  | 55.90 | 8.60 |  | 8.60 | 8.60 |  |
  | 212 | 城乡社区支出 |  |  |  | 64.50 |  | 64.50 | 55.90 |  |  |  | 55.90 | 8.60 |  | 8.60 | 8.60 |  |`;

it("leaves both numbers of a form out of the title, and reads a flow split by nature", () => {
  const { facts, left, tables } = bindWritten(WRITTEN);
  expect(tables[0]?.title).toBe("政府性基金预算财政拨款收入支出决算表");
  expect(left).toEqual([]);
  expect(facts.slice(0, 7)).toEqual([
    "64.50 revenue{fund=government-fund}",
    "64.50 revenue{fund=government-fund,nature=project}",
    "55.90 expenditure{fund=government-fund}",
    "55.90 expenditure{fund=government-fund,nature=project}",
    "8.60 closing-carry-over{fund=government-fund}",
    "8.60 closing-carry-over{fund=government-fund,nature=project}",
    "8.60 closing-carry-over{fund=government-fund,nature=project,label=项目支出结转}",
  ]);
});

it("leaves the number of a form out of the title that has the mark of a line of work before it", () => {
  const { tables } = bindWritten(`附表3 支出决算表
  某法决公开03表
  金额单位：万元
  | 项目{1x2} | 本年支出合计{2x1} | 基本支出{2x1} | 项目支出{2x1} | 上缴上级支出{2x1} | 经营支出{2x1} | 对附属单位补助支出{2x1} |
  | 功能分类科目编码 | 科目名称 |
  | 合计{1x2} | 9.00 | 6.00 | 3.00 |  |  |  |
  | 204 | 公共安全支出 | 9.00 | 6.00 | 3.00 |  |  |  |`);
  expect(tables[0]?.title).toContain("支出决算表");
});

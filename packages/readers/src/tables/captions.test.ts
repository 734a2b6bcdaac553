import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readDocument } from "../read.ts";
import { bindWritten } from "./testing.ts";

/** Jiangsu's ninth table: captions over the amounts instead of a column that names the rows, and counts below. */
const WRITTEN = `财政拨款“三公”经费、会议费和培训费支出决算表
  公开09表
  单位：万元
  | “三公”经费{1x6} | 会议费{3x1} | 培训费{3x1} |
  | 合计{2x1} | 因公出国（境）费{2x1} | 公务用车购置及运行维护费{1x3} | 公务接待费{2x1} |
  | 小计 | 公务用车购置费 | 公务用车运行维护费 |
  | 预算数{1x8} |
  | 9.50 | 0.00 | 7.00 | 0.00 | 7.00 | 2.50 | 3.00 | 4.00 |
  | 决算数{1x8} |
  | 8.10 | 0.00 | 6.60 | 0.00 | 6.60 | 1.50 | 2.00 | 1.00 |
  | 相关统计数：{1x8} |
  | 项目{1x3} | 统计数 | 项目{1x3} | 统计数 |
  | 因公出国（境）团组数（个）{1x3} | 0 | 公务用车保有量（辆）{1x3} | 2 |
  | 召开会议次数（个）{1x3} | 5 | 组织培训次数（个）{1x3} | 3 |`;

describe("rows that say what the rows below them are", () => {
  const { facts, left, tables } = bindWritten(WRITTEN);

  it("give the amounts under them their stage", () => {
    expect(facts.slice(0, 8)).toEqual([
      "9.50 three-public{stage=budget}",
      "0.00 three-public{stage=budget,item=overseas}",
      "7.00 three-public{stage=budget,item=vehicles}",
      "0.00 three-public{stage=budget,item=vehicle-purchase}",
      "7.00 three-public{stage=budget,item=vehicle-running}",
      "2.50 three-public{stage=budget,item=receptions}",
      "3.00 three-public{stage=budget,item=meetings}",
      "4.00 three-public{stage=budget,item=training}",
    ]);
    expect(facts[8]).toBe("8.10 three-public");
    expect(facts[15]).toBe("1.00 three-public{item=training}");
  });

  it("begin a list of counts, with headings of its own, under the same title", () => {
    expect(left).toEqual([]);
    expect(facts.slice(16)).toEqual(["0个 missions", "2个 vehicles-held", "5个 meetings", "3个 trainings"]);
    expect(tables.map(({ table, title }) => [table, title])).toEqual([
      ["three-public", "财政拨款“三公”经费、会议费和培训费支出决算表"],
      ["three-public", "财政拨款“三公”经费、会议费和培训费支出决算表"],
    ]);
  });

  it("are a heading where there is but one: all columns hold what was spent", () => {
    const one = bindWritten(WRITTEN.replace(/\| 预算数\{1x8\} \|\n.*\n/, "").replace(/\n *\| 相关统计数[^]*/, ""));
    expect(one.facts[0]).toBe("8.10 three-public");
    expect(one.facts).toHaveLength(8);
  });
});

describe("a stage over the whole table", () => {
  const heads = `| “三公”经费{1x4} | 会议费{2x1} |
  | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | 公务接待费 |`;
  const written = `财政拨款“三公”经费、会议费和培训费支出决算表
  单位：万元
  | 预算数{1x5} |
  ${heads}
  | 9.50 | 0.00 | 7.00 | 2.50 | 3.00 |
  | 决算数{1x5} |
  ${heads}
  | 8.10 | 0.00 | 6.60 | 1.50 | 2.00 |`;

  it("begins the table anew where its headings are printed again", () => {
    const { facts, left } = bindWritten(written);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "9.50 three-public{stage=budget}",
      "0.00 three-public{stage=budget,item=overseas}",
      "7.00 three-public{stage=budget,item=vehicles}",
      "2.50 three-public{stage=budget,item=receptions}",
      "3.00 three-public{stage=budget,item=meetings}",
      "8.10 three-public",
      "0.00 three-public{item=overseas}",
      "6.60 three-public{item=vehicles}",
      "1.50 three-public{item=receptions}",
      "2.00 three-public{item=meetings}",
    ]);
  });

  it("is no title of it", async () => {
    const html = written
      .split("\n")
      .slice(2)
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim().replace(/^(.*?)(?:\{(\d)x(\d)\})?$/, "<td rowspan=$2 colspan=$3>$1</td>"))
          .join(""),
      );
    const page = `<p>财政拨款“三公”经费、会议费和培训费支出决算表</p><table><tr>${html.join("</tr><tr>")}</tr></table>`;
    const { figures, unbound } = bindDisclosure(await readDocument(new TextEncoder().encode(page)));
    expect(unbound).toEqual([]);
    expect(figures).toHaveLength(10);
  });
});

describe("other columns of Jiangsu", () => {
  it("tell 事业收入 without the fees that stand beside it", () => {
    const { facts, left } = bindWritten(`收入决算表
      单位：万元
      | 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 财政专户管理教育资金 | 事业收入（不含专户管理教育资金） | 其他收入 |
      | 205 | 教育支出 | 100.00 | 60.00 | 25.00 | 10.00 | 5.00 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "100.00 revenue{functional=205}",
      "60.00 revenue{fund=appropriation,functional=205}",
      "25.00 revenue{source=institutional,functional=205,label=教育收费}",
      "10.00 revenue{source=institutional,functional=205}",
      "5.00 revenue{source=other,functional=205}",
    ]);
  });

  it("name what they hold and its stage in one", () => {
    const { facts, left } = bindWritten(`财政拨款机关运行经费支出决算表
      单位：万元
      | 科目编码 | 科目名称 | 机关运行经费支出决算数 |
      | | 合计 | 9.00 |
      | 302 | 商品和服务支出 | 9.00 |
      | 30201 | 办公费 | 9.00 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "9.00 operating-costs",
      "9.00 operating-costs{economic=302}",
      "9.00 operating-costs{economic=30201}",
    ]);
  });
});

import { keyText, loadClassification, nameLookup } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../../binding/bind.ts";
import { readText } from "../index.ts";

/** A line with each text at its place, amounts (of a column that ends there) to its left: what `pdftotext -layout` prints. */
function line(...texts: readonly (readonly [at: number, text: string])[]): string {
  let printed = "";
  for (const [at, text] of texts) {
    const from = /^[\d,.]+$/.test(text) && text.length > 2 ? at - text.length : at;
    printed = `${printed.padEnd(from)}${text}`;
  }
  return printed;
}

const read = async (text: string) => {
  const classification = await loadClassification();
  const { figures, unbound, tables } = bindDisclosure(readText(new TextEncoder().encode(text)), (year) =>
    nameLookup(classification, year),
  );
  const facts = figures.map(({ text: printed, concept, dimensions }) => `${printed} ${keyText(concept, dimensions)}`);
  return { facts, left: unbound.map(({ text: printed }) => printed), tables };
};

const REVENUE = [
  ["201", "一般公共服务支出", "300.10"],
  ["20103", "政府办公厅及相关机构事务", "300.10"],
  ["2010301", "行政运行", "220.04"],
  ["2010302", "一般行政管理事务", "80.06"],
  ["208", "社会保障和就业支出", "120.20"],
  ["20805", "行政事业单位养老支出", "120.20"],
  ["2080505", "机关事业单位基本养老保险缴费支出", "120.20"],
] as const;

const UNIT = line([70, "单位：万元"]);
const HEAD = [
  UNIT,
  line([0, "项目"]),
  line(
    [0, "功能分类"],
    [14, "科目名称"],
    [34, "本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入"],
  ),
  line([0, "科目编码"]),
];

/** 收入支出决算总表 with what it prints of each source of revenue. */
function overview(sources: readonly (readonly [string, string])[]): string[] {
  const right = [
    "一、一般公共服务支出",
    "二、外交支出",
    "三、国防支出",
    "四、公共安全支出",
    "五、教育支出",
    "六、科学技术支出",
  ];
  return [
    line([20, "收入支出决算总表"]),
    UNIT,
    line([0, "项目"], [30, "决算数"], [44, "项目"], [72, "决算数"]),
    ...sources.map(([name, amount], at) =>
      line(
        [0, name],
        ...(amount === "" ? [] : [[36, amount] as const]),
        [44, right[at]!],
        ...(at === 0 ? [[78, "420.30"] as const] : []),
      ),
    ),
    line([0, "本年收入合计"], [36, "420.30"], [44, "本年支出合计"], [78, "420.30"]),
    line([0, "总计"], [36, "420.30"], [44, "总计"], [78, "420.30"]),
  ];
}

function revenueTable(): string[] {
  return [
    line([30, "收入决算表"]),
    ...HEAD,
    line([0, "合计"], [40, "420.30"], [58, "420.30"]),
    ...REVENUE.map(([code, name, amount]) => line([0, code], [10, name], [40, amount], [58, amount])),
  ];
}

describe("columns that headings do not tell", () => {
  it("are told by what the table of all revenue leaves blank", async () => {
    const { facts, left } = await read(
      [
        ...overview([
          ["一、一般公共预算财政拨款收入", "420.30"],
          ["二、上级补助收入", ""],
          ["三、事业收入", ""],
          ["四、经营收入", "0.00"],
          ["五、附属单位上缴收入", ""],
          ["六、其他收入", ""],
        ]),
        "",
        ...revenueTable(),
      ].join("\n"),
    );
    expect(left).toEqual([]);
    expect(facts).toContain("80.06 revenue{fund=appropriation,functional=2010302}");
    expect(facts.filter((fact) => fact.includes("fund=appropriation,functional="))).toHaveLength(REVENUE.length);
  });

  it("are nobody's where one of the others may have them", async () => {
    const { facts, left } = await read(
      [
        ...overview([
          ["一、一般公共预算财政拨款收入", "400.30"],
          ["二、上级补助收入", ""],
          ["三、事业收入", "20.00"],
          ["四、经营收入", ""],
          ["五、附属单位上缴收入", ""],
          ["六、其他收入", ""],
        ]),
        "",
        ...revenueTable(),
      ].join("\n"),
    );
    expect(left.length).toBeGreaterThan(REVENUE.length);
    expect(facts.some((fact) => fact.includes("functional=2010302") && fact.includes("fund="))).toBe(false);
  });
});

describe("what every page begins and ends with", () => {
  it("does not part a table that goes on over the page", async () => {
    const head = (page: number) =>
      line([0, `11/2${page}/26, 10:0${page} PM`], [30, "某县水务局2023年度部门决算公开说明"]);
    const foot = (page: number) => line([0, "https://example.gov.cn/juesuan/2023.html"], [70, `${page}/3`]);
    const rows = REVENUE.map(([code, name, amount]) => line([0, code], [10, name], [44, amount], [58, amount]));
    const titles = [
      `${line([20, "一般公共预算财政拨款支出决算表"])}\n${UNIT}`,
      line([0, "科目编码"], [14, "科目名称"], [40, "合计"], [52, "基本支出"], [64, "项目支出"]),
    ];
    const pages = [
      [head(1), "某县水务局2023年度部门决算公开说明", "一、部门概况", foot(1)],
      [head(2), ...titles, line([0, "合计"], [44, "420.30"], [58, "420.30"]), ...rows.slice(0, 4), "", foot(2)],
      [head(3), titles[1]!, ...rows.slice(4), "注：本表反映支出情况。", foot(3)],
    ];
    const { tables, left } = await read(pages.map((page) => page.join("\n")).join("\n\f"));
    expect(tables.map(({ table }) => table)).toEqual(["general-expenditure"]);
    expect(tables[0]!.rows).toHaveLength(REVENUE.length + 1);
    expect(left).toEqual([]);
  });
});

describe("codes broken over lines", () => {
  it("bind none of their amounts to the class alone", async () => {
    const torn = REVENUE.flatMap(([code, name, amount]) =>
      code.length === 3
        ? [line([0, code], [6, name], [40, amount], [58, amount])]
        : [line([2, code.slice(-2)], [6, name]), line([0, code.slice(0, 3)], [40, amount], [58, amount])],
    );
    const { facts, left } = await read(
      [line([30, "收入决算表"]), ...HEAD, line([0, "合计"], [40, "420.30"], [58, "420.30"]), ...torn, ...torn].join(
        "\n",
      ),
    );
    expect(facts.filter((fact) => /80\.06|220\.04/.test(fact))).toEqual([]);
    expect(left).toContain("80.06");
  });
});

import { nameLookup, keyText, loadClassification } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../../binding/bind.ts";
import { readText } from "../index.ts";

// Two pages as `pdftotext -layout` prints them: a character is a column, a name that breaks stands above and below its
// figures, and the second page has columns of its own.
const TEXT = `                                    一般公共预算财政拨款支出决算表
                                                                                       公开05表
部门：某市水利局                                                                          金额单位：万元
              项目                                                本年支出
功能分类科                                      小计             基本支出          项目支出
                  科目名称
 目编码
             栏次                               1               2              3
合计                                         13,679.46        8,261.17       5,418.29
205       教育支出                                965.82                         965.82
20502     普通教育                                965.82                         965.82
2050202   小学教育                                183.91                         183.91
2050203   初中教育                                781.91                         781.91


                                            — 9 —
\f             项目                                     本年支出
功能分类科                              小计            基本支出        项目支出
                科目名称
 目编码
             栏次                    1             2             3
208       社会保障和就业支出            3,546.62      2,243.17      1,303.45
20805     行政事业单位养老支出           1,844.76      1,143.39        701.37
          机关事业单位基本养老保险缴费支
2080505                           151.00        151.00
          出
2080506   机关事业单位职业年金缴费支出          493.37        300.63        192.74
注：本表反映部门本年度一般公共预算财政拨款支出情况。
`;

const read = async (text: string) => {
  const classification = await loadClassification();
  return bindDisclosure(readText(new TextEncoder().encode(text)), (year) => nameLookup(classification, year));
};

describe("a text printed in columns of single characters", () => {
  it("is read as a page without lines, its table over both pages", async () => {
    const { figures, unbound } = await read(TEXT);
    const of = (code: string) =>
      figures
        .filter(({ dimensions }) => dimensions.functional === code)
        .map(({ text, concept, dimensions }) => `${text} ${keyText(concept, dimensions)}`);
    expect(unbound).toEqual([]);
    expect(figures).toHaveLength(22);
    expect(of("2050203")).toEqual([
      "781.91 expenditure{fund=general,functional=2050203}",
      "781.91 expenditure{fund=general,functional=2050203,nature=project}",
    ]);
    expect(of("2080505")).toEqual([
      "151.00 expenditure{fund=general,functional=2080505}",
      "151.00 expenditure{fund=general,functional=2080505,nature=basic}",
    ]);
  });

  it("keeps its pages, and sets their numbers apart", () => {
    const document = readText(new TextEncoder().encode(TEXT));
    expect(document.format).toBe("text");
    expect(document.pages).toHaveLength(2);
    expect(document.boxes).toBeUndefined();
    expect(document.blocks.filter((block) => block.kind === "paragraph" && block.role === "page-number")).toHaveLength(
      1,
    );
  });

  it("binds nothing of a table whose codes are printed a digit to a line", async () => {
    const stacked = TEXT.replaceAll(
      /^(\d)(\d+)( +)/gm,
      (_, first: string, rest: string, gap: string) => `${first}\n${[...rest].join("\n")}${gap}`,
    );
    const { figures, unbound } = await read(stacked);
    expect(figures).toEqual([]);
    expect(unbound.length).toBeGreaterThan(20);
  });
});

describe("tables of a printed text whose headings are not over their columns", () => {
  const facts = async (text: string) => {
    const { figures, unbound } = await read(text);
    return {
      facts: figures.map(({ text: printed, concept, dimensions }) => `${printed} ${keyText(concept, dimensions)}`),
      left: unbound.map(({ text: printed }) => printed),
    };
  };

  it("are read by the order of their words where every row says what it is of", async () => {
    const { facts: stated, left } =
      await facts(`                            附表6 一般公共预算财政拨款基本支出决算表                              公开06表
部门：某局                                                                     金额单位：万元
                人员经费                                             公用经费
经济分类科目        科目名称       金额         经济分类科目        科目名称     金额        经济分类科目        科目名称          金额
    编码                                  编码                               编码
301    工资福利支出               551.90 302    商品和服务支出            56.00 307    债务利息及费用支出
30101   基本工资                 315.00 30201   办公费                28.25 30701   国内债务付息
30102   津贴补贴                  22.71 30202   印刷费                 4.82 30702   国外债务付息
30103   奖金                   162.40 30203   咨询费                      30703   国内债务发行费用
30107   绩效工资                        30205   水费                  2.17 310    资本性支出                     6.50
30108   机关事业单位基本养老保险缴费       39.31 30206   电费                14.39 31001   房屋建筑物购建
30109   职业年金缴费                12.48 30207   邮电费                 6.37 31002   办公设备购置                   6.50

                                                  — 20 —
              人员经费                                          公用经费
经济分类科目      科目名称      金额        经济分类科目      科目名称       金额       经济分类科目       科目名称   金额
    编码                              编码                              编码
303   对个人和家庭的补助        1.00 30299  其他商品和服务支出           0.00 39908  对民间非营利组织和群众性自治组
                                                                          织补贴
        人员经费合计         552.90                      公用经费合计                               62.50
注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。
`);
    expect(stated).toEqual(
      expect.arrayContaining([
        "39.31 expenditure{fund=general,economic=30108,nature=basic}",
        "6.50 expenditure{fund=general,economic=31002,nature=basic}",
        "62.50 expenditure{fund=general,nature=basic,group=public}",
      ]),
    );
    expect(left.filter((text) => text !== "20")).toEqual([]);
  });

  it("have projects behind the names of the items that they are of", async () => {
    const { facts: stated, left } = await facts(`                    附表10 项目支出决算表                      公开10表
部门：某法院                                        金额单位：万元
功能分类科        科目名称          项目名称         合计      财政拨款 其他资金
 目编码
                    合计                   408.63   386.02 22.61
2040502   一般行政管理事务   聘用制书记员劳务费            92.62    92.62  0.00
2040504   案件审判       中央政法纪检监察转移支付资金（办    173.79   173.79  0.00
                     案业务费）
2040504   案件审判       中央政法纪检监察转移支付资金（业    102.06   102.06  0.00
                     务装备费）
2040599   其他法院支出     自治区法院系统补助经费          40.16    17.55   22.61
`);
    expect(stated.filter((fact) => fact.startsWith("173.79"))).toContain(
      "173.79 expenditure{functional=2040504,nature=project,label=中央政法纪检监察转移支付资金（办案业务费）}",
    );
    expect(left).toEqual([]);
  });

  /** Two of seven columns are filled beside the total; their headings stand over each other, far from them. */
  const REVENUE = (told: string): string => `${told}
                                          收入决算表
                                                                                                   公开02表
编制单位：某县民政局                                                                                        单位：元
              项目                                                       上级补助收 事业收入
功能分类科              科目名称      本年收入合计            财政拨款收入                    入          经营收入 附属单位上
                                                                                          缴收入    其他收入
 目编码
  合计                          112,843,430.34      112,492,587.78                                 350,842.56
208       社会保障和就业支出           108,629,020.17      108,278,177.61                                 350,842.56
20802     民政管理事务              108,629,020.17      108,278,177.61                                 350,842.56
210       卫生健康支出                4,214,410.17        4,214,410.17
21011     行政事业单位医疗              4,214,410.17        4,214,410.17
注：本表反映部门本年度取得的各项收入情况。
`;

  it("have the columns that the document says they come to", async () => {
    const { facts: stated, left } = await facts(
      REVENUE("2023年度财政拨款收入11249.26万元，占99.69%；其他收入35.08万元，占0.31%。"),
    );
    expect(stated).toEqual(
      expect.arrayContaining([
        "350,842.56 revenue{source=other}",
        "108,278,177.61 revenue{fund=appropriation,functional=208}",
        "4,214,410.17 revenue{functional=210}",
      ]),
    );
    expect(left).toEqual([]);
  });

  it("have no more than the total where nothing says which of its other columns are blank", async () => {
    const { facts: stated, left } = await facts(REVENUE("2023年度收入情况如下。"));
    expect(stated.filter((fact) => !/ revenue(?:\{functional=\d+\})?$/.test(fact))).toEqual([]);
    expect(left).toContain("350,842.56");
  });

  it("end their sentences where the next is indented, and have the year that was set a little lower", async () => {
    const document = readText(
      new TextEncoder().encode(`                         -4-

     年末，本部门编制数34名，其中行政编制11名、事业编制23
  2023
名。实有在职人员31人，退休人员19人。
${REVENUE("")}`),
    );
    const first = document.blocks.find((block) => block.kind === "paragraph" && block.role === "body")!;
    expect(document.text.slice(first.start, first.end)).toBe(
      "2023年末，本部门编制数34名，其中行政编制11名、事业编制23名。实有在职人员31人，退休人员19人。",
    );
  });
});

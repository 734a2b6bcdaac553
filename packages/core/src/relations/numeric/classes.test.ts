import { describe, expect, it } from "vitest";
import { CLASSES } from "./classes.ts";
import { printed, SPENT, sums, type Row } from "./tables.test.support.ts";

describe("class, group, item", () => {
  const classes = (...rows: readonly Row[]): readonly string[] =>
    sums(CLASSES, printed("expenditure", ["total"], rows)).map((sum) => sum.replace("; 可能漏列科目行; ", "; "));
  const HOUSING: readonly Row[] = [
    ["合计", "445.69"],
    ["221", "445.69"],
    ["22102", "445.69"],
    ["2210201", "187.19"],
    ["2210203", "258.50"],
  ];

  it("add up level by level", () => {
    expect(classes(...HOUSING)).toEqual([
      "+445.69 −445.69 = 0; 0:0:0",
      "+445.69 −445.69 = 0; 0:1:0",
      "+445.69 −187.19 −258.50 = 0; 0:2:0",
    ]);
    expect(classes(...HOUSING.slice(1))).toHaveLength(2);
    expect(classes(["合计", "445.69"])).toEqual([]);
    expect(classes(["合计", "9.00"], ["208", "4.00"], ["221", "5.00"])).toEqual(["+9.00 −4.00 −5.00 = 0; 0:0:0"]);
  });

  it("skip a level that is not printed", () => {
    expect(classes(["221", "445.69"], ["2210201", "187.19"], ["2210203", "258.50"])).toEqual([
      "+445.69 −187.19 −258.50 = 0; 0:0:0",
    ]);
    expect(classes(["合计", "4.00"], ["2210201", "1.50"], ["2210203", "2.50"])).toEqual([
      "+4.00 −1.50 −2.50 = 0; 0:0:0",
    ]);
  });

  it("leave out projects, which repeat their item's code, and rows without one", () => {
    expect(classes(...HOUSING, ["2210203-", "250.00"], ["2210203-", "8.50"])).toHaveLength(3);
    expect(classes(...HOUSING, ["款:住房", "1.00"], ["款:住房改革", "2.00"])).toHaveLength(3);
  });

  it("are not judged where one code is printed twice", () => {
    expect(classes(...HOUSING, ["2210203", "1.00"])).toEqual([]);
  });

  it("are judged column by column, as far as cells are printed", () => {
    expect(
      sums(
        CLASSES,
        printed("expenditure", SPENT, [
          ["221", "3.00", "2.00", "·"],
          ["22102", "3.00", "空", "1.00"],
        ]),
      ),
    ).toEqual(["+3.00 −3.00 = 0; 可能漏列科目行; 0:0:0", "+2.00 −空 = 0; 可能漏列科目行; 0:0:0"]);
    expect(classes(["221", "3.00"], ["22102", "·"])).toEqual([]);
    expect(classes(["221", "空"], ["22102", "空"])).toEqual([]);
  });

  it("are of classifications alone", () => {
    expect(
      sums(
        CLASSES,
        printed(
          "general-three-public",
          ["amount"],
          [
            ["221", "3.00"],
            ["22102", "3.00"],
          ],
        ),
      ),
    ).toEqual([]);
  });
});

describe("a row that was not read", () => {
  // "?" is a number that was bound to nothing.
  const unread = (row: string): readonly Row[] => [
    ["合计", "20.00"],
    ["205", "12.00"],
    ["20502", "5.00"],
    [row, "?"],
    ["208", "8.00"],
    ["20805", "8.00"],
  ];

  it("leaves open what the sums around it come to, and no others", () => {
    const sumsOf = (row: string) => sums(CLASSES, printed("expenditure", ["total"], unread(row)));
    expect(sumsOf("项目:进修及培")).toEqual(["+8.00 −8.00 = 0; 可能漏列科目行; 0:4:0"]);
  });
});

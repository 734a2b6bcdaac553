import { describe, expect, it } from "vitest";
import { displayed } from "./number-format.ts";

describe("a number as the sheet shows it", () => {
  it.each([
    ["12345678.9", "#,##0.00_ ", "12,345,678.90"],
    ["-1234.5", "0.00_);[Red]\\(0.00\\)", "(1234.50)"],
    ["0", '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"],
    ["1234.5", '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.50"],
    ["0", "#,##0.00;-#,##0.00;;@", ""],
    ["0", "0.00_ ;[红色]\\-0.00\\ ", "0.00"],
    ["0.3256", "0.00%", "32.56%"],
    ["1234.5", '#,##0.00"万元"', "1,234.50万元"],
    ["12345678.9", "#,##0.00,", "12,345.68"],
  ])("%s in %s is %s", (number, format, shown) => {
    expect(displayed(number, format, false)).toBe(shown);
  });

  it.each([
    // Yuan shown as 万元: the point is written between digits, and a comma takes three more away.
    ["12345678.9", "0!.0,", "1234.6"],
    ["12345678.9", "0!.0000", "1234.5679"],
    ["12345678.9", '#,##0!.0,"万元"', "1,234.6万元"],
    ["-12345678.9", "0!.0,_ ", "-1234.6"],
    ["450", "0!.0,", "0.0"],
    ["500", "0\\.0,", "0.1"],
  ])("%s in %s, which moves the point, is %s", (number, format, shown) => {
    expect(displayed(number, format, false)).toBe(shown);
  });
});

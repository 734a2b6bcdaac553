import { keyText } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readText } from "./index.ts";

function read(text: string) {
  const disclosure = bindDisclosure(readText(new TextEncoder().encode(text)));
  return {
    facts: disclosure.figures.map(({ text, concept, dimensions }) => `${text} ${keyText(concept, dimensions)}`),
    left: disclosure.unbound.map(({ text }) => text),
  };
}

const APPROPRIATION = `财政拨款收入支出决算总表
单位：万元
收入 支出
项目 决算数 项目 合计 一般公共预算财政拨款 政府性基金预算财政拨款 国有资本经营预算财政拨款
一、一般公共预算财政拨款 12.00 一、一般公共服务支出
二、政府性基金预算财政拨款 5.00 二、外交支出
八、社会保障和就业支出 4.00 4.00
十一、城乡社区支出 5.00 5.00
十二、农林水支出 8.00 8.00
本年收入合计 17.00 本年支出合计 17.00 12.00 5.00
总计 17.00 总计 17.00 12.00 5.00
`;

describe("a form of two sides whose empty cells left nothing behind", () => {
  it("has each amount under the fund that the sums and its other side say", () => {
    const { facts, left } = read(APPROPRIATION);
    expect(left).toEqual([]);
    expect(facts).toContain("5.00 expenditure{fund=government-fund,functional=212}");
    expect(facts).toContain("4.00 expenditure{fund=general,functional=208}");
    expect(facts).toContain("8.00 expenditure{fund=general,functional=213}");
  });

  it("is listed where what the other side came to is of neither fund", () => {
    const { facts, left } = read(APPROPRIATION.replace("预算财政拨款 5.00", "预算财政拨款 7.00"));
    expect(facts.filter((fact) => fact.includes("government-fund"))).toEqual([]);
    expect(left.length).toBeGreaterThan(10);
  });
});

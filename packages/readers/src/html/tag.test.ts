import { keyText } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { examine } from "../examine.ts";
import { readHtml } from "./index.ts";

const bytes = (body: string): Uint8Array =>
  new TextEncoder().encode(`<!doctype html><html lang="zh-CN" data-juesuan="1"><body><main>
<h1>某局2023年度部门决算</h1><h2>第二部分 2023年度部门决算情况说明</h2><h3>一、收入支出决算总体情况说明</h3><p>2023年度收、支总计均为3037.90万元。</p>
<h3>二、收入决算情况说明</h3><p>2023年本年收入合计2826.88万元。</p><h4>（二）政府采购支出情况</h4>${body}</main></body></html>`);

describe("a page that carries its data", () => {
  it("says where its figures stand, in sentences and in cells", () => {
    const { text, tags } = readHtml(
      bytes(
        '<p>采购 <data value="1234.5" data-concept="procurement">1,234.50</data> 万元</p><table><tr><td>合计</td><td><data value="7" data-concept="revenue" data-fund="general">7.00</data></td></tr><tr><td>小计</td><td>7.00</td></tr></table>',
      ),
    );
    expect(text).not.toMatch(/[\ue000-\ue002]/);
    expect(tags!.map(({ start, end, value, concept }) => [text.slice(start, end), value, concept])).toEqual([
      ["1,234.50", "1234.5", "procurement"],
      ["7.00", "7", "revenue"],
    ]);
  });

  it("names the indicator of a project's score, which is not the project's own", async () => {
    const { tags } = readHtml(
      bytes(
        '<p>得分<data value="9.8" data-concept="performance-score" data-label="护林站维修" data-indicator="管护面积">9.8</data></p>',
      ),
    );
    expect(tags!.map(({ dimensions }) => dimensions)).toEqual([{ label: "护林站维修", indicator: "管护面积" }]);
  });

  it("is believed where the words alone would leave a figure unread", async () => {
    const read = async (number: string) => (await examine(bytes(`<p>另有专家${number}名参加评审。</p>`))).disclosure;
    expect((await read("7")).unbound.map(({ text }) => text)).toEqual(["7"]);
    const told = await read('<data value="7" data-concept="staff" data-item="contract" data-unit="count">7</data>');
    expect(told.unbound).toEqual([]);
    expect(told.figures.map(({ text, concept, dimensions }) => `${text} ${keyText(concept, dimensions)}`)).toContain(
      "7 staff{item=contract}",
    );
  });

  it("is held to what it prints", async () => {
    const { report } = await examine(
      bytes('<p>2023年，某局政府采购支出总额<data value="12.50" data-concept="procurement">15.20</data>万元。</p>'),
    );
    expect(report.findings.map(({ relation, message }) => `${relation}: ${message}`)).toContain(
      "twin.value: 政府采购支出在网页的数据中标注为12.50，印作15.20，两者应当是同一个数。",
    );
  });

  it("cannot be forged by marks in its text, nor by names that there are none of", () => {
    const { text, tags } = readHtml(
      bytes('<p>\ue0003\ue001支出5万元\ue002，<data value="1" data-concept="nothing">1</data></p>'),
    );
    expect(tags).toBeUndefined();
    expect(text).toContain("3支出5万元，1");
  });
});

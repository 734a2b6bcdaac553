import { expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readText } from "../text/index.ts";

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

it.each([
  ["行政运行（2010301）", "2010301"],
  [`行政${"—".repeat(50_000)}运行`, undefined],
])("looks for a code behind a name, and no longer than a name is", (name, code) => {
  const table = `<table>${row("项目", "本年支出合计", "基本支出", "项目支出")}${row("合计", "1.00", "1.00", "0.00")}${row(name, "1.00", "1.00", "0.00")}</table>`;
  const { figures } = bindDisclosure(readText(new TextEncoder().encode(`支出决算表\n${table}\n`)));
  expect(figures.at(-1)?.dimensions.functional).toBe(code);
});

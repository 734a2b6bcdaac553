import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { juesuanIn } from "../testing/streams.ts";

const folder = mkdtempSync(join(tmpdir(), "juesuan-show-"));
afterAll(() => rmSync(folder, { recursive: true }));

const tableOf = (rows: readonly string[]): string =>
  `<table>${rows.map((row) => `<tr><td>${row.replaceAll("|", "</td><td>")}</td></tr>`).join("")}</table>`;

writeFileSync(
  join(folder, "林业局.html"),
  `<meta charset="utf-8"><h1>青石县林业局2023年度部门决算</h1><h2>第二部分 2023年度部门决算表</h2><p>支出决算表</p>
${tableOf(["科目编码|科目名称|本年支出合计|基本支出|项目支出", "|合计|420.00|300.00|120.00", "213|农林水支出|420.00|300.00|120.00"])}
<h2>第三部分 情况说明</h2><p>2023年度本年支出合计420.00万元，其中：基本支出300.00万元，占71.4%；项目支出120.00万元，占28.6%。</p>
<h2>第四部分 附件</h2><p>巡护里程登记</p>${tableOf(["站点|里程", "东沟站|318.5", "西坡站|207.4"])}`,
);

it("shows a table that nobody declares as printed, and says that it was not understood", async () => {
  const { code, stdout } = await juesuanIn(folder, "show", "林业局.html", "--table", "巡护");
  expect(stdout).toBe(
    [
      "",
      "巡护里程登记",
      "照原样印出：2 个数里有 2 个没有读懂，没有核对。",
      "站点   │ 里程",
      "──────────────",
      "东沟站 │ 318.5",
      "西坡站 │ 207.4",
      "",
    ].join("\n"),
  );
  expect(code).toBe(0);
});

it("exports it too, in every format that has tables", async () => {
  for (const format of ["csv", "html", "md"]) {
    const { stdout } = await juesuanIn(folder, "export", "林业局.html", "--to", format);
    expect(stdout).toContain("巡护里程登记");
    expect(stdout).toContain("207.4");
  }
});

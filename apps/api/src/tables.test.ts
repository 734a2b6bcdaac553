import { examine } from "@juesuan/readers";
import { createStore, migrate } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import type { Grid } from "@juesuan/writers";
import { expect, it } from "vitest";
import { jsonOf } from "./app.fake.ts";
import { createApp } from "./app.ts";

const tableOf = (rows: readonly string[]): string =>
  `<table>${rows.map((row) => `<tr>${row.replaceAll(/[^|]+|(?<=\|)(?=\||$)/g, "<td>$&</td>").replaceAll("|", "")}</tr>`).join("")}</table>`;

const PAGE = `<!doctype html><meta charset="utf-8"><h1>青石县林业局2023年度部门决算</h1>
<h2>第二部分 2023年度部门决算表</h2><p>支出决算表</p>
${tableOf(["科目编码|科目名称|本年支出合计|基本支出|项目支出", "|合计|420.00|300.00|120.00", "213|农林水支出|420.00|300.00|120.00"])}
<h2>第三部分 情况说明</h2><p>2023年度本年支出合计420.00万元，其中：基本支出300.00万元，占71.4%；项目支出120.00万元，占28.6%。</p>
<h2>第四部分 附件</h2><p>巡护里程登记</p>
${tableOf(["站点|里程", "东沟站|318.5", "西坡站|207.4"])}`;

it("gives the tables that no form declares too, each figure with why it was not understood", async () => {
  const port = openSqlite(":memory:");
  await migrate(port, migrations);
  const store = createStore(port);
  const bytes = new TextEncoder().encode(PAGE);
  await store.putDocument({ id: "forest", ...(await examine(bytes, { name: "forest.html" })) });
  const app = createApp({ store, examine });
  const { tables } = (await jsonOf(app, "/v1/accounts/forest/tables")).body as unknown as { tables: readonly Grid[] };
  expect(tables.map(({ table, title }) => [table, title])).toEqual([
    ["expenditure", "支出决算表"],
    ["printed-1", "巡护里程登记"],
  ]);
  expect(tables[1]!.printed).toMatchObject({ figures: 2, unread: 2 });
  const cell = tables[1]!.rows.flat().find(({ text }) => text === "318.5");
  expect(cell).toMatchObject({ kind: "figure", unread: expect.stringMatching(/表/) as string });
  const csv = await app.request("/v1/accounts/forest/tables/printed-1.csv");
  expect(await csv.text()).toBe("站点,里程\r\n东沟站,318.5\r\n西坡站,207.4\r\n");
});

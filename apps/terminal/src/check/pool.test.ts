import { expect, it } from "vitest";
import { Pool } from "./pool.ts";

const bytes = () => new TextEncoder().encode("某县财政局2023年度部门决算\n2023年度收、支总计3037.90万元。");

it("gives up on a document that takes too long, and goes on with the next", async () => {
  const hurried = new Pool({ size: 1, timeout: 1, wanted: {} });
  const { brief } = await hurried.examine({ name: "慢.txt", bytes: bytes() });
  expect(brief).toMatchObject({ file: "慢.txt", error: { code: "timeout" } });
  await hurried.close();
});

it("examines more documents than it has workers", async () => {
  const pool = new Pool({ size: 2, timeout: 60_000, wanted: { json: true } });
  const names = ["甲.txt", "乙.txt", "丙.txt", "丁.txt", "戊.txt"];
  const answers = await Promise.all(names.map((name) => pool.examine({ name, bytes: bytes() })));
  expect(answers.map(({ brief }) => brief.file)).toEqual(names);
  expect(JSON.parse(answers[0]!.json!)).toMatchObject({ department: "某县财政局", fiscalYear: 2023 });
  await pool.close();
});

import { beforeEach, describe, expect, it } from "vitest";
import { appOfTwo, jsonOf } from "./app.fake.ts";
import type { createApp } from "./app.ts";

let app: ReturnType<typeof createApp>;

beforeEach(async () => {
  app = await appOfTwo();
});

const json = (path: string, init?: RequestInit) => jsonOf(app, path, init);

describe("classifications", () => {
  it("lists codes as of a year, finds them by name, and gives one with its path", async () => {
    expect((await json("/v1/classifications")).body).toMatchObject({ schemes: [{ scheme: "functional" }, {}, {}] });
    const found = (await json("/v1/classifications/functional?q=基本养老保险缴费&year=2023")).body;
    expect(found).toMatchObject({ entries: [{ code: "2080505" }] });
    expect((await json("/v1/classifications/functional/2080505?year=2023")).body).toMatchObject({
      name: "机关事业单位基本养老保险缴费支出",
      path: expect.stringContaining("社会保障和就业支出（类）"),
    });
    expect((await json("/v1/classifications/functional/20822")).body).toMatchObject({
      later: [{ to: "21372", year: 2024, kind: "moved" }],
    });
    expect((await json("/v1/classifications/economic/2080505")).status).toBe(404);
    expect((await json("/v1/classifications/nonsense")).status).toBe(400);
  });
});

describe("downloads of the classifications", () => {
  it("give every code as CSV and as JSON, with the licence", async () => {
    const csv = await app.request("/v1/classifications/revenue/codes.csv?year=2023");
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.headers.get("link")).toContain('rel="license"');
    const lines = (await csv.text()).trimEnd().split("\r\n");
    expect(lines[0]).toContain("code,name,level,parent");
    expect(lines).toContain("1010101,国内增值税,item,10101,general,,,,attested,,,,");
    const { body } = await json("/v1/classifications/functional/codes.json?year=2024");
    expect(body).toMatchObject({ scheme: "functional", licence: { name: "Apache-2.0" } });
    expect((body as unknown as { codes: unknown[] }).codes.length).toBeGreaterThan(1700);
  });
});

import { createStore, migrate, type CompiledQuery } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { beforeEach, describe, expect, it } from "vitest";
import { appOfTwo, hashOf, jsonOf, TOKEN } from "./app.fake.ts";
import { createApp } from "./app.ts";
import { examine } from "./examine.fake.ts";

let app: ReturnType<typeof createApp>;

beforeEach(async () => {
  app = await appOfTwo();
});

const json = (path: string, init?: RequestInit) => jsonOf(app, path, init);

describe("accounts", () => {
  it("lists, filters and pages", async () => {
    const first = await json("/v1/accounts?limit=1&year=2023");
    expect(first).toMatchObject({ status: 200, body: { total: 2, accounts: [{ id: "a", findings: { errors: 1 } }] } });
    const second = await json(`/v1/accounts?limit=1&year=2023&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ accounts: [{ id: "b" }], next: null });
    expect((await json("/v1/accounts?department=财政")).body).toMatchObject({ total: 0 });
    expect((await json("/v1/accounts?region=攀枝花")).body).toMatchObject({ total: 2 });
  });

  it("lists what is new first, page by page, and takes no cursor into another order", async () => {
    const first = await json("/v1/accounts?sort=recent&limit=1");
    expect(first.body).toMatchObject({
      total: 2,
      accounts: [{ id: "b", recordedAt: expect.stringMatching(/^20.*Z$/) }],
    });
    const second = await json(`/v1/accounts?sort=recent&limit=1&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ accounts: [{ id: "a" }], next: null });
    expect((await json("/v1/accounts?sort=recent&q=又一年")).body).toMatchObject({ accounts: [{ id: "b" }] });
    expect((await json(`/v1/accounts?cursor=${first.body.next}`)).body).toMatchObject({ code: "bad-cursor" });
    expect((await json("/v1/accounts?sort=oldest")).status).toBe(400);
  });

  it("writes the index anew for who may write, some accounts at a time", async () => {
    expect((await json("/v1/reindex", { method: "POST" })).status).toBe(401);
    const headers = { authorization: `Bearer ${TOKEN}` };
    const plain = openSqlite(":memory:");
    await migrate(plain, migrations);
    const store = createStore(plain);
    for (const id of ["a", "b", "c"])
      await store.putDocument({ id, ...(await examine(new TextEncoder().encode(`98.9% ${id}`), { name: "x.txt" })) });
    // As an earlier version left it.
    await plain.batch([{ sql: "update account set indexed = 3", parameters: [] } as unknown as CompiledQuery]);
    const old = createApp({ store, examine, tokens: [{ name: "test", sha256: await hashOf(TOKEN) }] });
    const done = async () =>
      (await (await old.request("/v1/reindex?limit=2", { method: "POST", headers })).json()) as unknown;
    expect([await done(), await done(), await done()]).toEqual([{ done: 2 }, { done: 1 }, { done: 0 }]);
  });

  it("gives one account, its findings, its text and its figures", async () => {
    expect((await json("/v1/accounts/a")).body).toMatchObject({
      id: "a",
      file: "a.txt",
      accounts: null,
      revisions: [{ number: 1 }],
    });
    expect((await json("/v1/accounts/a/findings")).body).toMatchObject({ findings: [{ relation: "share" }] });
    expect((await json("/v1/accounts/a/document")).body).toMatchObject({
      text: "98.9%",
      pages: [{ number: 1 }],
      facts: [],
      unbound: [],
    });
    expect((await json("/v1/accounts/a/figures")).body).toMatchObject({
      figures: [
        { key: "expenditure{fund=general,measure=share}", value: "98.9" },
        { key: "total-receipts", value: "3037.90" },
      ],
    });
    expect((await json("/v1/accounts/a/figures?concept=revenue")).body).toMatchObject({ figures: [] });
  });

  it("gives findings as SARIF, filtered, and the whole report", async () => {
    const sarif = await app.request("/v1/accounts/a/findings", { headers: { accept: "application/sarif+json" } });
    expect(sarif.headers.get("content-type")).toContain("application/sarif+json");
    expect(await sarif.json()).toMatchObject({ version: "2.1.0", runs: [{ results: [{ ruleId: "share" }] }] });
    expect((await json("/v1/accounts/a/findings?severity=warning")).body).toMatchObject({ findings: [] });
    expect((await json("/v1/accounts/a/report")).body).toMatchObject({
      file: "a.txt",
      findings: [{ relation: "share" }],
    });
    expect((await json("/v1/accounts/a/findings?revision=7")).status).toBe(404);
    expect((await json("/v1/accounts/a/report?revision=7")).status).toBe(404);
  });

  it("lists revisions and says what changed between two", async () => {
    expect((await json("/v1/accounts/a/revisions")).body).toMatchObject({ revisions: [{ number: 1 }] });
    expect((await json("/v1/accounts/a/revisions/1/diff/1")).body).toMatchObject({
      figures: [],
      findings: { cured: [], new: [], remaining: [{ relation: "share" }] },
    });
    expect((await json("/v1/accounts/a/revisions/1/diff/2")).status).toBe(404);
  });

  it("gives tables as JSON, CSV and a workbook, by suffix or Accept", async () => {
    const all = (await json("/v1/accounts/a/tables")).body as { tables?: { table: string }[] };
    expect(all.tables).toEqual([expect.objectContaining({ table: "revenue-and-expenditure" })]);
    const csv = await app.request("/v1/accounts/a/tables/revenue-and-expenditure.csv");
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(await csv.text()).toContain("3037.90");
    const accept = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const workbook = await app.request("/v1/accounts/a/tables", { headers: { accept } });
    expect(workbook.headers.get("content-type")).toBe(accept);
    expect(new Uint8Array(await workbook.arrayBuffer()).subarray(0, 2)).toEqual(new TextEncoder().encode("PK"));
    expect((await json("/v1/accounts/a/tables/no-such-table")).status).toBe(404);
  });

  it("gives the published file as it was, which no browser runs or shows as ours", async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const html = "<script>alert(1)</script> 98.9%";
    const { body } = await json("/v1/accounts?name=决算.html", { method: "POST", body: html, headers });
    const { id } = body as unknown as { id: string };
    const answer = await app.request(`/v1/accounts/${id}/source`);
    expect(await answer.text()).toBe(html);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''%E5/);
    expect(answer.headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-length")).toBe(String(new TextEncoder().encode(html).length));
    const again = { headers: { "if-none-match": answer.headers.get("etag")! } };
    expect((await app.request(`/v1/accounts/${id}/source`, again)).status).toBe(304);
    const first = await app.request(`/v1/accounts/${id}/source?revision=1`);
    expect(first.headers.get("cache-control")).toContain("immutable");
    expect((await json("/v1/accounts/a/source")).status).toBe(404);
    expect((await json(`/v1/accounts/${id}`)).body).toMatchObject({ source: html.length });
  });

  it("answers with problems in both languages", async () => {
    expect(await json("/v1/accounts/none")).toMatchObject({
      status: 404,
      type: "application/problem+json; charset=utf-8",
      body: {
        status: 404,
        code: "not-found",
        detail: expect.stringContaining("none"),
        instance: "/v1/accounts/none",
        requestId: expect.stringMatching(/.+/),
      },
    });
    expect(await json("/v1/accounts?year=abc")).toMatchObject({
      status: 400,
      body: { code: "bad-request", issues: [{ path: "year" }] },
    });
    expect(await json("/v1/accounts?cursor=abc")).toMatchObject({ status: 400, body: { code: "bad-cursor" } });
    // PostgreSQL takes no text with this character.
    for (const path of [
      "/v1/accounts/a%00b",
      "/v1/accounts?department=%00",
      "/v1/compare?ids=a,%00",
      "/v1/departments/%00",
    ])
      expect(await json(path)).toMatchObject({ status: 400, body: { code: "bad-request" } });
    expect(await json("/v1/nothing")).toMatchObject({ status: 404, body: { code: "not-found" } });
  });
});

describe("search", () => {
  it("finds by words, and narrows by year, class and findings", async () => {
    expect((await json("/v1/accounts?q=人力 仁和")).body).toMatchObject({ total: 2 });
    expect((await json("/v1/accounts?q=财政")).body).toMatchObject({ total: 0 });
    expect((await json("/v1/accounts?severity=error&year=2023")).body).toMatchObject({ total: 2 });
    expect((await json("/v1/accounts?severity=nonsense")).status).toBe(400);
    expect((await json("/v1/facets")).body).toMatchObject({
      total: 2,
      errors: 2,
      errorsFound: 2,
      year: [{ value: "2023", count: 2, withErrors: 2, errorsFound: 2 }],
    });
  });

  it("adds up and compares in whole 分", async () => {
    expect((await json("/v1/compare?ids=a,b")).body).toMatchObject({
      ids: ["a", "b"],
      rows: [{ key: "total-receipts", fen: [3_037_900_000, 3_037_900_000] }],
    });
    expect((await json("/v1/aggregate?by=year")).body).toMatchObject({ by: "year", sums: [] });
    expect((await json("/v1/aggregate")).status).toBe(400);
  });
});

describe("peers", () => {
  it("names peers, says how it stands among them, and that there are too few to judge", async () => {
    expect((await json("/v1/accounts/a/peers")).body).toMatchObject({
      office: "人力资源和社会保障局",
      level: "county",
      scope: "nation",
      accounts: [{ id: "b" }],
    });
    const { body } = await json("/v1/accounts/a/outliers");
    expect(body).toMatchObject({
      peers: 1,
      standings: expect.arrayContaining([expect.objectContaining({ value: null })]),
    });
    expect((await json("/v1/accounts/none/peers")).status).toBe(404);
    expect((await json("/v1/accounts/none/outliers")).status).toBe(404);
  });

  it("gives a department's years under all of its names, and takes a name from who holds a token", async () => {
    const name = "/v1/departments/攀枝花市仁和区人力资源和社会保障局";
    expect((await json(name)).body).toMatchObject({ formerNames: [], accounts: [{ id: "a" }, { id: "b" }] });
    const body = JSON.stringify({ former: "攀枝花市仁和区劳动局" });
    const headers = { "content-type": "application/json", authorization: `Bearer ${TOKEN}` };
    expect((await json(`${name}/former-names`, { method: "POST", body })).status).toBe(401);
    expect(await json(`${name}/former-names`, { method: "POST", body, headers })).toMatchObject({
      status: 200,
      body: { formerNames: ["攀枝花市仁和区劳动局"] },
    });
    expect((await json("/v1/accounts?q=劳动局")).body).toMatchObject({ total: 2, exact: true });
    expect((await json("/v1/departments/没有的局")).status).toBe(404);
  });

  it("filters by division, names one, and compares for each head where heads are stated", async () => {
    expect((await json("/v1/accounts?division=5104&level=county")).body).toMatchObject({ total: 2 });
    expect((await json("/v1/accounts?division=31")).body).toMatchObject({ total: 0 });
    expect((await json("/v1/divisions/510411")).body).toMatchObject({ name: "四川省攀枝花市仁和区", accounts: 2 });
    expect((await json("/v1/divisions/51")).body).toMatchObject({ code: "510000", level: "province", accounts: 2 });
    expect((await json("/v1/divisions/999999")).status).toBe(404);
    expect(await json("/v1/compare?ids=a,none")).toMatchObject({ status: 404, body: { code: "not-found" } });
    expect((await json(`/v1/compare?ids=${Array.from({ length: 21 }, (_, index) => index).join(",")}`)).status).toBe(
      400,
    );
    expect((await json("/v1/compare?ids=a,b&per=head")).body).toMatchObject({ rows: [{ ratio: [null, null] }] });
  });
});

describe("bulk", () => {
  it("says which years there are, and every file of them is there", async () => {
    const { body } = await json("/v1/bulk");
    const { years } = body as unknown as {
      years: { year: number; accounts: number; files: Record<string, string>[] }[];
    };
    expect(years).toMatchObject([{ year: 2023, accounts: 2 }]);
    const [{ files }] = years as [(typeof years)[number]];
    expect(files.map(({ name }) => name)).toContain("figures.parquet");
    for (const { href, type } of files) {
      const response = await app.request(href!);
      expect([href, response.status, response.headers.get("content-type")?.split(";")[0]]).toEqual([href, 200, type]);
      await response.arrayBuffer();
    }
  });

  it("streams a year as NDJSON and as a data package whose fields are the columns", async () => {
    const reports = await (await app.request("/v1/bulk/2023/reports.ndjson")).text();
    expect(
      reports
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(["a", "b"]);
    const { body } = await json("/v1/bulk/2023/datapackage.json");
    const { resources } = body as unknown as { resources: { path: string; schema: { fields: { name: string }[] } }[] };
    for (const { path, schema } of resources) {
      const csv = await (await app.request(`/v1/bulk/2023/${path}`)).text();
      expect(csv.split("\r\n")[0]).toBe(schema.fields.map(({ name }) => name).join(","));
    }
    expect(await (await app.request("/v1/bulk/2023/accounts.csv")).text()).toContain("\r\na,攀枝花市仁和区");
    expect(await (await app.request("/v1/bulk/1999/reports.ndjson")).text()).toBe("");
    expect((await app.request("/v1/bulk/nonsense/reports.ndjson")).status).toBe(400);
  });
});

describe("the rules", () => {
  it("lists relations with their basis, and one of them", async () => {
    const { body } = await json("/v1/relations");
    const { relations } = body as unknown as { relations: { id: string; basis: { zh: string } }[] };
    expect(relations.length).toBeGreaterThan(0);
    for (const { basis } of relations) expect(basis.zh).not.toBe("");
    expect((await json(`/v1/relations/${relations[0]!.id}`)).body).toMatchObject({ id: relations[0]!.id });
    expect((await json("/v1/relations/no.such")).status).toBe(404);
  });

  it.each(["profiles", "tables", "concepts"])("lists %s", async (name) => {
    const { status, body } = await json(`/v1/${name}`);
    expect(status).toBe(200);
    expect((body as unknown as Record<string, unknown[]>)[name]!.length).toBeGreaterThan(0);
  });
});

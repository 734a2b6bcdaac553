import { expect, it } from "vitest";
import { EMPTY, renderFrame, renderPage } from "./page.tsx";

const account = {
  id: "a",
  department: "某县<script>财政局",
  fiscalYear: 2023,
  region: "某县",
  profile: "sichuan",
  revision: 1,
  recordedAt: "2024-09-24T20:00:00Z",
  figures: { printed: 10, bound: 9, unbound: 1 },
  findings: { errors: 2, warnings: 0 },
};
const fare = { errorsFound: 2, figures: { printed: 10, bound: 9 } };
const one = { count: 1, withErrors: 1, ...fare };
const facets = {
  total: 1,
  exact: true,
  errors: 1,
  ...fare,
  year: [{ value: "2023", ...one }],
  region: [{ value: "某县", ...one }],
  province: [{ value: "51", ...one }],
};
const FRAME = `<html lang="zh-CN"><head><title>决算</title><link rel="modulepreload" crossorigin href="/assets/app.js" /></head><body>${EMPTY}</body></html>`;

function ask(address: string, headers: Record<string, string>, version: string, status = 200) {
  const asked: string[] = [];
  const page = renderPage({
    url: new URL(address, "http://localhost"),
    headers: new Headers(headers),
    frame: FRAME,
    get: (part) => {
      asked.push(part);
      const body = part.startsWith("/v1/accounts")
        ? { accounts: [account], total: 1, exact: true, next: null }
        : facets;
      return Promise.resolve(Response.json(body, { status, headers: { etag: `"${version}"` } }));
    },
  });
  return page.then((rendered) => ({ ...rendered, asked }));
}

it("puts what a page shows first into it, and beside it what the browser needs to take it over", async () => {
  const { html, early, asked } = await ask("/?q=x", {}, "1");
  expect(early).toEqual([]);
  expect(asked).toEqual(["/v1/accounts?q=x", "/v1/facets"]);
  expect(html).toContain("错误 2");
  // The day where it was published, wherever the server stands.
  expect(html).toContain("2024年9月25日收录");
  expect(html).not.toContain("modulepreload");
  const data = /<script type="application\/json" id="data">([^]*?)<\/script>/.exec(html)![1]!;
  expect(data).not.toContain("<");
  expect(JSON.parse(data)).toMatchObject({
    addresses: asked,
    scripts: ["/assets/app.js"],
    values: { "/v1/accounts?q=x": { accounts: [account] } },
  });
});

it("asks how the accounts fare that the page is narrowed to", async () => {
  const { html, asked } = await ask("/?year=2023&division=51&measure=errors", {}, "1");
  expect(asked).toEqual([
    "/v1/accounts?year=2023&division=51",
    "/v1/facets",
    "/v1/facets?division=51",
    "/v1/facets?year=2023",
    "/v1/facets?year=2023&division=51",
  ]);
  // Two errors in one account.
  expect(html).toContain('<td class="number">2.00</td>');
});

it("speaks the language of who asks, whoever asked before", async () => {
  expect((await ask("/", { "accept-language": "en-GB" }, "1")).html).toContain('<html lang="en"');
  expect((await ask("/", { "accept-language": "en-GB" }, "1")).html).toContain("2 errors");
  expect((await ask("/", {}, "1")).html).toContain("错误 2");
  expect((await ask("/", { cookie: "juesuan-language=en" }, "1")).html).toContain("2 errors");
});

it("gives a page again while what it shows is the same", async () => {
  const { html } = await ask("/?q=same", {}, "1");
  account.findings.errors = 3;
  expect((await ask("/?q=same", {}, "1")).html).toBe(html);
  expect((await ask("/?q=same", {}, "2")).html).toContain("错误 3");
  account.findings.errors = 2;
});

it("gives the frame, with its scripts, where there is nothing to show yet", async () => {
  const none = await ask("/accounts/none", {}, "1", 404);
  expect(none.early).toEqual(["/v1/accounts/none/report"]);
  const codes = await ask("/codes", {}, "1");
  expect(codes.early).toEqual([]);
  for (const page of [none, codes]) {
    expect(page.html).toContain("modulepreload");
    expect(page.html).not.toContain('id="data"');
    expect(page.html).toContain("查决算");
    // The application makes it anew: what somebody had written in it would be gone.
    expect(page.html).not.toMatch(/<(?:input|select|details)/);
  }
  expect(renderFrame(FRAME, "/check")).not.toMatch(/<(?:input|select|details)/);
});

it("leaves out what cannot be had, and keeps the rest to be taken over", async () => {
  const { html, early } = await ask("/compare?ids=none", {}, "1", 404);
  expect(early).toEqual([]);
  expect(html).toContain('name="q"');
  expect(html).toContain('id="data">{"addresses":[],');
});

it("does not make a reader wait for the tables of an account with very many figures", async () => {
  const asked: string[] = [];
  const { early } = await renderPage({
    url: new URL("/accounts/large/tables", "http://localhost"),
    headers: new Headers(),
    frame: FRAME,
    get: (part) => {
      asked.push(part);
      return Promise.resolve(Response.json({ figures: { printed: 10_966 } }, { headers: { etag: '"1"' } }));
    },
  });
  expect(asked).toEqual(["/v1/accounts/large/report"]);
  // The browser is told of all of it, as the page's own code asks for it.
  expect(early).toEqual(["/v1/accounts/large/report", "/v1/accounts/large/tables"]);
});

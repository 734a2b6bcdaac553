import { createStore, migrate, StoreError } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { describe, expect, it } from "vitest";
import { createApp } from "./app.ts";
import { examine } from "./examine.fake.ts";
import type { Examine } from "./examine.ts";

// What one caller may ask for, and what is said of a store that fails.

describe("limits", () => {
  const small = async () => {
    const port = openSqlite(":memory:");
    await migrate(port, migrations);
    const callerOf = (c: { req: { header(name: string): string | undefined } }) => c.req.header("caller");
    return createApp({
      store: createStore(port),
      examine,
      limits: { of: { reads: 3, heavy: 1, together: 1 }, callerOf },
    });
  };
  const from = (caller: string, init: RequestInit = {}) => ({ ...init, headers: { caller } });

  it("answers 429 to who asks too much, and to nobody else", async () => {
    const limitedApp = await small();
    for (let count = 0; count < 3; count++) {
      const answer = await limitedApp.request("/v1/accounts", from("one"));
      expect(answer.status).toBe(200);
      expect(answer.headers.get("ratelimit")).toBe(`"reads";r=${2 - count};t=60`);
    }
    const refused = await limitedApp.request("/v1/accounts", from("one"));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("access-control-allow-origin")).toBe("*");
    expect(refused.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await refused.json()).toMatchObject({ code: "too-many-requests", status: 429 });
    expect((await limitedApp.request("/v1/accounts", from("two"))).status).toBe(200);
    // Another kind of request has a count of its own.
    expect((await limitedApp.request("/v1/check", from("one", { method: "POST", body: "98.9%" }))).status).toBe(200);
    expect((await limitedApp.request("/v1/check", from("one", { method: "POST", body: "98.9%" }))).status).toBe(429);
  });

  it("takes the addresses of one subscriber for one caller", async () => {
    const limitedApp = await small();
    const statuses = [];
    for (const last of ["1", "2", "3", "4"])
      statuses.push((await limitedApp.request("/health", from(`2001:db8:1:2::${last}`))).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it("reads so many documents at a time and no more", async () => {
    const port = openSqlite(":memory:");
    await migrate(port, migrations);
    let release = () => {};
    const waiting = new Promise<void>((resolve) => (release = resolve));
    const slow: Examine = async (...given) => {
      await waiting;
      return examine(...given);
    };
    const of = { reads: 100, heavy: 100, together: 1 };
    const busy = createApp({ store: createStore(port), examine: slow, limits: { of, callerOf: () => "one" } });
    const first = busy.request("/v1/check", { method: "POST", body: "98.9%" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await busy.request("/v1/check", { method: "POST", body: "98.9%" });
    expect(second.status).toBe(503);
    expect(await second.json()).toMatchObject({ code: "busy" });
    release();
    expect((await first).status).toBe(200);
    expect((await busy.request("/v1/check", { method: "POST", body: "98.9%" })).status).toBe(200);
  });
});

describe("a store that fails", () => {
  it.each([
    ["unavailable", 503],
    ["store-full", 507],
  ] as const)("that is %s is said to be so, with nothing of its own words", async (code, status) => {
    const broken = createStore({
      dialect: "sqlite",
      all: () => Promise.reject(new StoreError(code, new Error("secret detail"))),
      first: () => Promise.reject(new StoreError(code, new Error("secret detail"))),
      batch: () => Promise.reject(new StoreError(code, new Error("secret detail"))),
    });
    const answer = await createApp({ store: broken, examine }).request("/v1/accounts");
    expect(answer.status).toBe(status);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code });
    expect(text).not.toContain("secret");
  });
});

/**
 * What a request costs beside a bare Hono route that gives the same bytes, on the same server in the same run, asked turn
 * by turn over connections that stay open. Answers are kept until something is written; what they cost when they are made
 * stands below, of the same API that keeps none.
 *
 *     node --conditions=juesuan-source benchmarks/api/http.ts
 */
import { serve } from "@hono/node-server";
import { createApp } from "@juesuan/api";
import { examine } from "@juesuan/readers";
import { createStore, migrate } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { Hono } from "hono";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, get, type RequestOptions } from "node:http";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { accountOf } from "./accounts.ts";
import { median, percentile } from "./times.ts";

const CONNECTIONS = 16;
const BURST = 200;
const ROUNDS = 25;
const WARM = 5;

/** A header that asks for an answer that is not kept. */
const MADE = "x-made";

const PATHS = [
  "/v1/accounts/a7",
  "/v1/accounts/real",
  "/v1/accounts/real/findings",
  "/v1/accounts",
  "/v1/accounts?q=教育局",
];

if (process.argv[2] === "--server") await server();
else await main();

/** The API on a store of a thousand accounts and a real one; and bare routes that give the same bytes. */
async function server(): Promise<void> {
  const port = openSqlite(":memory:");
  await migrate(port, migrations);
  const store = createStore(port);
  await store.putDocuments(Array.from({ length: 1000 }, (_, number) => accountOf(number)));
  const bytes = new Uint8Array(readFileSync(new URL("../../fixtures/renhe-hrss-2023/source.txt", import.meta.url)));
  await store.putDocument({ id: "real", ...(await examine(bytes, { name: "source.txt" })) });
  const api = createApp({ store, examine });
  const making = createApp({ store, examine, cacheBytes: 0 });
  const app = new Hono();
  for (const path of PATHS) {
    const body = await (await api.request(encodeURI(path))).text();
    app.get(`/bare${path.replace(/\?.*/, "/search")}`, (c) =>
      c.body(body, 200, { "content-type": "application/json; charset=utf-8" }),
    );
  }
  const fetch = (request: Request, environment: object) => {
    if (/^[^/]+\/\/[^/]+\/bare\//.test(request.url)) return app.fetch(request, environment);
    return request.headers.has(MADE) ? making.fetch(request, environment) : api.fetch(request, environment);
  };
  const listening = serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port: taken }) =>
    console.log(`http://127.0.0.1:${taken}`),
  );
  process.on("SIGTERM", () => listening.close());
}

async function main(): Promise<void> {
  const child = spawn(process.execPath, ["--conditions=juesuan-source", fileURLToPath(import.meta.url), "--server"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      createInterface(child.stdout).once("line", resolve);
      child.once("close", () => reject(new Error("the server did not start")));
    });
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    console.log(
      "| GET | bytes | of bare throughput | p50, p99 ms | bare p50, p99 ms | p50 ratio |\n|---|---:|---:|---:|---:|---:|",
    );
    for (const [path, made] of [
      ...PATHS.map((one) => [one, false] as const),
      ...PATHS.map((one) => [one, true] as const),
    ]) {
      const routes = [encodeURI(path), `/bare${path.replace(/\?.*/, "/search")}`];
      const rates: [number[], number[]] = [[], []];
      const times: [number[], number[]] = [[], []];
      let size = 0;
      for (let round = 0; round < ROUNDS; round++) {
        for (const [index, route] of routes.entries()) {
          const began = performance.now();
          const taken = await burst(
            { agent, headers: made && index === 0 ? { [MADE]: "1" } : {} },
            `${address}${route}`,
            (bytes) => (size = bytes),
          );
          if (round < WARM) continue;
          rates[index]!.push((BURST / (performance.now() - began)) * 1000);
          times[index]!.push(...taken);
        }
      }
      const two = (values: readonly number[]) =>
        `${percentile(values, 50).toFixed(2)}, ${percentile(values, 99).toFixed(2)}`;
      const share = median(rates[0].map((rate, index) => rate / rates[1][index]!));
      const ratio = percentile(times[0], 50) / percentile(times[1], 50);
      console.log(
        `| ${path}${made ? ", made" : ""} | ${size} | ${share.toFixed(2)} | ${two(times[0])} | ${two(times[1])} | ${ratio.toFixed(2)} |`,
      );
    }
    agent.destroy();
  } finally {
    child.kill("SIGTERM");
  }
}

/** So many requests over so many connections; how long each took. */
async function burst(options: RequestOptions, address: string, sized: (bytes: number) => void): Promise<number[]> {
  const times: number[] = [];
  let left = BURST;
  const worker = async () => {
    while (left-- > 0) {
      const began = performance.now();
      sized(await once(options, address));
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return times;
}

function once(options: RequestOptions, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, options, (response) => {
      let size = 0;
      response.on("data", (chunk: Buffer) => (size += chunk.length));
      response.on("end", () =>
        response.statusCode === 200 ? resolve(size) : reject(new Error(`${address}: ${response.statusCode}`)),
      );
      response.on("error", reject);
    }).on("error", reject);
  });
}

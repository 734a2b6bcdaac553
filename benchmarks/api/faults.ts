/**
 * What goes wrong around a service, done to a real one on loopback: slow callers, uploads that are broken off, bodies that
 * are too large, many at once, a PostgreSQL server that is stopped and started again, a disk that is full, a process that
 * is killed while it migrates. Each is bounded in time; each says what was to be and what was.
 *
 *     node --conditions=juesuan-source benchmarks/api/faults.ts [part of a name]
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { openSqlite, openStore } from "@juesuan/store/node";
import { CompiledQuery } from "kysely";
import { postgresql } from "./engines.ts";

const TOKEN = "a-token-that-nobody-guesses";
const SHA256 = createHash("sha256").update(TOKEN).digest("hex");
const AUTHORISED = { authorization: `Bearer ${TOKEN}` };
const faults: string[] = [];

interface Service {
  readonly url: string;
  readonly child: ChildProcess;
  readonly log: readonly string[];
  stop(): Promise<void>;
}

/** The service as it is started by hand, on a free port. */
async function start(store: string): Promise<Service> {
  const child = spawn(
    process.execPath,
    ["--conditions=juesuan-source", fileURLToPath(import.meta.url), "--serve", store],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, PORT: "0", JUESUAN_TOKENS: `test:${SHA256}`, JUESUAN_LIMITS: "1000000,1000000" },
    },
  );
  const log: string[] = [];
  createInterface(child.stderr!).on("line", (line) => log.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout!).on("line", (line) => {
      const found = /http:\/\/localhost:\d+/.exec(line)?.[0];
      if (found) resolve(found.replace("localhost", "127.0.0.1"));
    });
    child.once("close", () => reject(new Error(`the service did not start: ${log.join("\n")}`)));
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once("close", () => resolve());
      child.kill("SIGTERM");
    });
  return { url, child, log, stop };
}

function expect(what: string, holds: boolean, found: unknown = ""): void {
  console.log(
    `  ${holds ? "as it should be" : "NOT AS IT SHOULD BE"}: ${what}${holds ? "" : ` (found ${JSON.stringify(found)})`}`,
  );
  if (!holds) faults.push(what);
}

const text = (number: number, padding = 0) =>
  `某县财政局${2000 + number}年度部门决算\n\n第二部分 ${2000 + number}年度部门决算情况说明\n\n一、收入支出决算总体情况说明\n${2000 + number}年度收、支总计3037.90万元。\n${"说明。".repeat(padding)}`;

async function post({ url }: Service, number: number, padding = 0): Promise<{ status: number; code?: string }> {
  const answer = await fetch(`${url}/v1/accounts?name=a.txt`, {
    method: "POST",
    body: text(number, padding),
    headers: AUTHORISED,
    signal: AbortSignal.timeout(60_000),
  });
  const body = (await answer.json()) as { code?: string };
  return { status: answer.status, ...(body.code ? { code: body.code } : {}) };
}

const total = async ({ url }: Service) =>
  ((await (await fetch(`${url}/v1/accounts?limit=1`)).json()) as { total: number }).total;
const well = async ({ url }: Service) => (await fetch(`${url}/health`, { signal: AbortSignal.timeout(10_000) })).status;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends bytes, waits, and says how the other side ended it. */
function raw(
  url: string,
  chunks: readonly string[],
  every: number,
  most: number,
): Promise<{ answer: string; seconds: number }> {
  const { port } = new URL(url);
  const began = performance.now();
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(port), "127.0.0.1");
    const done = () => {
      clearInterval(timer);
      clearTimeout(limit);
      socket.destroy();
      resolve({ answer, seconds: (performance.now() - began) / 1000 });
    };
    let next = 0;
    const timer = setInterval(() => {
      if (next < chunks.length) socket.write(chunks[next++]!);
    }, every);
    const limit = setTimeout(done, most);
    socket.on("data", (data) => (answer += data.toString()));
    socket.on("close", done);
    socket.on("error", done);
  });
}

const SCENARIOS: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  async "slow callers"(folder) {
    const service = await start(join(folder, "slow.sqlite"));
    // A hundred that never finish saying what they want, a letter every half second.
    const slow = Array.from({ length: 100 }, () =>
      raw(service.url, [..."GET /v1/accounts HTTP/1.1\r\nx: ".padEnd(200, "y")], 500, 40_000),
    );
    await pause(2000);
    const began = performance.now();
    expect("others are answered meanwhile", (await well(service)) === 200);
    expect("within two seconds", performance.now() - began < 2000, performance.now() - began);
    const ended = await Promise.all(slow);
    expect(
      "slow ones are ended within 20 s",
      ended.every(({ seconds }) => seconds < 20),
      Math.max(...ended.map(({ seconds }) => seconds)),
    );
    await service.stop();
  },

  async "uploads that are broken off"(folder) {
    const service = await start(join(folder, "broken.sqlite"));
    await post(service, 1);
    const head = `POST /v1/accounts HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${TOKEN}\r\ncontent-length: 500000\r\n\r\n`;
    await Promise.all(Array.from({ length: 200 }, () => raw(service.url, [head, "x".repeat(20_000)], 20, 150)));
    await pause(500);
    expect("the service is well", (await well(service)) === 200);
    expect("nothing of them was stored", (await total(service)) === 1, await total(service));
    expect("a whole one is stored afterwards", (await post(service, 2)).status === 200);
    await service.stop();
  },

  async "bodies that are too large"(folder) {
    const service = await start(join(folder, "large.sqlite"));
    const before = residentOf(service);
    const large = new Uint8Array(40 * 1024 * 1024);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        fetch(`${service.url}/v1/check`, { method: "POST", body: large }).then(
          ({ status }) => status,
          () => 0,
        ),
      ),
    );
    // The connection may end before the caller has sent all of it: what counts is that none was taken.
    expect(
      "each is refused",
      answers.every((status) => status === 413 || status === 0),
      answers,
    );
    // Without a length that says so beforehand.
    const chunked = await fetch(`${service.url}/v1/check`, {
      method: "POST",
      body: new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)) }),
      duplex: "half",
    } as RequestInit).then(
      ({ status }) => status,
      () => 0,
    );
    expect("one without an end is refused too", chunked === 413 || chunked === 0, chunked);
    expect("memory grew by less than 300 MB", residentOf(service) - before < 300, residentOf(service) - before);
    expect("the service is well", (await well(service)) === 200);
    await service.stop();
  },

  async "many at once"(folder) {
    const service = await start(join(folder, "many.sqlite"));
    await post(service, 1);
    const before = residentOf(service);
    const statuses = new Map<number, number>();
    const until = performance.now() + 20_000;
    const one = async () => {
      while (performance.now() < until) {
        for (const path of ["/v1/accounts", "/v1/accounts?q=财政", "/v1/facets", "/v1/relations", "/docs"]) {
          const { status } = await fetch(`${service.url}${path}`).then(
            async (answer) => (await answer.arrayBuffer(), answer),
          );
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
        const checked = await fetch(`${service.url}/v1/check?name=a.txt`, { method: "POST", body: text(1) });
        await checked.arrayBuffer();
        statuses.set(checked.status, (statuses.get(checked.status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: 32 }, one));
    console.log(`  answered: ${[...statuses].map(([status, count]) => `${status} ${count} times`).join(", ")}`);
    expect(
      "only 200, and 503 for more documents than are read together",
      [...statuses.keys()].every((status) => status === 200 || status === 503),
    );
    expect("memory grew by less than 400 MB", residentOf(service) - before < 400, residentOf(service) - before);
    await service.stop();
  },

  async "PostgreSQL stopped and started again"() {
    const server = await postgresql();
    try {
      await server.open("faults");
      const service = await start(server.address("faults"));
      expect("stored before", (await post(service, 1)).status === 200);
      await server.stop();
      const read = await fetch(`${service.url}/v1/accounts`, { signal: AbortSignal.timeout(20_000) });
      expect("reading says 503", read.status === 503, read.status);
      expect("and when to ask again", read.headers.get("retry-after") === "5");
      const written = await post(service, 2);
      expect("writing says 503", written.status === 503 && written.code === "unavailable", written);
      expect("health says 503", (await well(service)) === 503);
      await server.start();
      const again = await post(service, 2);
      expect("it goes on without hands when the server is back", again.status === 200, again);
      expect("nothing was lost, nothing is there twice", (await total(service)) === 2, await total(service));
      expect("the log does not tell the password", !service.log.join().includes("juesuan:juesuan"));
      await service.stop();
    } finally {
      await server.close();
    }
  },

  async "a disk that is full"(folder) {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", disk]).status !== 0) {
      console.log("  skipped: a small tmpfs cannot be mounted here");
      return;
    }
    try {
      const service = await start(join(disk, "store.sqlite"));
      let stored = 0;
      let refused: { status: number; code?: string } | undefined;
      for (let number = 1; number < 400 && !refused; number++) {
        // Text that does not pack well.
        const answer = await post(service, number, 2000 + number);
        if (answer.status === 200) stored++;
        else refused = answer;
      }
      expect(
        "storing says 507 once the disk is full",
        refused?.status === 507 && refused.code === "store-full",
        refused,
      );
      expect("what was stored is there, and is read", (await total(service)) === stored, await total(service));
      expect("and nothing of what was refused", (await post(service, 1, 2001)).status === 200);
      spawnSync("mount", ["-o", "remount,size=60m", disk]);
      const again = await post(service, stored + 1, 2001 + stored);
      expect("with room again it goes on without hands", again.status === 200, again);
      await service.stop();
      const port = openSqlite(join(disk, "store.sqlite"));
      const whole = await port.first(CompiledQuery.raw("pragma integrity_check"));
      expect("the file is whole", JSON.stringify(whole).includes("ok"), whole);
      port.close();
    } finally {
      spawnSync("umount", [disk]);
    }
  },

  async "killed while it migrates"(folder) {
    let opened = 0;
    for (let round = 0; round < 25; round++) {
      const file = join(folder, `migrate-${round}.sqlite`);
      const child = spawn(
        process.execPath,
        ["--conditions=juesuan-source", fileURLToPath(import.meta.url), "--migrate", file],
        { stdio: "ignore" },
      );
      // From before the file is there to after all is done.
      const until = performance.now() + 5000;
      while (!existsSync(file) && performance.now() < until) await pause(1);
      await pause(round * 2);
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("close", resolve));
      const store = await openStore(file);
      if ((await store.list()).total === 0) opened++;
      store.close();
    }
    expect("the store opens and is brought up to date each time", opened === 25, opened);
  },
};

/** In MB. */
function residentOf({ child }: Service): number {
  const found = spawnSync("ps", ["-o", "rss=", "-p", String(child.pid)], { encoding: "utf8" }).stdout;
  return Math.round(Number(found) / 1024);
}

const [mode, argument] = process.argv.slice(2);
if (mode === "--serve") {
  const { start: startService } = await import("@juesuan/api/node");
  process.exitCode = await startService({ store: argument! });
} else if (mode === "--migrate") {
  (await openStore(argument!)).close();
} else {
  const folder = mkdtempSync(join(tmpdir(), "juesuan-faults-"));
  try {
    for (const [name, run] of Object.entries(SCENARIOS)) {
      if (mode && !name.includes(mode)) continue;
      console.log(name);
      const own = join(folder, String(Object.keys(SCENARIOS).indexOf(name)));
      mkdirSync(own);
      await run(own);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(faults.length === 0 ? "\nall as it should be" : `\n${faults.length} not as it should be`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

import { dirname } from "node:path";
import { getConnInfo } from "@hono/node-server/conninfo";
import { examine } from "@juesuan/readers";
import type { Store } from "@juesuan/store";
import { migrations, openStore } from "@juesuan/store/node";
import { createApp } from "../app.ts";
import { USUAL_LIMITS, type CallerOf, type Limits } from "../limits.ts";
import { parseTokens } from "../tokens.ts";
import { examineApart } from "./apart.ts";
import { folderAssets } from "./assets.ts";
import { loadFixtures, type LoadedFixture } from "./fixtures.ts";
import { importFolder, type FolderImport } from "./import.ts";
import { folderRender } from "./render.ts";
import { PortTakenError, serve } from "./serve.ts";
import { folderSpool } from "./spool.ts";

export interface StartOptions {
  /** The file of the embedded store, or the postgres:// address of a server. */
  readonly store: string;
  /** The folder of fixtures to load; absent: none. */
  readonly fixtures?: string;
  /** The built viewer; absent: the API alone. */
  readonly assets?: string;
  /** Absent: `PORT`, or 8787. */
  readonly port?: number;
  readonly say?: (line: string) => void;
}

const DEFAULT_PORT = 8787;

/** Loads, serves, says what was checked, and waits for Ctrl-C. Resolves to the process's exit code. */
export async function start(options: StartOptions): Promise<number> {
  const say = options.say ?? ((line) => console.log(line));
  const port = options.port ?? portFrom(process.env.PORT);
  if (port === undefined) {
    console.error(
      `PORT 应为 0 到 65535 的整数，而不是“${process.env.PORT}”。 PORT must be a whole number from 0 to 65535.`,
    );
    return 2;
  }
  const limits = limitsFrom(process.env.JUESUAN_LIMITS);
  if (limits === undefined) {
    console.error(
      "JUESUAN_LIMITS 应为“每分钟读取次数,每分钟繁重请求次数”，或 0。 JUESUAN_LIMITS must be reads,heavy requests a minute, or 0.",
    );
    return 2;
  }
  const store = await openAnyStore(options.store);
  const assets = options.assets ? folderAssets(options.assets) : undefined;
  const render = options.assets ? folderRender(options.assets) : undefined;
  const spool = spoolFor(options.store);
  const apart = examineApart();
  const app = createApp({
    store,
    ...(spool ? { spool } : {}),
    examine: apart.examine,
    compressed: true,
    ...(assets ? { assets } : {}),
    ...(render ? { render } : {}),
    tokens: parseTokens(process.env.JUESUAN_TOKENS),
    ...(limits ? { limits: { of: limits, callerOf } } : {}),
    ...(process.env.JUESUAN_LOG ? { onRequest: (request) => console.error(JSON.stringify(request)) } : {}),
    onError: (error, requestId) => console.error(JSON.stringify({ requestId, ...described(error) })),
  });
  try {
    const serving = await serve(app, { port });
    if (options.fixtures) await loadAll(store, options.fixtures, say);
    say(`\n决算已就绪 Ready: ${serving.url}/`);
    if (!assets) say("  （网页尚未构建，仅有接口 The viewer is not built: API only）");
    say(`  接口说明 API reference: ${serving.url}/docs`);
    say("  按 Ctrl-C 停止 Press Ctrl-C to stop");
    await interrupted();
    say("\n正在停止… Stopping …");
    await serving.close();
    return 0;
  } catch (error) {
    if (!(error instanceof PortTakenError)) throw error;
    console.error(`${error.message}\n${error.messageEn}`);
    return 1;
  } finally {
    spool?.close();
    await apart.close();
    await store.close();
  }
}

/** Beside the store's own file, where there is room; undefined where this process may write nowhere. */
function spoolFor(store: string) {
  try {
    return folderSpool(/^postgres(?:ql)?:/.test(store) ? undefined : dirname(store));
  } catch {
    return undefined;
  }
}

/** `3000,120`: requests a minute; `0`: no limits (null). Undefined for what is neither. */
export function limitsFrom(text: string | undefined): Limits | null | undefined {
  if (text === undefined || text.trim() === "") return USUAL_LIMITS;
  if (text.trim() === "0") return null;
  const match = /^\s*(\d{1,7})\s*,\s*(\d{1,7})\s*$/.exec(text);
  const [reads, heavy] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
  return reads > 0 && heavy > 0 ? { ...USUAL_LIMITS, reads, heavy } : undefined;
}

/**
 * The address of the connection; behind a proxy (`JUESUAN_PROXY=1`) the one that the proxy added to X-Forwarded-For, which
 * is the last: what stands before it came from the caller, who may write anything.
 */
const callerOf: CallerOf = (c) => {
  const forwarded = process.env.JUESUAN_PROXY ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded || getConnInfo(c).remote.address;
};

/** What of an error goes to the log: where it happened and why, nothing of the request. */
function described(error: unknown): object {
  if (!(error instanceof Error)) return { error: String(error) };
  const { name, message, stack } = error;
  const code = (error as { code?: unknown }).code;
  return { error: name, ...(typeof code === "string" ? { code } : {}), message, stack };
}

/** Opens a store, imports a folder into it, and closes it. */
export async function importInto(
  place: string,
  folder: string,
  options?: Parameters<typeof importFolder>[3],
): Promise<FolderImport> {
  const store = await openAnyStore(place);
  try {
    return await importFolder(store, examine, folder, options);
  } finally {
    await store.close();
  }
}

async function openAnyStore(place: string): Promise<Store & { close(): void | Promise<void> }> {
  if (!/^postgres(?:ql)?:\/\//.test(place)) return openStore(place);
  const { openPostgresqlStore } = await import("@juesuan/store/postgresql");
  return openPostgresqlStore(place, migrations);
}

function portFrom(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === "") return DEFAULT_PORT;
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : undefined;
}

async function loadAll(store: Parameters<typeof loadFixtures>[0], folder: string, say: (line: string) => void) {
  const total = { documents: 0, printed: 0, bound: 0, errors: 0, warnings: 0 };
  for await (const fixture of loadFixtures(store, examine, folder)) {
    for (const line of describe(fixture)) say(line);
    if (!fixture.report) continue;
    total.documents++;
    total.printed += fixture.report.figures.printed;
    total.bound += fixture.report.figures.bound;
    total.errors += countOf(fixture.report, "error");
    total.warnings += countOf(fixture.report, "warning");
  }
  say(
    `共 ${total.documents} 份，数字 ${total.printed} 个，已识别 ${total.bound} 个，错误 ${total.errors} 处，提示 ${total.warnings} 处。` +
      ` ${total.documents} document(s), ${total.printed} figures, ${total.bound} bound, ${total.errors} error(s), ${total.warnings} warning(s).`,
  );
}

const countOf = (report: NonNullable<LoadedFixture["report"]>, severity: string) =>
  report.findings.filter((finding) => finding.severity === severity).length;

const OUTCOMES: Readonly<Record<LoadedFixture["outcome"], string>> = {
  created: "新收录",
  revised: "新版本",
  reread: "重新读取",
  unchanged: "未变",
  refused: "未收录",
  unreadable: "无法读取",
};

function describe({ id, file, outcome, report, reason }: LoadedFixture): string[] {
  if (!report) return [`- ${id}/${file}（${OUTCOMES[outcome]}）：${reason?.zh ?? ""} ${reason?.en ?? ""}`];
  const { printed, bound, unbound } = report.figures;
  const lines = [
    `- ${report.fiscalYear ?? "?"} 年度 ${report.department ?? id}（${OUTCOMES[outcome]}）`,
    `    数字 ${printed} 个：识别 ${bound}，未识别 ${unbound}；错误 ${countOf(report, "error")}，提示 ${countOf(report, "warning")}`,
  ];
  for (const finding of report.findings) {
    if (finding.severity === "error") lines.push(`    ✗ ${finding.message}`);
    if (finding.severity === "warning") lines.push(`    ! ${finding.message}`);
  }
  return lines;
}

/** Resolves at the first Ctrl-C or termination. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

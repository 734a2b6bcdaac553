import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "@juesuan/api/node";
import type { Invocation } from "../command/declaration.ts";
import { textOf, wholeOf } from "../command/parse.ts";
import { UsageError, write } from "../streams.ts";

/** In a clone, the viewer and the fixtures stand beside this app; in a package, the viewer stands in the bundle. */
const HERE = fileURLToPath(new URL(".", import.meta.url));
const CLONE = cloneAbove(HERE);
const VIEWER = CLONE === undefined ? join(HERE, "viewer") : join(CLONE, "apps", "viewer", "dist");

function cloneAbove(folder: string): string | undefined {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : cloneAbove(parent);
}

/** `juesuan serve`: the API and the viewer over an embedded store, until Ctrl-C. */
export async function serve(invocation: Invocation): Promise<number> {
  const { streams } = invocation;
  const port = wholeOf(invocation, "port", 0, 65_535);
  const named = textOf(invocation, "fixtures");
  const fixtures = named === undefined ? CLONE && join(CLONE, "fixtures") : resolve(streams.cwd, named);
  if (named !== undefined && !existsSync(fixtures!)) {
    throw new UsageError(`没有文件夹 ${fixtures}。`, `There is no folder ${fixtures}.`);
  }
  return start({
    store: storeOf(invocation),
    ...(existsSync(VIEWER) ? { assets: VIEWER } : {}),
    ...(fixtures !== undefined && existsSync(fixtures) ? { fixtures } : {}),
    ...(port === undefined ? {} : { port }),
    say: (line) => void write(streams.stdout, `${line}\n`),
  });
}

/** A file, or the address of a PostgreSQL server; `JUESUAN_STORE` where no option says. */
function storeOf(invocation: Invocation): string {
  const { cwd, env } = invocation.streams;
  const place = textOf(invocation, "store") ?? env.JUESUAN_STORE ?? ".juesuan/store.sqlite";
  return /^postgres(?:ql)?:\/\//.test(place) ? place : resolve(cwd, place);
}

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { start } from "@juesuan/api/node";
import { UsageError, write, type Streams } from "../streams.ts";

/** In a clone, the viewer and the fixtures stand beside this app. */
const CLONE = fileURLToPath(new URL("../../../../", import.meta.url));

/** `juesuan serve`: the API and the viewer over an embedded store, until Ctrl-C. */
export async function serve(args: readonly string[], streams: Streams): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: "string" }, store: { type: "string" }, fixtures: { type: "string" } },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new UsageError(`端口应为 0 到 65535 的整数，不能是“${values.port}”。`, `A port is a whole number from 0 to 65535, not "${values.port}".`);
  }
  const fixtures = values.fixtures === undefined ? resolve(CLONE, "fixtures") : resolve(streams.cwd, values.fixtures);
  if (values.fixtures !== undefined && !existsSync(fixtures)) {
    throw new UsageError(`没有文件夹 ${fixtures}。`, `There is no folder ${fixtures}.`);
  }
  return start({
    store: values.store === undefined ? resolve(streams.cwd, ".juesuan", "store.sqlite") : resolve(streams.cwd, values.store),
    assets: resolve(CLONE, "apps", "viewer", "dist"),
    ...(existsSync(fixtures) ? { fixtures } : {}),
    ...(port === undefined ? {} : { port }),
    say: (line) => void write(streams.stdout, `${line}\n`),
  });
}

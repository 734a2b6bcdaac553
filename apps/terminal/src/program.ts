import { readFileSync } from "node:fs";
import { EXIT, UsageError, write, type Streams } from "./streams.ts";

type Command = (args: readonly string[], streams: Streams) => Promise<number>;

/** Each command is loaded when it is asked for: a lookup of a code should not wait for the readers. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./commands/check.ts")).check,
  show: async () => (await import("./commands/show.ts")).show,
  codes: async () => (await import("./commands/codes.ts")).codes,
  explain: async () => (await import("./commands/explain.ts")).explain,
  serve: async () => (await import("./commands/serve.ts")).serve,
};

/** Runs the tool; resolves to its exit code. */
export async function program(args: readonly string[], streams: Streams): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === "help" || name === "--help" || name === "-h" || rest.includes("--help") || rest.includes("-h")) {
      const { HELP } = await import("./commands/help.ts");
      await write(name === undefined ? streams.stderr : streams.stdout, HELP);
      return name === undefined ? EXIT.failed : EXIT.clean;
    }
    if (name === "--version" || name === "-v") {
      await write(streams.stdout, `juesuan ${version()}\n`);
      return EXIT.clean;
    }
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load) throw new UsageError(`没有命令“${name}”。juesuan --help 列出全部命令。`, `There is no command "${name}". juesuan --help lists them.`);
    return await (await load())(rest, streams);
  } catch (error) {
    const misuse = misuseOf(error);
    if (!misuse) throw error;
    await write(streams.stderr, `juesuan: ${misuse.zh}\n${misuse.en}\n`);
    return EXIT.failed;
  }
}

function misuseOf(error: unknown): { zh: string; en: string } | undefined {
  if (error instanceof UsageError) return { zh: error.message, en: error.messageEn };
  // node:util's parseArgs: an unknown option, a missing value.
  const { code, message } = error as NodeJS.ErrnoException;
  if (code?.startsWith("ERR_PARSE_ARGS_")) return { zh: "选项有误，用法见 juesuan --help。", en: message };
  return undefined;
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  return manifest.version;
}

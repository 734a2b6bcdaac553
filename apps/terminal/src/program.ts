import { parseInvocation } from "./command/parse.ts";
import { collectSeldom, compileWhole } from "./compile-cache.ts";
import { commandNamed } from "./commands/catalogue.ts";
import { EXIT, UsageError, write, type Streams } from "./streams.ts";
import { version } from "./version.ts";

/** Runs the tool; resolves to its exit code. */
export async function program(args: readonly string[], streams: Streams): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === "--version" || name === "-v") {
      await write(streams.stdout, `juesuan ${version()}\n`);
      return EXIT.clean;
    }
    if (name === "help" && rest[0] === "--man") {
      const { manualPage } = await import("./commands/manual.ts");
      await write(streams.stdout, manualPage(version()));
      return EXIT.clean;
    }
    const helped = name === "help" ? rest[0] : name;
    const command = helped === undefined ? undefined : commandNamed(helped);
    if (name === undefined || name === "--help" || name === "-h" || (name === "help" && !command)) {
      const { helpText } = await import("./commands/help.ts");
      await write(name === undefined ? streams.stderr : streams.stdout, helpText());
      return name === undefined ? EXIT.failed : EXIT.clean;
    }
    if (!command) {
      throw new UsageError(
        `没有命令“${name}”。juesuan --help 列出全部命令。`,
        `There is no command "${name}". juesuan --help lists them.`,
      );
    }
    if (name === "help" || asksForHelp(rest)) {
      const { commandHelp } = await import("./commands/help.ts");
      await write(streams.stdout, commandHelp(command));
      return EXIT.clean;
    }
    const invocation = parseInvocation(command, rest, streams);
    compileWhole();
    collectSeldom();
    return await (
      await command.load()
    )(invocation);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await write(streams.stderr, `juesuan: ${error.message}\n${error.messageEn}\n`);
    return EXIT.failed;
  }
}

/** `--help` before a `--`: help goes before whatever else may be wrong with the arguments. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const options = end === -1 ? args : args.slice(0, end);
  return options.includes("--help") || options.includes("-h");
}

import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { UsageError, type Language, type Streams } from "../streams.ts";
import type { CommandDeclaration, Invocation, OptionDeclaration, Values } from "./declaration.ts";

/** Options that every command takes. */
export const COMMON: readonly OptionDeclaration[] = [
  { name: "lang", value: "LANG", choices: ["zh", "en"], zh: "语言，默认 zh", en: "language, zh by default" },
  { name: "help", short: "h", zh: "这条命令的说明", en: "help on this command" },
];

/** What the user wrote, by the command's declaration. Throws {@link UsageError} for what it does not foresee. */
export function parseInvocation(command: CommandDeclaration, args: readonly string[], streams: Streams): Invocation {
  const declared = [...command.options, ...COMMON];
  const options: ParseArgsOptionsConfig = {};
  for (const { name, short, value } of declared) {
    options[name] = { type: value === undefined ? "boolean" : "string", ...(short ? { short } : {}) };
  }
  const { values, positionals } = parse(command, args, options);
  for (const option of declared) {
    const given = values[option.name];
    if (option.choices && typeof given === "string" && !option.choices.includes(given)) {
      throw new UsageError(
        `--${option.name} 只能是 ${option.choices.join("、")}，不能是“${given}”。`,
        `--${option.name} is one of ${option.choices.join(", ")}, not "${given}".`,
      );
    }
  }
  const defaults = declared.flatMap(({ name, default: value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    values: { ...Object.fromEntries(defaults), ...values },
    positionals,
    lang: languageOf(values.lang, streams),
    streams,
  };
}

function parse(command: CommandDeclaration, args: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: parsed.values as Values, positionals: parsed.positionals };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith("ERR_PARSE_ARGS_")) throw error;
    throw new UsageError(
      `选项有误，用法见 juesuan ${command.name} --help。`,
      `${message.replace(/\.?$/, ".")} See juesuan ${command.name} --help.`,
    );
  }
}

function languageOf(given: Values[string], { env }: Streams): Language {
  return (given ?? env.JUESUAN_LANG) === "en" ? "en" : "zh";
}

/** The text of an option; undefined where it was not given. */
export function textOf({ values }: Invocation, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** Whether a switch was given. */
export function isOn({ values }: Invocation, name: string): boolean {
  return values[name] === true;
}

/** A whole number within bounds; undefined where it was not given. */
export function wholeOf(invocation: Invocation, name: string, low: number, high: number): number | undefined {
  const text = textOf(invocation, name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= low && number <= high) return number;
  throw new UsageError(
    `--${name} 应为 ${low} 到 ${high} 的整数，不能是“${text}”。`,
    `--${name} is a whole number from ${low} to ${high}, not "${text}".`,
  );
}

import type { CommandDeclaration, OptionDeclaration } from "../command/declaration.ts";
import { COMMON } from "../command/parse.ts";
import { hang, widthOf } from "../text/width.ts";
import { COMMANDS } from "./catalogue.ts";

// Help is written from the declarations: Chinese first, English under it.

const WIDTH = 80;

/** What `juesuan --help` prints. */
export function helpText(): string {
  const lines = [
    "juesuan 决算：读懂并核对部门决算公开文件",
    "Reads and checks the final accounts that Chinese government departments publish.",
    "",
    "用法 Usage: juesuan COMMAND [OPTIONS] [FILE...]",
    "",
    "命令 Commands",
  ];
  for (const { name, usage, zh, en } of COMMANDS) lines.push(...entry(`${name} ${usage}`.trim(), [zh, en]));
  lines.push("", "例 Examples");
  for (const command of COMMANDS) {
    for (const { command: line, zh, en } of command.examples.slice(0, command.name === "check" ? 3 : 1)) {
      lines.push(`  ${line}`, `      ${zh === en ? zh : `${zh}  ${en}`}`);
    }
  }
  lines.push(
    "",
    "退出码 Exit codes",
    "  0  没有错误                      no errors",
    "  1  发现错误                      errors found",
    "  2  有文件无法读取，或用法有误    a file could not be read, or misuse",
    "",
    "每条命令的选项 Options of a command: juesuan COMMAND --help",
    "",
  );
  return lines.join("\n");
}

/** What `juesuan COMMAND --help` prints. */
export function commandHelp({ name, usage, zh, en, options, examples }: CommandDeclaration): string {
  const lines = [
    `juesuan ${name}：${zh}`,
    en,
    "",
    `用法 Usage: juesuan ${name}${options.length > 0 ? " [OPTIONS]" : ""}${usage === "" ? "" : ` ${usage}`}`,
    "",
    "选项 Options",
  ];
  for (const option of [...options, ...COMMON]) lines.push(...entry(signature(option), describe(option)));
  if (examples.length > 0) lines.push("", "例 Examples");
  for (const example of examples) {
    lines.push(
      `  ${example.command}`,
      `      ${example.zh === example.en ? example.zh : `${example.zh}  ${example.en}`}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function signature({ name, short, value }: OptionDeclaration): string {
  return `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;
}

function describe({ zh, en, choices }: OptionDeclaration): string[] {
  return [...(choices ? [choices.join(" | ")] : []), zh, en];
}

const INDENT = 26;

/** A term and its texts, set in a column of their own. */
function entry(term: string, texts: readonly string[]): string[] {
  const indent = " ".repeat(INDENT);
  const lines = texts.flatMap((text) => hang(indent, text, WIDTH));
  const lead = `  ${term}`;
  if (widthOf(lead) >= INDENT) return [lead, ...lines];
  return lines.map((line, index) => (index === 0 ? lead + line.slice(widthOf(lead)) : line));
}

import type { OptionDeclaration } from "../command/declaration.ts";
import { COMMON } from "../command/parse.ts";
import { COMMANDS } from "./catalogue.ts";

/** The manual page juesuan(1), in roff, written from the declarations like the help. */
export function manualPage(version: string): string {
  const lines = [
    `.TH JUESUAN 1 "" "juesuan ${version}"`,
    ".SH NAME",
    "juesuan \\- 读懂并核对部门决算公开文件; reads and checks final accounts of Chinese departments",
    ".SH SYNOPSIS",
    ".B juesuan",
    ".I COMMAND",
    "[OPTIONS] [FILE...]",
    ".SH COMMANDS",
  ];
  for (const { name, usage, zh, en, options, examples } of COMMANDS) {
    lines.push(`.SS ${roff(`${name} ${usage}`.trim())}`, roff(zh), ".br", roff(en));
    for (const option of [...options, ...COMMON])
      lines.push(".TP", `.B ${roff(signature(option))}`, ...optionText(option));
    for (const example of examples) lines.push(".PP", `.B ${roff(example.command)}`, ".br", roff(example.zh));
  }
  lines.push(
    ".SH EXIT STATUS",
    "0 没有错误 no errors; 1 发现错误 errors found; 2 有文件无法读取，或用法有误 a file could not be read, or misuse.",
  );
  return `${lines.join("\n")}\n`;
}

function signature({ name, short, value }: OptionDeclaration): string {
  return `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;
}

function optionText({ zh, en, choices }: OptionDeclaration): string[] {
  return [...(choices ? [roff(choices.join(" | ")), ".br"] : []), roff(zh), ".br", roff(en)];
}

/** What roff would take for its own signs. */
const roff = (text: string) =>
  text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^([.'])/, "\\&$1");

import type { CommandDeclaration } from "../command/declaration.ts";

// The commands for whoever finishes a disclosure: correct it, and prove what will be published.

const FORMAT = {
  name: "format",
  short: "f",
  value: "FORMAT",
  choices: ["pretty", "json"],
  default: "pretty",
  zh: "输出格式",
  en: "output",
} as const;

export const fix: CommandDeclaration = {
  name: "fix",
  usage: "DOC.docx",
  files: true,
  zh: "把建议的改正作为修订写入 Word 文件的副本，批注列出算式；不能断定的只加批注",
  en: "write suggested corrections into a copy of a Word file as tracked changes, comments show the calculation",
  options: [
    {
      name: "output",
      short: "o",
      value: "FILE",
      zh: "写入的文件，默认在原件旁加“.修订”",
      en: "the file to write, beside the original by default",
    },
    FORMAT,
  ],
  examples: [
    {
      command: "juesuan fix 决算公开.docx",
      zh: "得到 决算公开.修订.docx，在 Word 或 WPS 中逐条接受",
      en: "then accept in Word or WPS",
    },
    { command: "juesuan fix 决算公开.docx -o 改后.docx", zh: "另给文件名", en: "under another name" },
  ],
  load: async () => (await import("./fix.ts")).fix,
};

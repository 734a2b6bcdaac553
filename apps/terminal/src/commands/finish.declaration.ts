import type { CommandDeclaration } from "../command/declaration.ts";
import { FORMAT } from "./learn.declaration.ts";

// The commands for whoever finishes a disclosure: correct it, and prove what will be published.

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

export const prove: CommandDeclaration = {
  name: "prove",
  usage: "DISCLOSURE --against ACCOUNTS",
  files: true,
  zh: "逐个数字证明将要公开的文件与账一致，或指出哪里不一致",
  en: "prove figure by figure that a finished file equals the accounts, or show where it does not",
  options: [
    {
      name: "against",
      short: "a",
      value: "ACCOUNTS",
      zh: "账：juesuan 的 JSON，或一份工作簿（也可以是任何能读的决算）",
      en: "the accounts: juesuan's JSON, a workbook, or any disclosure that can be read",
    },
    { name: "all", zh: "一致的也逐个列出", en: "list the figures that are equal too" },
    {
      name: "strict",
      zh: "账上没有的、没有读懂的、没有印出的也使退出码为 1",
      en: "exit 1 for figures not in the accounts, unread, or not printed as well",
    },
    FORMAT,
  ],
  examples: [
    {
      command: "juesuan prove 公开稿.pdf --against 决算报表.xlsx",
      zh: "公开前的最后一步",
      en: "the last step before publication",
    },
    { command: "juesuan prove 公开稿.pdf -a accounts.json -f json", zh: "给程序用", en: "for programs" },
  ],
  load: async () => (await import("./prove.ts")).prove,
};

export const draft: CommandDeclaration = {
  name: "draft",
  usage: "ACCOUNTS",
  files: true,
  zh: "由账编写整份决算公开：数字全部算出，账上没有的生成编写表来问",
  en: "write the whole disclosure from the accounts; what they do not hold is asked for in a form",
  options: [
    {
      name: "to",
      value: "FORMAT",
      choices: ["docx", "pdf", "html", "md", "txt", "xlsx", "csv"],
      zh: "写成什么，默认看文件名",
      en: "what to write, by the file's name otherwise",
    },
    { name: "output", short: "o", value: "FILE", zh: "写入的文件", en: "the file to write" },
    { name: "last", value: "FILE", zh: "上年的决算公开或账，用于比较和预填", en: "last year's disclosure or accounts" },
    {
      name: "form",
      value: "FORM",
      zh: "编写表（.xlsx 或 .yaml）：没有则生成，有则填入",
      en: "the form (.xlsx or .yaml): made if absent, else used",
    },
    {
      name: "department",
      value: "NAME",
      zh: "部门名称，账上没有时",
      en: "the department, where the accounts do not say",
    },
    { name: "year", value: "YEAR", zh: "决算年度，账上没有时", en: "the fiscal year, where the accounts do not say" },
    {
      name: "profile",
      value: "ID",
      zh: "公开格式，默认按账上的",
      en: "the form of disclosure, the accounts' by default",
    },
    {
      name: "shares",
      value: "HOW",
      choices: ["each", "forced"],
      zh: "占比各自四舍五入，或使合计为100%",
      en: "round each share by itself, or force lists to 100%",
    },
  ],
  examples: [
    {
      command: "juesuan draft 决算报表.xlsx --last 去年.pdf --form 编写表.xlsx -o 决算公开.docx",
      zh: "第一次生成文稿和编写表，填好后再运行一次",
      en: "makes a draft and the form; fill it in and run it again",
    },
    {
      command: "juesuan draft accounts.json --profile sichuan -o 决算公开.pdf",
      zh: "按四川格式打印（需要 Chromium）",
      en: "printed as Sichuan's form (needs Chromium)",
    },
  ],
  load: async () => (await import("./draft.ts")).draft,
};

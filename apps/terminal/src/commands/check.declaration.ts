import type { CommandDeclaration } from "../command/declaration.ts";

export const check: CommandDeclaration = {
  name: "check",
  usage: "FILE...",
  files: true,
  zh: "检查文件、文件夹、通配符、网址，- 为标准输入",
  en: "check files, folders, globs, addresses; - for standard input",
  options: [
    {
      name: "format",
      short: "f",
      value: "FORMAT",
      choices: ["pretty", "json", "ndjson", "sarif", "junit", "markdown", "csv", "html", "xlsx"],
      default: "pretty",
      zh: "输出格式；html、xlsx 是发回各部门的核对报告；除 pretty 外标准输出只有报告本身",
      en: "output; html and xlsx are the report sent back to departments; stdout holds nothing but the report",
    },
    { name: "output", short: "o", value: "FILE", zh: "写入文件而非标准输出", en: "write to a file instead of stdout" },
    {
      name: "fail-on",
      value: "LEVEL",
      choices: ["error", "warning", "info", "never"],
      default: "error",
      zh: "何种问题以 1 退出，默认 error",
      en: "which findings make it exit 1, error by default",
    },
    {
      name: "policy",
      value: "FILE",
      zh: "政策文件：各关系的取舍、已认可的问题（review 可生成）",
      en: "a policy: severities of relations, accepted findings (review writes one)",
    },
    {
      name: "baseline",
      value: "REPORT",
      zh: "与先前的 json 报告相比：先前已有的不再计入，列出已改正的",
      en: "compare with an earlier json report: what it knows does not count, what was cured is listed",
    },
    {
      name: "since",
      value: "WHEN",
      zh: "只检查此后改动的文件：日期、时长（3d、2h）或某个文件的时间",
      en: "only files changed since a date, a span (3d, 2h), or a file's own time",
    },
    {
      name: "jobs",
      short: "j",
      value: "N",
      zh: "同时检查几份，默认用满各核",
      en: "documents at a time, all cores by default",
    },
    {
      name: "timeout",
      value: "SECONDS",
      default: "120",
      zh: "每份文件的时限，默认 120 秒",
      en: "limit for one document, 120 by default",
    },
    {
      name: "resume",
      zh: "接着上次中断处继续（与 -f ndjson -o FILE 同用）：已写入且未改动的文件不再检查",
      en: "go on where an interrupted run stopped (with -f ndjson -o FILE): what is written and unchanged is not checked again",
    },
    {
      name: "ocr",
      zh: "用光学识别读扫描页（每页数秒，数字带可信度；不确定的数字不单独指为错误）",
      en: "read scanned pages by optical recognition (seconds a page; figures carry how sure it is, none is accused alone)",
    },
    { name: "rounding", zh: "同时列出舍入可解释的差异", en: "also list what rounding explains" },
  ],
  examples: [
    { command: "juesuan check 决算公开.pdf", zh: "检查一份", en: "check one" },
    {
      command: "juesuan check 2024年决算/ --format xlsx -o 核对报告.xlsx",
      zh: "检查一批，生成核对清单",
      en: "check a batch into a checklist",
    },
    { command: 'juesuan check "2024/**/*.pdf" --format json > report.json', zh: "给程序用", en: "for programs" },
    {
      command: "cat 决算公开.txt | juesuan check - --fail-on warning",
      zh: "从标准输入，提示也算失败",
      en: "from standard input, warnings fail too",
    },
    { command: "juesuan check 2024年决算/ --baseline report.json", zh: "看整改了什么", en: "see what was cured" },
  ],
  load: async () => (await import("./check.ts")).check,
};

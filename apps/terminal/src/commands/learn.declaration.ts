import type { CommandDeclaration } from "../command/declaration.ts";

// The commands that answer questions: what a rule means, what a document says.

/** For commands whose answer people and programs read. */
export const FORMAT = {
  name: "format",
  short: "f",
  value: "FORMAT",
  choices: ["pretty", "json"],
  default: "pretty",
  zh: "输出格式",
  en: "output",
} as const;

export const show: CommandDeclaration = {
  name: "show",
  usage: "FILE",
  files: true,
  zh: "以文字显示主要数字、支出结构和各表",
  en: "headline figures, structure and tables as text",
  options: [
    {
      name: "table",
      short: "t",
      value: "NAME",
      zh: "只显示名称含此文字的表",
      en: "only tables whose title contains this",
    },
  ],
  examples: [
    { command: "juesuan show 决算公开.pdf", zh: "先看个大概", en: "get the picture" },
    { command: "juesuan show 决算公开.pdf -t 三公", zh: "只看一张表", en: "one table" },
  ],
  load: async () => (await import("./show.ts")).show,
};

export const explain: CommandDeclaration = {
  name: "explain",
  usage: "[RELATION]",
  zh: "说明一条勾稽关系：依据、用意、例子；不带名称则列出全部",
  en: "explain a relation: basis, purpose, examples; without a name, list all",
  options: [FORMAT],
  examples: [
    { command: "juesuan explain", zh: "列出全部", en: "list all" },
    { command: "juesuan explain table", zh: "列出名称含 table 的", en: "list those with table in the name" },
  ],
  load: async () => (await import("./explain.ts")).explain,
};

export const codes: CommandDeclaration = {
  name: "codes",
  usage: "[CODE|WORDS]",
  zh: "查政府收支分类科目：编码、名称或拼音首字母",
  en: "look up the classification by code, name or initials of the pinyin",
  options: [
    { name: "year", short: "y", value: "YEAR", zh: "该年度的科目", en: "as of a year" },
    {
      name: "scheme",
      value: "SCHEME",
      choices: ["functional", "economic", "revenue"],
      zh: "功能、经济、收入分类",
      en: "which of the classifications",
    },
    { name: "tree", value: "CODE", zh: "列出某科目及其下各级", en: "a code and all below it" },
    { ...FORMAT, choices: ["pretty", "json", "csv"] },
  ],
  examples: [
    { command: "juesuan codes 2080505 --year 2023", zh: "一个编码", en: "one code" },
    { command: "juesuan codes 养老", zh: "按名称", en: "by name" },
    { command: "juesuan codes --tree 20805", zh: "整支", en: "a branch" },
    { command: "juesuan codes --year 2024 -f csv > 科目.csv", zh: "某年全部科目", en: "every code of a year" },
  ],
  load: async () => (await import("./codes.ts")).codes,
};

export const exporting: CommandDeclaration = {
  name: "export",
  usage: "FILE",
  files: true,
  zh: "把各表导出为 xlsx、csv、html、md，把整份决算公开写成 docx、pdf，或把所读结果导出为 json",
  en: "export the tables as xlsx, csv, html or md, the whole disclosure as docx or pdf, or all that was read as json",
  options: [
    {
      name: "to",
      value: "FORMAT",
      choices: ["xlsx", "csv", "html", "md", "docx", "pdf", "json"],
      zh: "格式，默认看 --output 的扩展名",
      en: "the format, by the extension of --output by default",
    },
    { name: "output", short: "o", value: "FILE", zh: "写入文件而非标准输出", en: "write to a file instead of stdout" },
  ],
  examples: [
    { command: "juesuan export 决算公开.pdf -o 各表.xlsx", zh: "各表一张工作表", en: "a sheet for each table" },
  ],
  load: async () => (await import("./export.ts")).exporting,
};

export const importing: CommandDeclaration = {
  name: "import",
  usage: "FILE...",
  files: true,
  zh: "检查并收入库中；重复收入不变，重新公布的为新版本",
  en: "check and put into the store; twice changes nothing, published anew is a new revision",
  options: [
    {
      name: "store",
      value: "FILE",
      zh: "库文件，默认 .juesuan/store.sqlite",
      en: "the store, .juesuan/store.sqlite by default",
    },
    { name: "region", value: "NAME", zh: "地区，如 四川省攀枝花市仁和区", en: "the region, as 四川省攀枝花市仁和区" },
    { name: "jobs", short: "j", value: "N", zh: "同时处理几份", en: "documents at a time" },
  ],
  examples: [
    {
      command: "juesuan import 2024年决算/ && juesuan serve",
      zh: "收入后用浏览器看",
      en: "then look at it in the browser",
    },
  ],
  load: async () => (await import("./import.ts")).importing,
};

export const watch: CommandDeclaration = {
  name: "watch",
  usage: "FILE|FOLDER",
  files: true,
  zh: "边写边查：文件每次保存后重新检查，Ctrl-C 停止",
  en: "check again at every save, until Ctrl-C",
  options: [
    { name: "policy", value: "FILE", zh: "政策文件", en: "a policy" },
    { name: "rounding", zh: "同时列出舍入可解释的差异", en: "also list what rounding explains" },
  ],
  examples: [{ command: "juesuan watch 草稿.docx", zh: "给正在撰写的人", en: "for the clerk who is writing" }],
  load: async () => (await import("./watch.ts")).watch,
};

export const diff: CommandDeclaration = {
  name: "diff",
  usage: "BEFORE AFTER",
  files: true,
  zh: "同一份决算前后两稿的差异：改了哪些数字，改正和新增了哪些问题",
  en: "two revisions of one disclosure: figures that changed, findings cured and new",
  options: [FORMAT],
  examples: [{ command: "juesuan diff 初稿.docx 公开稿.pdf", zh: "核对整改", en: "review what was corrected" }],
  load: async () => (await import("./diff.ts")).diff,
};

export const compare: CommandDeclaration = {
  name: "compare",
  usage: "FILE FILE...",
  files: true,
  zh: "并列几个年度或几个部门的主要数字",
  en: "headline figures of several years or departments side by side",
  options: [FORMAT],
  examples: [{ command: "juesuan compare 2022.pdf 2023.pdf 2024.pdf", zh: "三年", en: "three years" }],
  load: async () => (await import("./compare.ts")).compare,
};

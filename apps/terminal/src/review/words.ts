import type { Language } from "../streams.ts";
import type { PromptKind } from "./state.ts";

interface Words {
  readonly title: string;
  readonly decided: string;
  readonly undecidedOnly: string;
  readonly nothingPasses: string;
  readonly nothingFound: string;
  readonly slip: string;
  readonly measures: string;
  readonly accepted: string;
  readonly "false-alarm": string;
  readonly prompts: Readonly<Record<PromptKind, string>>;
  readonly keys: string;
  readonly written: (file: string, count: number) => string;
  readonly notWritten: (why: string) => string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    title: "决算核对",
    decided: "已定",
    undecidedOnly: "未定",
    nothingPasses: "没有符合筛选的问题。Esc 清除搜索，s、d 改变筛选。",
    nothingFound: "没有需要核对的问题。按 q 退出。",
    slip: "像是：",
    measures: "含义：",
    accepted: "✓ 已认可：",
    "false-alarm": "✗ 误报：",
    prompts: { accepted: "认可的理由：", "false-alarm": "误报的理由：", search: "搜索：", export: "写入文件：" },
    keys: "n/p 上下条 a 认可 f 误报 u 撤销 / 搜索 s 程度 d 未定 e 导出 ? 帮助 q 退出",
    written: (file, count) => `${count} 条决定已写入 ${file}`,
    notWritten: (why) => `未能写入：${why}`,
  },
  en: {
    title: "juesuan review",
    decided: "decided",
    undecidedOnly: "undecided",
    nothingPasses: "Nothing passes the filters. Esc clears the search, s and d change the filters.",
    nothingFound: "There is nothing to review. Press q to leave.",
    slip: "looks like: ",
    measures: "measures: ",
    accepted: "✓ accepted: ",
    "false-alarm": "✗ false alarm: ",
    prompts: {
      accepted: "Accept because:",
      "false-alarm": "False alarm because:",
      search: "Search:",
      export: "Write to:",
    },
    keys: "n/p next, back  a accept  f false alarm  u undo  / search  ? help  q quit",
    written: (file, count) => `${count} decision(s) written to ${file}`,
    notWritten: (why) => `Not written: ${why}`,
  },
};

export const HELP: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    "n j        下一条        p k        上一条",
    "N ]        下一份        P [        上一份",
    "g          第一条        G          最后一条",
    "",
    "a          认可：问题属实，说明理由后不再计入",
    "f          误报：检查有误，说明理由后不再计入",
    "u          撤销决定",
    "",
    "o Tab      问题的另一处出处",
    "↑ ↓ PgUp PgDn  翻看原文",
    "",
    "/          搜索（问题、部门、文件、编号），Esc 清除",
    "s          程度：全部、错误、提示、参考",
    "d          只看未定的",
    "",
    "e          写入另一个政策文件（check --policy 使用）",
    "           每次决定后都会自动写入",
    "q Ctrl-C   退出        任意键返回",
  ],
  en: [
    "n j        next finding       p k        previous finding",
    "N ]        next document      P [        previous document",
    "g          first              G          last",
    "",
    "a          accept: it is right and may stand; asks for the reason",
    "f          false alarm: the check is wrong; asks for the reason",
    "u          undo the decision",
    "",
    "o Tab      another place of the finding",
    "↑ ↓ PgUp PgDn  scroll the source",
    "",
    "/          search findings, departments, files; Esc clears",
    "s          severity: all, errors, warnings, infos",
    "d          only the undecided",
    "",
    "e          write to another policy file (for check --policy)",
    "           every decision is written at once as it is",
    "q Ctrl-C   leave              any key goes back",
  ],
};

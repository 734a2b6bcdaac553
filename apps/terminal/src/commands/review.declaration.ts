import type { CommandDeclaration } from "../command/declaration.ts";

export const review: CommandDeclaration = {
  name: "review",
  usage: "FILE...",
  files: true,
  zh: "逐条核对：全屏，用按键认可或标为误报，决定写入政策文件",
  en: "go through findings on the full screen, accept or reject each with a key; decisions go to a policy",
  options: [
    {
      name: "policy",
      value: "FILE",
      default: "juesuan-policy.json",
      zh: "决定写入的政策文件，默认 juesuan-policy.json",
      en: "where decisions are written, juesuan-policy.json by default",
    },
    { name: "by", value: "NAME", zh: "核对人，随决定记下", en: "who decides, noted with each decision" },
    { name: "jobs", short: "j", value: "N", zh: "同时检查几份", en: "documents at a time" },
  ],
  examples: [
    { command: "juesuan review 2024年决算/ --by 李", zh: "核对一批，? 看按键", en: "review a batch; ? lists the keys" },
    {
      command: "juesuan check 2024年决算/ --policy juesuan-policy.json",
      zh: "再检查时照已作的决定",
      en: "check again, minding the decisions",
    },
  ],
  load: async () => (await import("./review.ts")).review,
};

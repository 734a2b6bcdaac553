import type { CommandDeclaration } from "../command/declaration.ts";

// The commands that look after the tool itself.

export const serve: CommandDeclaration = {
  name: "serve",
  usage: "",
  zh: "启动接口和网页，Ctrl-C 停止",
  en: "serve the API and the viewer until Ctrl-C",
  options: [
    { name: "port", short: "p", value: "N", zh: "端口，默认 PORT 或 8787", en: "the port, PORT or 8787 by default" },
    {
      name: "store",
      value: "FILE",
      zh: "库文件，默认 .juesuan/store.sqlite；或 postgres:// 地址",
      en: "the store, .juesuan/store.sqlite by default; or a postgres:// address",
    },
    { name: "fixtures", value: "FOLDER", zh: "启动时装入的样本文件夹", en: "a folder of samples to load first" },
  ],
  examples: [{ command: "juesuan serve --port 9000", zh: "换一个端口", en: "on another port" }],
  load: async () => (await import("./serve.ts")).serve,
};

export const doctor: CommandDeclaration = {
  name: "doctor",
  usage: "",
  zh: "检查这台机器：版本、可读的格式、库的状态",
  en: "what this machine has: versions, formats it can read, state of the store",
  options: [
    {
      name: "store",
      value: "FILE",
      zh: "库文件，默认 .juesuan/store.sqlite",
      en: "the store, .juesuan/store.sqlite by default",
    },
  ],
  examples: [
    { command: "juesuan doctor", zh: "出了问题先看这里", en: "the first thing to run when something is wrong" },
  ],
  load: async () => (await import("./doctor.ts")).doctor,
};

export const completion: CommandDeclaration = {
  name: "completion",
  usage: "bash|zsh|fish",
  zh: "输出命令行补全脚本",
  en: "print a completion script for the shell",
  options: [],
  examples: [
    { command: "juesuan completion bash >> ~/.bashrc", zh: "bash", en: "bash" },
    { command: "juesuan completion fish > ~/.config/fish/completions/juesuan.fish", zh: "fish", en: "fish" },
  ],
  load: async () => (await import("./completion.ts")).completion,
};

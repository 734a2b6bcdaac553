import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";

const DOCS = dirname(dirname(fileURLToPath(import.meta.url)));

/** A page's own first heading is its name in the menu, so that no list has to be kept. */
function titleOf(path: string): string {
  return /^# (.+)$/m.exec(readFileSync(join(DOCS, `${path}.md`), "utf8"))?.[1] ?? path;
}

const items = (...paths: readonly string[]) => paths.map((path) => ({ text: titleOf(path), link: `/${path}` }));

const folder = (name: string) =>
  items(
    ...readdirSync(join(DOCS, name))
      .filter((file) => file.endsWith(".md") && file !== "README.md")
      .map((file) => `${name}/${file.slice(0, -".md".length)}`)
      .toSorted(),
  );

/** Pages of one file each beside this folder that no other group names. */
const TOPICS = readdirSync(DOCS)
  .filter((file) => file.endsWith(".md") && !["index.md", "tutorial.md", "architecture.md", "README.md"].includes(file))
  .map((file) => file.slice(0, -".md".length))
  .toSorted();

/** The four readers. */
const GUIDES = ["clerk", "reviewer", "citizen", "developer"] as const;

export default defineConfig({
  lang: "zh-CN",
  title: "juesuan 决算",
  description: "把部门决算公开读成有类型、可核对的数据，并找出其中的错处。",
  // Opened from a folder or any plain server, addresses must name files.
  cleanUrls: false,
  outDir: "./dist",
  cacheDir: "./.vitepress/cache",
  // Sources and files of the repository are linked to as they lie there; they are not pages.
  ignoreDeadLinks: [/^https?:\/\/localhost/, /\.(?:json|csv|svg|tsx?|mjs)$/, /\/\.\.\//, /^\.\.\//],
  srcExclude: ["**/node_modules/**"],
  rewrites: { "relations/README.md": "relations/index.md" },
  themeConfig: {
    outline: [2, 3],
    outlineTitle: "本页",
    docFooter: { prev: "上一页", next: "下一页" },
    darkModeSwitchLabel: "深色",
    sidebarMenuLabel: "目录",
    returnToTopLabel: "回到顶部",
    nav: [
      { text: "入门 Tutorial", link: "/tutorial" },
      { text: "勾稽关系 Relations", link: "/relations/" },
      { text: "接口 API", link: "/api" },
    ],
    sidebar: [
      { text: "开始", items: items("tutorial", ...GUIDES.map((name) => `guide/${name}`)) },
      {
        text: "In English",
        collapsed: true,
        items: items("en/tutorial", ...GUIDES.map((name) => `en/guide/${name}`)),
      },
      { text: "专题 Topics", items: items(...TOPICS) },
      { text: "构造 How it is built", items: [...items("architecture"), ...folder("decisions")] },
      {
        text: "勾稽关系 Relations",
        collapsed: true,
        items: [{ text: "目录 Index", link: "/relations/" }, ...folder("relations")],
      },
    ],
    search: {
      provider: "local",
      options: {
        miniSearch: {
          options: {
            // Chinese has no spaces: every character and every pair of neighbours is a term, beside words of letters.
            tokenize: (text: string) =>
              (text.toLowerCase().match(/[\p{Script=Han}]+|[\p{L}\p{N}.-]+/gu) ?? []).flatMap((run) =>
                /\p{Script=Han}/u.test(run)
                  ? [...run].flatMap((character, index, all) =>
                      index + 1 < all.length ? [character, character + all[index + 1]!] : [character],
                    )
                  : [run],
              ),
          },
          searchOptions: { combineWith: "AND", fuzzy: 0, prefix: true },
        },
        translations: {
          button: { buttonText: "搜索", buttonAriaLabel: "搜索" },
          modal: {
            noResultsText: "没有找到",
            resetButtonTitle: "清除",
            footer: { selectText: "打开", navigateText: "上下移动", closeText: "关闭" },
          },
        },
      },
    },
  },
});

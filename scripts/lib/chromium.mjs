import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run } from "./workspace.mjs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
];

/** The Chromium that the browser tests drive: `CHROMIUM_PATH`, or the usual places. */
export function findChromium() {
  return [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path));
}

const hasChineseFont = () => spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout?.trim() !== "";

/**
 * Makes sure that there is a browser and a Chinese font (without one, Chinese is boxes), installing Debian's where they
 * lack. Returns the browser's path; undefined, with the reason said, when it cannot.
 */
export async function provideChromium() {
  const found = findChromium();
  if (found && hasChineseFont()) return found;

  console.log(
    found
      ? "缺少中文字体，安装 fonts-noto-cjk（apt-get）…  Installing a Chinese font …"
      : "未找到 Chromium，安装 Debian 的 chromium 与 fonts-noto-cjk（apt-get）…  No Chromium found: installing Debian's …",
  );
  const asRoot = process.getuid?.() === 0;
  const sudo = asRoot ? [] : ["sudo", "-n"];
  const install = async (...args) => {
    const [command, ...rest] = [...sudo, "apt-get", ...args];
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return run(command, rest, { env: environment, stdio: ["ignore", "ignore", "inherit"] }).catch(() => 127);
  };
  const packages = [...(found ? [] : ["chromium"]), "fonts-noto-cjk", "fontconfig"];
  let code = await install("install", "-y", "--no-install-recommends", ...packages);
  if (code !== 0) {
    await install("update");
    code = await install("install", "-y", "--no-install-recommends", ...packages);
  }
  const installed = findChromium();
  if (code !== 0 || !installed) {
    console.error(
      `无法安装浏览器（apt-get 返回 ${code}）。请自行安装 Chromium 和中文字体，或用 CHROMIUM_PATH 指明其路径，再运行测试。\n` +
        `Could not install a browser (apt-get returned ${code}). Install Chromium and a Chinese font, or name it in CHROMIUM_PATH, and run the tests again.`,
    );
    return installed && code === 0 ? installed : undefined;
  }
  console.log(`已安装：${installed}`);
  return installed;
}

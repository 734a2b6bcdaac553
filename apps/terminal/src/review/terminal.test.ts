import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The review in a real terminal: tmux gives one of 80 by 24, takes the keys and gives back what is on the screen.

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const MAIN = join(ROOT, "apps/terminal/bundle/main.js");
const SOCKET = `juesuan-${process.pid}`;
const hasTmux = spawnSync("tmux", ["-V"]).status === 0;

const DOCUMENT = `某县财政局2023年度部门决算

第二部分 2023年度部门决算情况说明

一、收入支出决算总体情况说明
2023年度收、支总计3037.90万元。

二、收入决算情况说明
2023年本年收入合计2826.88万元，其中：一般公共预算财政拨款收入2819.38万元，占99.7%；其他收入7.50万元，占10.3%。
`;

describe.skipIf(!hasTmux)(hasTmux ? "review in tmux" : "review in tmux (tmux is not installed: skipped)", () => {
  const folder = mkdtempSync(join(tmpdir(), "juesuan-tmux-"));
  const tmux = (...args: string[]) =>
    spawnSync("tmux", ["-L", SOCKET, ...args], { encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8" } });
  const screen = () => tmux("capture-pane", "-p", "-t", "review").stdout;

  async function until(words: string): Promise<string> {
    for (let tries = 0; tries < 150; tries++) {
      const shown = screen();
      if (shown.includes(words)) return shown;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`never showed ${words}:\n${screen()}`);
  }

  beforeAll(() => {
    // The screens are TSX, which Node does not run from source.
    const built = spawnSync(process.execPath, [join(ROOT, "scripts/bundle.mjs")], { encoding: "utf8" });
    if (built.status !== 0) throw new Error(`the tool cannot be built:\n${built.stdout}${built.stderr}`);
    writeFileSync(join(folder, "1.txt"), DOCUMENT);
    writeFileSync(join(folder, "2.txt"), DOCUMENT.replace("某县财政局", "某县审计局"));
    writeFileSync(join(folder, "坏.pdf"), "%PDF-1.7 cut short");
    const command = `"${process.execPath}" "${MAIN}" review . --by 李; echo "left with $?"; sleep 60`;
    tmux("new-session", "-d", "-s", "review", "-x", "80", "-y", "24", "-c", folder, command);
  }, 120_000);
  afterAll(() => {
    tmux("kill-server");
    rmSync(folder, { recursive: true });
  });

  it("shows, moves, decides, writes and leaves by keys alone", { timeout: 60_000 }, async () => {
    const first = await until("决算核对");
    expect(first).toContain("某县财政局");
    expect(first).toMatch(/1\/\d+/);
    // Every line has the divider at the same column: Chinese counts two.
    const dividers = first.split("\n").flatMap((line) => (line.includes(" │ ") ? [columnOf(line, "│")] : []));
    expect(new Set(dividers).size).toBe(1);
    expect(dividers.length).toBeGreaterThan(15);

    tmux("send-keys", "-t", "review", "n");
    await until("2/");
    tmux("send-keys", "-t", "review", "p");
    await until("1/");
    tmux("send-keys", "-t", "review", "f");
    await until("误报的理由");
    tmux("send-keys", "-t", "review", "-l", "已与财政核对");
    await until("已与财政核对");
    tmux("send-keys", "-t", "review", "Enter");
    await until("1 条决定已写入 juesuan-policy.json");
    const policy = JSON.parse(readFileSync(join(folder, "juesuan-policy.json"), "utf8")) as object;
    expect(policy).toMatchObject({
      acknowledged: [
        { kind: "false-alarm", reason: "已与财政核对", by: "李", department: "某县财政局", fiscalYear: 2023 },
      ],
    });

    // A narrow terminal gives up the list of documents; a wide one uses what it gets.
    tmux("resize-window", "-t", "review", "-x", "50", "-y", "18");
    await expect.poll(() => screen().includes(" │ "), { timeout: 5000 }).toBe(false);
    tmux("resize-window", "-t", "review", "-x", "120", "-y", "40");
    await until(" │ ");

    tmux("send-keys", "-t", "review", "?");
    await until("上一份");
    tmux("send-keys", "-t", "review", "x");
    tmux("send-keys", "-t", "review", "q");
    expect(await until("left with 0")).not.toContain("决算核对");
  });
});

/** The column that a character stands in, wide characters counted twice. */
function columnOf(line: string, character: string): number {
  const before = line.slice(0, line.indexOf(character));
  return before.length + (before.match(/[\u2e80-\ua4cf\uf900-\ufaff\uff01-\uff60]/gu)?.length ?? 0);
}

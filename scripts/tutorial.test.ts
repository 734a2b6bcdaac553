import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

// The tutorial as a newcomer follows it: every command as it is written, one after the other, in one shell. What the
// pages say is printed must be printed by the commands before it.

const ROOT = join(import.meta.dirname, "..");
const MARK = "@@@ block";

interface Step {
  readonly commands: string;
  /** Lines that must be printed, in this order. */
  readonly printed: readonly string[];
}

function stepsOf(page: string): Step[] {
  const steps: { commands: string; printed: string[] }[] = [];
  for (const [, kind, body] of page.matchAll(/^```(\S+)\n(.*?)^```$/gms)) {
    if (kind === "sh") steps.push({ commands: body!, printed: [] });
    else if (kind === "text") steps.at(-1)!.printed.push(...body!.trim().split("\n"));
  }
  return steps;
}

/** Text wrapped for a screen, on one line. */
const joined = (text: string): string => text.replaceAll(/\s*\n\s*/g, "").replaceAll(/ +/g, " ");

afterAll(() => rmSync(join(ROOT, ".juesuan", "tutorial"), { recursive: true, force: true }));

describe.each(["docs/tutorial.md", "docs/en/tutorial.md"])("%s", (name) => {
  const steps = stepsOf(readFileSync(join(ROOT, name), "utf8"));

  it("has commands and says what they print", () => {
    expect(steps.length).toBeGreaterThan(4);
    expect(steps.filter(({ printed }) => printed.length > 0).length).toBeGreaterThan(4);
  });

  it("prints what it says", { timeout: 240_000 }, () => {
    const script = steps.map(({ commands }, index) => `echo "${MARK} ${index}"\n${commands}`).join("\n");
    const { stdout, stderr } = spawnSync("bash", ["-c", script], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1", CI: "1", INIT_CWD: "" },
    });
    const outputs = stdout.split(new RegExp(`^${MARK} \\d+\n`, "m")).slice(1);
    expect(outputs, stderr).toHaveLength(steps.length);
    for (const [index, { commands, printed }] of steps.entries()) {
      let rest = joined(outputs[index]!);
      for (const line of printed) {
        const at = rest.indexOf(joined(line));
        expect(
          at,
          `“${line}” is not printed (any more) by\n${commands}\nwhich printed\n${outputs[index]}\n${stderr}`,
        ).toBeGreaterThan(-1);
        rest = rest.slice(at + joined(line).length);
      }
    }
  });
});

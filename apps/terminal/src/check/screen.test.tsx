import { render } from "ink-testing-library";
import { describe, expect, it } from "vitest";
import { brief, unread } from "../testing/brief.ts";
import { CheckProgress } from "./progress.ts";
import { paceOf } from "./counter.ts";
import { CheckScreen } from "./screen.tsx";

describe("the check on a screen", () => {
  it("shows each document as it is done, then the summary", async () => {
    const progress = new CheckProgress();
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    async function* answers() {
      yield { brief: brief() };
      await gate;
      yield { brief: unread };
    }
    const { lastFrame } = render(
      <CheckScreen
        progress={progress}
        total={2}
        lang="zh"
        columns={80}
        color={false}
        rounding={false}
        nameOf={(index) => ["renhe.txt", "坏.pdf"][index] ?? ""}
      />,
    );
    const done = progress.follow(answers(), () => 0);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(lastFrame()).toContain("应为99.8%");
    expect(lastFrame()).toContain("1/2 坏.pdf");
    release();
    expect(await done).toMatchObject({ documents: 2, errors: 1, unreadable: 1 });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(lastFrame()).toContain("共 2 份：错误 1 处，提示 0 处，未能检查 1 份。");
  });

  it("says the rate and the time left on long work", () => {
    expect(paceOf(100, 500, 20_000, "zh")).toBe("5.0 份/秒 剩 1:20 ");
    expect(paceOf(1, 2, 1000, "zh")).toBe("");
  });
});

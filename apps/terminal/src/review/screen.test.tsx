import { render } from "ink-testing-library";
import { expect, it, vi } from "vitest";
import { reviewState } from "../testing/review.ts";
import { ReviewScreen } from "./screen.tsx";
import type { Decisions } from "./decisions.ts";

const pause = () => new Promise((resolve) => setTimeout(resolve, 60));

it("takes keys, saves every decision at once, and says where", async () => {
  const saved: Decisions[] = [];
  const save = vi.fn(async (_: string, decisions: Decisions) => {
    saved.push(decisions);
    return decisions.size;
  });
  const { stdin, lastFrame, unmount } = render(
    <ReviewScreen initial={reviewState()} lang="zh" color={false} save={save} />,
  );
  await pause();
  expect(lastFrame()).toContain("决算核对  1/3");
  stdin.write("nn");
  await pause();
  expect(lastFrame()).toContain("3/3");
  stdin.write("p");
  stdin.write("a");
  stdin.write("经核实无误");
  await pause();
  expect(lastFrame()).toContain("认可的理由： 经核实无误");
  stdin.write("\r");
  await pause();
  expect(save).toHaveBeenCalledOnce();
  expect([...saved[0]!.values()]).toEqual([{ kind: "accepted", reason: "经核实无误", by: "李" }]);
  expect(lastFrame()).toContain("1 条决定已写入 policy.json");
  unmount();
});

it("says when a decision cannot be written", async () => {
  const save = async () => {
    throw new Error("EACCES");
  };
  const { stdin, lastFrame, unmount } = render(<ReviewScreen initial={reviewState()} lang="zh" color save={save} />);
  await pause();
  for (const keys of ["f", "误读", "\r"]) stdin.write(keys);
  await pause();
  expect(lastFrame()).toContain("未能写入：EACCES");
  unmount();
});

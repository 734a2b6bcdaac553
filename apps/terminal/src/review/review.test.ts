import { PolicySchema } from "@juesuan/core";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { reviewState } from "../testing/review.ts";
import { widthOf } from "../text/width.ts";
import { decisionsOf, readPolicy, subjectOf, withDecisions, writePolicy } from "./decisions.ts";
import { frameOf } from "./frame.ts";
import { actionOf } from "./keys.ts";
import { textOf } from "./segments.ts";
import { currentItem, decisionOf, next, visibleItems, type ReviewState } from "./state.ts";

/** What the keys do, as typed: ⏎ is Enter, ⎋ is Escape, ⌫ erases. */
function typed(keys: string, from: ReviewState = reviewState()): ReviewState {
  let state = from;
  for (const key of keys) {
    const action = actionOf(
      "⏎⎋⌫".includes(key) ? "" : key,
      { return: key === "⏎", escape: key === "⎋", backspace: key === "⌫" },
      state,
    );
    if (action && action !== "quit") state = next(state, action);
  }
  return state;
}

const messageAt = (state: ReviewState) => currentItem(state)?.finding.message.slice(0, 3);
const screen = (state: ReviewState, columns = 80, rows = 24) => frameOf(state, { columns, rows }, "zh").map(textOf);

describe("keys", () => {
  it("go to the next and the previous finding, over documents, and stop at the ends", () => {
    expect(["", "n", "nn", "nnnn", "nnp", "ppp", "G", "Gg"].map((keys) => messageAt(typed(keys)))).toEqual([
      "五(一",
      "表6第",
      "二称收",
      "二称收",
      "表6第",
      "五(一",
      "二称收",
      "五(一",
    ]);
  });

  it("go from document to document", () => {
    expect(messageAt(typed("]"))).toBe("二称收");
    expect(messageAt(typed("]["))).toBe("五(一");
    expect(messageAt(typed("n["))).toBe("五(一");
  });

  it("accept with a reason, and go on", () => {
    const state = typed("a经核实无误⌫⏎");
    expect([...state.decisions.values()]).toEqual([{ kind: "accepted", reason: "经核实无", by: "李" }]);
    expect(messageAt(state)).toBe("表6第");
  });

  it("take no decision without a reason, and none that is cancelled", () => {
    expect(typed("a  ⏎").prompt).toBeDefined();
    expect(typed("a  ⏎").decisions.size).toBe(0);
    expect(typed("f理由⎋").decisions.size).toBe(0);
  });

  it("undo a decision", () => {
    expect(typed("f说明不涉及⏎pu").decisions.size).toBe(0);
  });

  it("filter by severity and by what is undecided, keeping the finding in view", () => {
    expect(visibleItems(typed("s"))).toHaveLength(2);
    expect(messageAt(typed("nss"))).toBe("表6第");
    const undecided = typed("da属实⏎");
    expect(visibleItems(undecided)).toHaveLength(2);
    expect(messageAt(undecided)).toBe("表6第");
  });

  it("search in findings and departments", () => {
    expect(messageAt(typed("/普陀⏎"))).toBe("二称收");
    expect(visibleItems(typed("/1902⏎"))).toHaveLength(1);
    expect(visibleItems(typed("/1902⏎⎋"))).toHaveLength(3);
  });

  it("are letters while a reason is typed", () => {
    expect(typed("an p q").prompt?.text).toBe("n p q");
  });
});

describe("the screen", () => {
  it.each([
    [80, 24],
    [120, 40],
    [50, 20],
    [40, 12],
    [200, 60],
  ])("fills %i by %i exactly, Chinese and all", (columns, rows) => {
    for (const keys of ["", "n", "nn", "?", "a理由很长很长很长很长很长很长很长很长很长很长很长很长很长", "/没有⏎"]) {
      const lines = screen(typed(keys), columns, rows);
      expect(lines).toHaveLength(Math.max(rows, 6));
      for (const line of lines) expect(widthOf(line)).toBe(columns);
    }
  });

  it("shows documents, the calculation, the suggestion and the sentence", () => {
    const text = screen(reviewState()).join("\n");
    for (const words of [
      "决算核对  1/3",
      "攀枝花市仁和区",
      "坏.pdf",
      "应为99.8%",
      "→ 将98.9%改为99.8%。",
      "占本年支出合计的",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("marks the figure to blame, and the ones it is compared with", () => {
    const segments = frameOf(reviewState(), { columns: 80, rows: 24 }, "zh").flat();
    expect(segments.filter(({ style }) => style === "culprit").map(({ text }) => text)).toEqual(["98.9"]);
    expect(segments.filter(({ style }) => style === "evidence").map(({ text }) => text)).toEqual(["3030.4"]);
  });

  it("shows a cell in its row, under its heading", () => {
    const state = typed("n");
    const lines = screen(state);
    const header = lines.findIndex((line) => line.includes("科目编码") && line.includes("合计"));
    expect(header).toBeGreaterThan(0);
    expect(lines[header + 1]).toMatch(/208 .*社会保障和就业支出 .*2832\.41 .*930\.18/);
    expect(frameOf(state, { columns: 80, rows: 24 }, "zh").flat()).toContainEqual({
      text: "2832.41",
      style: "evidence",
    });
  });

  it("lets no document steer the terminal", () => {
    const state = reviewState();
    const read = state.documents[0]!.document!;
    const hostile = { ...read, text: read.text.replace("（一）", "\u001b[2J") };
    const documents = [{ ...state.documents[0]!, document: hostile }, ...state.documents.slice(1)];
    expect(screen({ ...state, documents }).join("")).not.toContain("\u001b");
  });
});

describe("the policy", () => {
  const folder = mkdtempSync(join(tmpdir(), "juesuan-review-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "policy.json");
  const subjects = reviewState().documents.flatMap(({ brief }) => brief.findings.map((one) => subjectOf(brief, one)));

  it("takes the decisions, keeps the rest, and gives them back", async () => {
    const kept = { fingerprint: "another document", reason: "旧", until: "2030-01-01" };
    writeFileSync(file, JSON.stringify({ relations: { "table.*": { severity: "warning" } }, acknowledged: [kept] }));
    const state = typed("a属实⏎f误读⏎");
    await writePolicy(file, withDecisions(await readPolicy(file), state.decisions, subjects));
    const policy = PolicySchema.parse(await readPolicy(file));
    expect(policy.relations).toEqual({ "table.*": { severity: "warning" } });
    expect(policy.acknowledged).toEqual([
      kept,
      {
        fingerprint: "5f1e",
        department: "攀枝花市仁和区人力资源和社会保障局",
        fiscalYear: 2023,
        kind: "accepted",
        reason: "属实",
        by: "李",
      },
      expect.objectContaining({ fingerprint: "row", kind: "false-alarm", reason: "误读" }),
    ]);
    const again = { ...reviewState(), decisions: decisionsOf(policy, subjects) };
    expect(visibleItems(again).map((item) => decisionOf(again, item)?.kind)).toEqual([
      "accepted",
      "false-alarm",
      undefined,
    ]);
    // Undone, the entry goes; the other document's stays.
    const undone = typed("u", again);
    await writePolicy(file, withDecisions(policy, undone.decisions, subjects));
    expect((await readPolicy(file))?.acknowledged?.map(({ fingerprint }) => fingerprint)).toEqual([
      "another document",
      "row",
    ]);
  });

  it("is refused with a reason when it is none", async () => {
    writeFileSync(file, '{"acknowledged":[{"fingerprint":"x"}]}');
    await expect(readPolicy(file)).rejects.toThrow(/acknowledged\.0\.reason/);
    expect(await readPolicy(join(folder, "none.json"))).toBeUndefined();
  });
});

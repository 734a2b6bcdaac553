import type { Key } from "ink";
import type { Action, ReviewState } from "./state.ts";

type Keystroke = Partial<
  Pick<
    Key,
    | "upArrow"
    | "downArrow"
    | "pageUp"
    | "pageDown"
    | "return"
    | "escape"
    | "backspace"
    | "delete"
    | "ctrl"
    | "meta"
    | "tab"
  >
>;

/** What a key does, or `quit`; undefined for one that does nothing. While a prompt is open, letters are letters. */
export function actionOf(
  input: string,
  key: Keystroke,
  state: Pick<ReviewState, "prompt" | "help">,
): Action | "quit" | undefined {
  if (key.ctrl && input === "c") return "quit";
  if (key.escape) return { type: "cancel" };
  if (state.prompt) {
    if (key.return) return { type: "submit" };
    if (key.backspace || key.delete) return { type: "erase" };
    // Control characters of a paste are no part of a reason.
    const text = input.replace(/\p{Cc}/gu, "");
    return key.ctrl || key.meta || text === "" ? undefined : { type: "type", text };
  }
  if (state.help) return { type: "help" };
  if (key.downArrow) return { type: "scroll", by: 1 };
  if (key.upArrow) return { type: "scroll", by: -1 };
  if (key.pageDown) return { type: "scroll", by: 8 };
  if (key.pageUp) return { type: "scroll", by: -8 };
  if (key.tab) return { type: "place", by: 1 };
  return LETTERS[input];
}

const LETTERS: Readonly<Record<string, Action | "quit">> = {
  n: { type: "move", by: 1 },
  j: { type: "move", by: 1 },
  p: { type: "move", by: -1 },
  k: { type: "move", by: -1 },
  N: { type: "move-document", by: 1 },
  "]": { type: "move-document", by: 1 },
  P: { type: "move-document", by: -1 },
  "[": { type: "move-document", by: -1 },
  g: { type: "first" },
  G: { type: "last" },
  o: { type: "place", by: 1 },
  a: { type: "prompt", kind: "accepted" },
  f: { type: "prompt", kind: "false-alarm" },
  u: { type: "undo" },
  s: { type: "severity" },
  d: { type: "undecided" },
  "/": { type: "prompt", kind: "search" },
  e: { type: "prompt", kind: "export" },
  "?": { type: "help" },
  h: { type: "help" },
  q: "quit",
};

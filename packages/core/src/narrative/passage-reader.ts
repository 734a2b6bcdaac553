import type { Reading } from "./state.ts";
import type { Cue } from "./cues.ts";
import { onNumber } from "./binding/index.ts";
import { comparedYear, finishComparison, sameSubject, startComparison, takeReason } from "./comparisons.ts";
import { onMark } from "./marks.ts";
import { startsClause } from "./places.ts";
import { onPath, onSubject, resetSubject } from "./subjects.ts";
import { speaksOfLastYear } from "./years.ts";

export function readPassage(r: Reading): void {
  resetSubject(r);
  for (let index = 0; index < r.tokens.length; index++) {
    const token = r.tokens[index]!;
    switch (token.type) {
      case "mark":
        onMark(r, token);
        break;
      case "path":
        onPath(r, token.names, token.from);
        break;
      case "subject":
        onSubject(r, token.phrase, token.start, token.end);
        break;
      case "cue":
        onCue(r, token.phrase.cue(r.view.text.slice(token.start, token.end)), token);
        break;
      case "number":
        onNumber(r, token.number);
        break;
    }
  }
  finishComparison(r);
}

export function onCue(r: Reading, cue: Cue, token: { start: number; end: number }): void {
  switch (cue.kind) {
    case "reason":
      if (!r.inReason) takeReason(r, token.end);
      r.inReason = true;
      r.cue = undefined;
      return;
    case "use":
      if (r.section === "general-expenditure.structure" || r.section === "general-expenditure.total") return;
      r.inUse = true;
      r.cue = undefined;
      return;
    case "parts":
      r.inReason = false;
      r.inUse = false;
      finishComparison(r);
      if (r.section && r.subject) r.head = r.subject;
      r.cue = undefined;
      return;
    default:
  }
  if (cue.kind === "stage" || cue.kind === "completion" || cue.kind === "comparison") {
    r.inUse = false;
    if (cue.kind === "stage" && r.inReason && startsClause(r, token.start)) r.inReason = false;
  }
  if (r.inReason || r.inUse) return;
  switch (cue.kind) {
    case "against":
      r.against = cue.against;
      r.otherYear = comparedYear(r, token.start, token.end);
      r.cue = cue;
      return;
    case "comparison":
      startComparison(r, "budget", cue.direction, cue.word, token.start, token.end);
      // 决算数大于预算数55.93万元
      if (cue.direction !== "unchanged" && /\d/.test(r.view.text[token.end] ?? "")) {
        r.against = "budget";
        r.cue = { kind: "direction", direction: cue.direction, word: cue.word };
      }
      return;
    case "direction": {
      r.cue = cue;
      const against = r.against ?? "previous-year";
      if (cue.direction === "unchanged") {
        startComparison(r, against, "unchanged", cue.word, token.start, token.end);
        return;
      }
      if (r.comparison && r.comparison.against === against && sameSubject(r, r.comparison.subject)) {
        return;
      }
      startComparison(r, against, cue.direction, cue.word, token.start, token.end);
      return;
    }
    case "completion":
      r.completion = cue;
      r.cue = cue;
      return;
    case "stage":
      r.cue = cue.stage === "final" && speaksOfLastYear(r, token.start) ? { kind: "previous-amount" } : cue;
      return;
    default:
      r.cue = cue;
  }
}

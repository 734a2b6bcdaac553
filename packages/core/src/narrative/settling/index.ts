import { settleGoingOn } from "./goes-on.ts";
import { settleProjectFlow, settleTotalsByFund } from "./headed.ts";
import { settleHeadlines } from "./headlines.ts";
import { settleChanges, settleHeadedTotals, settlePlainTotals } from "./plain-totals.ts";
import type { Told } from "./told.ts";

// What one sentence leaves open and the rest of a passage, its heading or the other passages decide, once they are read.

export type { Told } from "./told.ts";

/** One passage, by what it tells itself and by its heading. */
export function settlePassage(told: Told, title: string, text: string): Told {
  return settleGoingOn(
    settleTotalsByFund(settleProjectFlow(settlePlainTotals(settleHeadlines(told, text), text), title), text),
    text,
  );
}

/** All passages of a narrative, by what the others tell. */
export function settleNarrative(passages: readonly Told[], text: string): Pick<Told, "figures" | "statements"> {
  const settled = settleHeadedTotals(passages);
  const figures = settled.flatMap((passage) => passage.figures);
  const statements = settled.flatMap((passage) => passage.statements);
  // （一）收入情况。…总收入 and （二）支出情况。…总支出 are told apart.
  return settleChanges(settlePlainTotals({ figures, statements }, text));
}

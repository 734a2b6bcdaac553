import type { BoundFigure, Statement, UnboundFigure } from "../facts/disclosure.ts";
import type { Unit } from "../figure/figure.ts";
import { readPassage } from "./passage-reader.ts";
import { settleNarrative, settlePassage, type Told } from "./settling/index.ts";
import { asPrinted } from "./in-names.ts";
import { Reading, type Context, type Passage } from "./state.ts";

export interface NarrativeReading {
  readonly figures: readonly BoundFigure[];
  readonly unbound: readonly UnboundFigure[];
  readonly statements: readonly Statement[];
}

/**
 * Reads the statements of a disclosure's narrative: every number becomes a bound or an unbound figure, comparisons with
 * last year and with the budget become statements.
 *
 * The grammar is one pass over tokens: phrases that name a quantity set the subject, cues say what the next number is to
 * it (its share, growth, budget …), punctuation ends their reach.
 */
export function readNarrative(passages: readonly Passage[], outer: Context): NarrativeReading {
  const context = { ...outer, money: outer.money ?? moneyUnitOf(outer.text) };
  const told: Told[] = [];
  const unbound: UnboundFigure[] = [];
  for (const passage of passages) {
    const reading = new Reading(passage, context);
    readPassage(reading);
    const { printed, view } = reading;
    const hasNames = printed !== view.text;
    const [figures, statements] = hasNames
      ? asPrinted([reading.figures, reading.statements] as const)
      : [reading.figures, reading.statements];
    told.push(settlePassage({ section: passage.section, figures, statements }, passage.title, context.text));
    unbound.push(...(hasNames ? asPrinted(reading.unbound) : reading.unbound));
  }
  return { unbound, ...settleNarrative(told, context.text) };
}

/** 财政拨款收入20,301,559.76，占比97.5%, in a text that writes 元 behind nearly all other amounts: an amount without a unit is in 元 too. */
function moneyUnitOf(text: string): Unit {
  const inYuan = text.match(/\d{3}\.\d{2}\s*元/g)?.length ?? 0;
  const inMore = text.match(/\d\s*[万亿]元/g)?.length ?? 0;
  return inYuan > 4 && inYuan > 4 * inMore ? "yuan" : "ten-thousand-yuan";
}

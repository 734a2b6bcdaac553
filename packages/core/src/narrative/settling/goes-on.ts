import type { BoundFigure } from "../../facts/disclosure.ts";
import { type ConceptKey, keyText } from "../../facts/key.ts";
import { readingOf } from "../../figure/interval.ts";
import type { Told } from "./told.ts";

const BARE = /[。\n]决算数(?:较|比|与)(?:全年|年初|调整)?预算数?(?:相比)?(?:减少|增加|下降|增长)了?$/;

/**
 * 公务用车运行维护费全年预算数6万元，决算数4.35万元，…年末保有2辆。 and then 决算数较全年预算数减少1.65万元: a paragraph that names no quantity goes on with the
 * one told last, where that one's two amounts differ by as much and the heading's own have not been told.
 */
export function settleGoingOn<T extends Told>(told: T, text: string): T {
  const changed = new Map<number, ConceptKey>();
  for (const [index, figure] of told.figures.entries()) {
    if (!isBareChange(figure)) continue;
    const key = keyOf(figure, told.figures.slice(0, index), text);
    if (key) changed.set(index, key);
  }
  if (changed.size === 0) return told;
  return { ...told, figures: told.figures.map((figure, index) => ({ ...figure, ...changed.get(index) })) };
}

/** A change against the budget under the heading of vehicles, the one heading whose parts have paragraphs of their own. */
function isBareChange({ concept, dimensions: { measure, stage, item } }: BoundFigure): boolean {
  return concept === "three-public" && measure === "change" && stage !== undefined && item === "vehicles";
}

function keyOf(figure: BoundFigure, before: readonly BoundFigure[], text: string): ConceptKey | undefined {
  const { concept, dimensions, source } = figure;
  const { stage, item } = dimensions;
  if (!BARE.test(text.slice(Math.max(0, source.start - 24), source.start).replace(/[^\S\n]+/g, ""))) return undefined;
  const told = (of: string, at?: string): BoundFigure | undefined => {
    const wanted = keyText(concept, { ...(at === undefined ? {} : { stage }), item: of });
    return before.findLast((other) => keyText(other.concept, other.dimensions) === wanted);
  };
  const last = before.findLast((other) => other.concept === concept)?.dimensions.item;
  if (last === undefined || last === item || (item !== undefined && told(item, stage))) return undefined;
  const [change, done, planned] = [figure, told(last), told(last, stage)].map((one) => one && readingOf(one));
  if (!change || !done || !planned) return undefined;
  const differs = Math.abs(Math.abs(done.middle - planned.middle) - Math.abs(change.middle));
  return differs <= (change.step + done.step + planned.step) / 2
    ? { concept, dimensions: { ...dimensions, item: last } }
    : undefined;
}

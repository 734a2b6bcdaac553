import { itemCalled } from "../tables/everyday-items.ts";
import type { Reading } from "./state.ts";

/**
 * The economic item that a name in the narrative stands for (支出经济分类), by the tables and the classification; among what basic
 * expenditure is told of also by everyday names.
 */
export function objectOf(r: Reading, name: string): string | undefined {
  return r.context.resolver.economic(name) ?? (r.section === "basic-expenditure" ? itemCalled(name) : undefined);
}

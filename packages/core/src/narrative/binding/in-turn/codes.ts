import type { ConceptKey } from "../../../facts/key.ts";
import type { Reading } from "../../state.ts";
import { setFunctional } from "../../functional-path.ts";

/** 2013804市场主体管理、2013805市场秩序执法; 201类、208类 */
const CODED = "2\\d{2}(?:\\d{2}){0,2}(?:类|[一-龥（）]{2,24}?)";
const CODES = new RegExp(`(?<!\\d)${CODED}(?:[、和及]${CODED})+$`);
const REACH = 200;

/** The accounts that the words name by their codes, one after the other, up to a place. */
export function codesBefore(r: Reading, count: number, at: number): ConceptKey[] | undefined {
  if (r.base?.concept !== "expenditure" && !r.base?.concept.startsWith("total-")) return undefined;
  const named = CODES.exec(r.view.text.slice(Math.max(0, at - REACH), at))?.[0];
  const codes = named?.match(/(?<!\d)2\d{2}(?:\d{2}){0,2}(?!\d)/g) ?? [];
  if (codes.length !== count) return undefined;
  r.named = codes.flatMap((code) => {
    setFunctional(r, [code], code);
    return r.subject ? [r.subject] : [];
  });
  return [...r.named];
}

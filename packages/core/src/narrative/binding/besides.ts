import type { ConceptKey } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import type { Reading } from "../state.ts";
import { between } from "./measures.ts";
import { strangeKey } from "./strange.ts";

const NAMED_BEHIND = /^(?:是|系|为|用于)([一-龥]{2,20}?)(?:收入|支出|资金|经费)?[，。；]/;

/** 乡镇卫生院30万元之外，10万元是村医补助: what the amount is is said behind it, and it is not what stands before. */
export function besidesTold(r: Reading, number: NumberToken): ConceptKey | undefined {
  if (!/^(?:之外|以外|外)，(?:另有|还有|其余)?$/.test(between(r, number))) return undefined;
  const label = NAMED_BEHIND.exec(r.view.text.slice(number.unitEnd, number.unitEnd + 28))?.[1];
  return label === undefined ? undefined : strangeKey(r, label, number.start);
}

import { type ConceptKey, keyText } from "../../facts/key.ts";
import { readingOf } from "../../figure/interval.ts";
import type { NumberToken } from "../numbers.ts";
import { tokensIn } from "../places.ts";
import type { Reading } from "../state.ts";
import { between } from "./measures.ts";

// 公务用车购置费和运行维护费分别为18万元和15万元，合计33万元: of what was told right before, together, and not of the last of it.

const TOGETHER = /^[，、；](?:(?:以上|上述)?[两二三四]项|以上|上述)?(?:合计|共计)(?:支出|金额)?(?:为)?$/;
const LONGEST = 6;

export function toldTogether(r: Reading, number: NumberToken): ConceptKey | undefined {
  if (!TOGETHER.test(between(r, number))) return undefined;
  const parts = partsOf(r, number);
  const [first] = parts;
  if (first === undefined || !isOneKind(parts)) return undefined;
  const key = sumOf(first, parts);
  r.cue = undefined;
  r.strange = { key, before: r.subject };
  r.subject = key;
  return key;
}

/** The amounts of the sentence, from the last back, that come to the sum: two at least. */
function partsOf({ amounts, lastBound }: Reading, number: NumberToken): readonly ConceptKey[] {
  const whole = readingOf(number);
  if (!whole || !(amounts.at(-1) === lastBound || isShareOf(lastBound, amounts.at(-1)))) return [];
  let [sum, step] = [0, whole.step];
  for (let count = 1; count <= Math.min(LONGEST, amounts.length); count++) {
    const part = readingOf(amounts.at(-count)!);
    if (!part || amounts.at(-count)!.unit !== number.unit) return [];
    sum += part.middle;
    step += part.step;
    if (count > 1 && Math.abs(whole.middle - sum) <= step / 2) return amounts.slice(-count);
  }
  return [];
}

/** 分别为400万元、30万元，占比分别为…，合计430万元: the shares of the amounts may stand between. */
function isShareOf(share: ConceptKey | undefined, part: ConceptKey | undefined): boolean {
  const { measure, of: _of, ...own } = share?.dimensions ?? {};
  if (!share || !part || measure !== "share") return false;
  return keyText(share.concept, own) === keyText(part.concept, part.dimensions);
}

const NEXT = /^(?:全年|以上|上述)?(?:各项|[两二三四]项)?(?:支出|经费)?(?:合计|共计|总计)(?:支出)?(?:为)?(?=\d)/;

/** …；公务接待费2万元；因公出国（境）费0万元。全年共计35万元: a sentence that opens with a sum tells it of those of the sentence before. */
export function sumOfSentence(r: Reading, end: number): ConceptKey | undefined {
  const { text } = r.view;
  const opens = r.base?.concept === "three-public" ? NEXT.exec(text.slice(end, end + 16))?.[0] : undefined;
  if (opens === undefined || r.amounts.length < 2) return undefined;
  const token = tokensIn(r, end, end + opens.length + 1).find(({ type }) => type === "number");
  if (token?.type !== "number") return undefined;
  const parts = partsOf(r, token.number);
  return parts.length === 0 ? undefined : sumOf(parts[0]!, parts);
}

/** 支出3175万元，加上结转下年的215万元，合计3390万元: what was spent and what was left come to all that there was. */
const TOTALS: Readonly<Record<string, string>> = {
  "expenditure closing-carry-over": "total-disbursements",
  "revenue opening-carry-over": "total-receipts",
  "opening-carry-over revenue": "total-receipts",
};

function totalOf(parts: readonly ConceptKey[]): string | undefined {
  const [first, second, ...others] = parts;
  const isPlain = parts.every(({ dimensions: { fund: _fund, ...rest } }) => Object.keys(rest).length === 0);
  return first && second && isPlain && others.length === 0 ? TOTALS[`${first.concept} ${second.concept}`] : undefined;
}

function isOneKind(parts: readonly ConceptKey[]): boolean {
  return parts.every(({ concept }) => concept === parts[0]!.concept) || totalOf(parts) !== undefined;
}

/** Both kinds of what vehicles cost are that; what else has no name together is called by its words. */
function sumOf({ concept, dimensions }: ConceptKey, parts: readonly ConceptKey[]): ConceptKey {
  const items = new Set(parts.map(({ dimensions: { item } }) => item));
  const ofVehicles = items.has("vehicle-purchase") && items.has("vehicle-running");
  const { item: _item, label: _label, ...rest } = dimensions;
  const isPlain = concept === "three-public" && keyText("", rest) === "";
  if (isPlain && ofVehicles && items.size === 2) return { concept, dimensions: { item: "vehicles" } };
  if (isPlain && (ofVehicles || items.has("vehicles")) && items.has("overseas") && items.has("receptions"))
    return { concept, dimensions: {} };
  const total = totalOf(parts);
  const shared = parts.every((part) => part.dimensions.fund === dimensions.fund) ? dimensions.fund : undefined;
  if (total !== undefined) return { concept: total, dimensions: shared === undefined ? {} : { fund: shared } };
  return { concept, dimensions: { ...(shared && { fund: shared }), label: "合计" } };
}

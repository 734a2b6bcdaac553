import { nameOfKey } from "../../checking/naming.ts";
import { conceptOf } from "../../facts/concepts.ts";
import type { SectionId, StatementOf } from "../../facts/disclosure.ts";
import { keyText, type ConceptKey } from "../../facts/key.ts";
import type { Bilingual, CheckContext } from "../relation.ts";

export type Comparison = StatementOf<"comparison">;

export const OWED: Bilingual = {
  zh: "公开格式要求说明增减变化、预决算差异的主要原因；《地方预决算公开操作规程》（财预〔2016〕143号）要求对增减变化等情况予以说明",
  en: "The form asks for the main reason of each change and difference; so does the procedure for local disclosure (财预〔2016〕143号)",
};

/** Sections whose form owes a reason for the change on last year. */
export const CHANGE_OWED: ReadonlySet<SectionId> = new Set([
  "totals",
  "appropriation-totals",
  "general-expenditure",
  "general-expenditure.total",
  "three-public",
  "three-public.total",
  "three-public.detail",
  "operating-costs",
]);

export function comparisons(context: CheckContext, against: Comparison["against"]): Comparison[] {
  return context.disclosure.statements.filter(
    (statement): statement is Comparison => statement.type === "comparison" && statement.against === against,
  );
}

/** A code as the disclosure's own tables name it, else as the classification does. */
function functionalName(context: CheckContext, functional: string): string {
  if (!/^\d+$/.test(functional)) return functional.split("/").at(-1)!;
  for (const { rows } of context.disclosure.tables) {
    const row = rows.find(({ code, label }) => code === functional && label !== "");
    if (row) return row.label;
  }
  const { classification, disclosure } = context;
  return classification?.verdict(functional, undefined, disclosure.fiscalYear ?? 0).name ?? functional;
}

/** “三公”经费, 机关运行经费 …, in words. */
export function nameOf(context: CheckContext, { concept, dimensions }: ConceptKey): Bilingual {
  const declared = conceptOf(concept);
  const item = dimensions.item === undefined ? undefined : declared?.items?.[dimensions.item];
  if (item) return item;
  const { economic, source, nature, group } = dimensions;
  const isPart = dimensions.functional === undefined && (source ?? nature ?? group) !== undefined;
  if (economic !== undefined || isPart) return nameOfKey(keyText(concept, dimensions));
  const fund = {
    appropriation: "财政拨款",
    general: "一般公共预算财政拨款",
    "government-fund": "政府性基金预算财政拨款",
    "state-capital": "国有资本经营预算财政拨款",
  };
  const own =
    concept === "total-receipts"
      ? "收入支出总计"
      : (declared?.zh ?? concept).replace(/^本年/, dimensions.fund === undefined ? "本年" : "");
  const { functional } = dimensions;
  const subject = functional === undefined ? "" : `“${functionalName(context, functional)}”`;
  return {
    zh: `${dimensions.fund === undefined ? "" : fund[dimensions.fund]}${subject}${own}`,
    en: nameOfKey(keyText(concept, dimensions)).en,
  };
}

/** The words of all sections on one matter: “三公”经费的单位范围 may stand before the one that tells the figures. */
export function wholeSection(context: CheckContext, id: SectionId): string {
  let [words, end] = ["", 0];
  for (const { id: own, bodyStart, bodyEnd } of context.disclosure.sections) {
    if (own?.startsWith(id) !== true || bodyEnd <= end) continue;
    words += context.text?.slice(Math.max(bodyStart, end), bodyEnd) ?? "";
    end = bodyEnd;
  }
  return words.replace(/\s+/g, "");
}

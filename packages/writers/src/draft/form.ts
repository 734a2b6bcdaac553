import { conceptOf, measurableOf, parseKey } from "@juesuan/core";
import { DraftError } from "./error.ts";
import { textRun, type Gap } from "./document.ts";
import type { Draft } from "./index.ts";
import type { Answer, Reception } from "./texts.ts";
import { valueOf, type Value } from "./value.ts";

/**
 * What only the department can say, as it is asked for and answered (编写表). All entries are words: amounts are read
 * from their digits and are never binary numbers.
 */
export interface DraftForm {
  /** Quantities that the accounts do not hold, by canonical key, in 万元 or as counts. */
  readonly figures: Readonly<Record<string, string>>;
  /** Words, by what they are for: `reason:KEY`, `use:KEY`, `responsibilities` …; a line is a paragraph. */
  readonly texts: Readonly<Record<string, string>>;
  /** 公务接待明细 */
  readonly receptions: readonly Reception[];
  readonly shares?: "each" | "forced";
  /** 公开时间 */
  readonly date?: string;
}

export const EMPTY_FORM: DraftForm = { figures: {}, texts: {}, receptions: [] };

/** What a form may hold: more is no form of a disclosure. */
const LIMITS = { entries: 5000, letters: 50_000 };

/** What a form answers; entries left empty are still asked for. */
export interface FormAnswers {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly figures: ReadonlyMap<string, Value>;
  readonly receptions?: readonly Reception[];
  readonly shares?: "each" | "forced";
  readonly date?: string;
}

/**
 * Takes a filled form apart.
 *
 * @throws DraftError for an entry that is no number, or for a form beyond all measure
 */
export function answersOfForm({ figures, texts, receptions, shares, date }: DraftForm): FormAnswers {
  const size = Object.keys(figures).length + Object.keys(texts).length + receptions.length;
  if (size > LIMITS.entries)
    throw new DraftError(`编写表超过 ${LIMITS.entries} 项。`, `The form has more than ${LIMITS.entries} entries.`);
  const values = new Map<string, Value>();
  for (const [key, text] of Object.entries(figures)) {
    const plain = text.trim().replaceAll(/[,，\s]/g, "");
    if (plain === "") continue;
    values.set(key, numberOf(key, plain));
  }
  const answers = new Map<string, Answer>();
  for (const [id, text] of Object.entries(texts)) {
    if (text.length > LIMITS.letters)
      throw new DraftError(`编写表中“${id}”过长。`, `The entry ${id} of the form is too long.`);
    const lines = text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    if (lines.length > 0)
      answers.set(
        id,
        lines.map((line) => [
          textRun(
            id.startsWith("reason:") || id.startsWith("difference:") || id.startsWith("use:")
              ? line.replace(/[。；]$/, "")
              : line,
          ),
        ]),
      );
  }
  const entries = receptions.filter(({ text, amount }) => text.trim() !== "" || amount.trim() !== "");
  for (const { amount } of entries) numberOf("receptions", amount.trim());
  return {
    answers,
    figures: values,
    ...(entries.length === 0 ? {} : { receptions: entries }),
    ...(shares === undefined ? {} : { shares }),
    ...(date === undefined || date.trim() === "" ? {} : { date: date.trim() }),
  };
}

function numberOf(key: string, text: string): Value {
  const isMoney = key === "receptions" || (conceptOf(parseKey(key).concept)?.kind ?? "money") === "money";
  const value = /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text)
    ? valueOf({ value: text, decimals: text.split(".")[1]?.length ?? 0, unit: isMoney ? "ten-thousand-yuan" : "count" })
    : undefined;
  if (!value || (measurableOf(value.unit) === "count" && value.decimals > 0))
    throw new DraftError(`编写表中“${key}”的“${text}”不是数字。`, `“${text}” for ${key} in the form is no number.`);
  return value;
}

/** A form with an entry for each gap, keeping what is already filled in. */
export function formFor(gaps: readonly Gap[], filled: DraftForm = EMPTY_FORM): DraftForm {
  const figures = { ...filled.figures };
  const texts = { ...filled.texts };
  for (const { id, kind } of gaps) {
    if (kind === "figure") figures[id] ??= "";
    else if (kind === "text") texts[id] ??= "";
  }
  return { ...filled, figures, texts };
}

/** The form to hand out for a draft: an entry for each gap, last year's words where they still hold. */
export function formOf({ document, lastWords }: Draft, filled: DraftForm = EMPTY_FORM): DraftForm {
  const form = formFor(document.gaps, filled);
  const texts: Record<string, string> = { ...form.texts };
  for (const [id, { text, lasting }] of lastWords) if (lasting && texts[id] === "") texts[id] = text;
  return { ...form, texts };
}

/** Words that hold from year to year; reasons and results are of one year and are asked for again. */
export function isLasting(id: string): boolean {
  return /^(?:responsibilities|institutions|use:|names:)/.test(id);
}

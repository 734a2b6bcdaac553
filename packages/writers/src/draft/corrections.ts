import { checkDisclosure, disclosureOf, type FinalAccounts, type Unit } from "@juesuan/core";

/** A figure of the accounts that contradicts the rest of them, and what the rest implies. */
export interface Correction {
  /** The figure's id. */
  readonly figure: number;
  /** As the accounts print it, and as it is written, with their units. */
  readonly printed: string;
  readonly written: string;
  readonly to: { readonly value: string; readonly decimals: number; readonly unit: Unit };
  /** The finding's one sentence. */
  readonly because: string;
}

/**
 * What the check of the accounts finds wrong and can put right: figures of which nothing else can be to blame. The rest
 * goes into the disclosure as it is stated, and its own check says so.
 */
export function correctionsOf(accounts: FinalAccounts): Correction[] {
  const disclosure = disclosureOf(accounts);
  const { findings } = checkDisclosure(disclosure, { file: "", sha256: "", format: "accounts" });
  const figures = new Map(disclosure.figures.map((figure) => [figure.id, figure]));
  const found = new Map<number, Correction>();
  for (const { severity, culprits, message } of findings) {
    if (severity !== "error") continue;
    for (const { figure: id, expected, certainty, slip, text } of culprits) {
      const figure = id === undefined ? undefined : figures.get(id);
      if (!figure || expected === undefined || certainty !== "unique" || found.has(figure.id)) continue;
      const value = /^-?[\d,]+(?:\.\d+)?/.exec(expected)?.[0].replaceAll(",", "");
      if (value === undefined) continue;
      const unit = slip?.id === "unit" || value === figure.value ? "ten-thousand-yuan" : figure.unit;
      found.set(figure.id, {
        figure: figure.id,
        printed: `${text}${UNITS[figure.unit]}`,
        written: `${value}${UNITS[unit]}`,
        to: { value, decimals: value.split(".")[1]?.length ?? 0, unit },
        because: message,
      });
    }
  }
  return [...found.values()];
}

const UNITS: Readonly<Record<Unit, string>> = {
  yuan: "元",
  "ten-thousand-yuan": "万元",
  "hundred-million-yuan": "亿元",
  percent: "%",
  "percentage-point": "个百分点",
  count: "",
  score: "分",
};

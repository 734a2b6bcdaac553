import type { Classification, Fact } from "@juesuan/core";
import { nameOfKey } from "@juesuan/core/names";
import type { Language } from "../streams.ts";

/** What figures measure, by id: in words, and the path of each code in it from the class down. */
export function measuresOf(
  facts: readonly Fact[],
  year: number | undefined,
  classification: Pick<Classification, "path">,
  lang: Language,
): ReadonlyMap<number, readonly string[]> {
  return new Map(
    facts.map(({ id, key, dimensions }) => {
      const codes = [dimensions.functional, dimensions.economic].filter((code) => typeof code === "string");
      const paths = codes.map((code) => `${code} ${classification.path(code, year)}`.trim());
      return [id, [nameOfKey(key)[lang], ...paths]];
    }),
  );
}

import type { ConceptKey } from "../facts/key.ts";
import type { SubjectPhrase } from "./lexicon/index.ts";
import type { Reading } from "./state.ts";

// 年末结转和结余946.82万元，其中：老旧小区改造中央补助215万元、城市建设支出731.82万元: of what the balance is made up; none of it has been spent.

/** The balance whose parts are being told; undefined where none is. */
export function balanceDivided({ head, inParts, lastBound }: Reading): ConceptKey | undefined {
  if (!inParts || !head?.concept.endsWith("carry-over") || lastBound?.concept !== head.concept) return undefined;
  return lastBound.dimensions.measure === undefined ? head : undefined;
}

const NAMED = /(?:^|[，。；：、（\n])(?:其中：?)?(?!本年|当年|全年|年度|其中)[一-龥]{3,24}$/;

/** 城市建设支出731.82万元 among its parts: the 支出 that ends a name is not what was spent in all. */
export function endsNameOfPart(r: Reading, { concept, dimensions }: SubjectPhrase, start: number): boolean {
  return (
    concept === "expenditure" &&
    dimensions === undefined &&
    balanceDivided(r) !== undefined &&
    NAMED.test(r.view.text.slice(Math.max(0, start - 28), start))
  );
}

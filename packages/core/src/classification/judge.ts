import type { ClassificationJudge, ClassificationVerdict } from "../relations/relation.ts";
import { LAST_EDITION, type Classification } from "./classification.ts";

/** The classification as the relations ask it: what is not certain is said to be so, and never makes an error. */
export function classificationJudge(classification: Classification): ClassificationJudge {
  return {
    misplaced: (names, year) => (year > LAST_EDITION ? undefined : classification.misplaced(names, year)),
    verdict: (code, name, year): ClassificationVerdict & { readonly certain: boolean; readonly former?: boolean } => {
      if (year > LAST_EDITION) return { verdict: "unknown-year", certain: false };
      const found = classification.verdict(code, name, year);
      const rest = {
        ...(found.name === undefined ? {} : { name: found.name }),
        ...(found.code === undefined ? {} : { code: found.code }),
        certain: found.certain,
      };
      switch (found.verdict) {
        case "agrees":
        case "alias":
          return { verdict: "agrees", ...rest };
        case "former-name":
          return { verdict: "other-name", former: true, ...rest };
        case "other-name":
          return { verdict: "other-name", ...rest };
        case "no-such-code":
        case "other-year":
          return { verdict: "no-such-code", ...rest };
        case "unknown-scheme":
          return { verdict: "unknown-scheme", certain: false };
      }
    },
  };
}

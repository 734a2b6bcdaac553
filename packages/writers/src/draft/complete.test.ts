import { expect, it } from "vitest";
import { complete } from "./complete.ts";
import { printed, valueOf, type Value } from "./value.ts";

const values = (known: Readonly<Record<string, string>>): Map<string, Value> =>
  new Map(
    Object.entries(known).map(([key, value]) => [
      key,
      valueOf({ value, decimals: value.split(".")[1]?.length ?? 0, unit: "ten-thousand-yuan" })!,
    ]),
  );

it("finds the one unknown of a sum: 2826.88 + 211.02 = 3037.90", () => {
  const known = values({ receipts: "3037.9", revenue: "2826.88" });
  complete(known, [{ plus: ["receipts"], minus: ["revenue", "opening"] }]);
  expect(printed(known.get("opening")!)).toBe("211.02");
});

it("knows parts to be nothing where the others already make up the whole", () => {
  const known = values({ revenue: "2826.88", general: "2819.38", capital: "7.5" });
  complete(known, [{ plus: ["revenue"], minus: ["general", "capital", "fund", "other"] }]);
  expect(known.get("fund")!.ticks).toBe(0);
  expect(known.get("other")!.ticks).toBe(0);
});

it("leaves open what does not follow, and makes nothing of a sum that contradicts itself", () => {
  const known = values({ revenue: "10.00", general: "4.00", capital: "20.00" });
  complete(known, [
    { plus: ["revenue"], minus: ["general", "fund", "other"] },
    { plus: ["revenue"], minus: ["capital", "rest"] },
  ]);
  expect([...known.keys()]).toEqual(["revenue", "general", "capital"]);
});

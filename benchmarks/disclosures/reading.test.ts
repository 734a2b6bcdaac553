import { examine } from "@juesuan/readers";
import { describe, expect, it } from "vitest";
import { randomAccounts } from "./accounts.ts";
import { toHtml } from "./html.ts";
import { scoreReading } from "./score.ts";
import { writeShanghai } from "./shanghai.ts";
import { writeSichuan } from "./sichuan.ts";
import { toText } from "./text.ts";

const STYLE = { font: "serif", rules: "full", size: 12 } as const;
const SEEDS = [3, 14, 15, 92, 65];

const forms = {
  shanghai: (seed: number) =>
    writeShanghai(randomAccounts(seed), {
      codes: seed % 2 === 0 ? "split" : "joined",
      zeros: seed % 3 === 0 ? "zero" : "blank",
    }),
  sichuan: (seed: number) =>
    writeSichuan(randomAccounts(seed), {
      codes: seed % 2 === 0 ? "split" : "joined",
      lineNumbers: seed % 3 === 0,
      axis: "used",
    }),
};

const formats = {
  text: toText,
  html: (written: Parameters<typeof toText>[0]) => toHtml(written, STYLE),
};

describe.each(Object.entries(forms))("%s", (_form, write) => {
  it.each(Object.entries(formats))(
    "written as %s is read figure by figure, and checks without an error",
    async (_format, set) => {
      for (const seed of SEEDS) {
        const written = write(seed);
        const { disclosure, report } = await examine(new TextEncoder().encode(set(written)));
        const score = scoreReading(written, disclosure);
        expect(score.missed, `seed ${seed}`).toEqual([]);
        expect(score.unbound, `seed ${seed}`).toBe(0);
        expect(
          report.findings.filter(({ severity }) => severity === "error").map(({ message }) => message),
          `seed ${seed}`,
        ).toEqual([]);
      }
    },
  );
});

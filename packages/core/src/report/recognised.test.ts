import { describe, expect, it } from "vitest";
import type { BoundFigure, Disclosure } from "../facts/disclosure.ts";
import { softenRecognised } from "./recognised.ts";
import type { Finding } from "./report.ts";

const disclosure = (confidence: number | undefined): Disclosure =>
  ({
    figures: [
      { id: 0, ...(confidence === undefined ? {} : { confidence }), source: { start: 10, end: 17, page: 3 } },
    ] as unknown as BoundFigure[],
    oddities: [{ code: "recognised-page", message: "", messageEn: "", page: 3 }],
  }) as unknown as Disclosure;

const finding = (sources: readonly { start: number; end: number; page: number }[]) =>
  ({
    severity: "error",
    message: "合计应为10.00万元。",
    messageEn: "The total should be 10.00.",
    sources,
    culprits: [],
  }) as unknown as Finding;

describe("a fault on a page that was read by optical recognition", () => {
  it("is a warning where it rests on a figure that was not read for sure", () => {
    const [softened] = softenRecognised([finding([{ start: 10, end: 17, page: 3 }])], disclosure(0.62));
    expect(softened).toMatchObject({ severity: "warning" });
    expect(softened!.message).toContain("可信度 62%");
  });

  it("stays an error where every figure of it was", () => {
    expect(softenRecognised([finding([{ start: 10, end: 17, page: 3 }])], disclosure(0.97))[0]!.severity).toBe("error");
  });

  it("is a warning where words were misread, or something may have been missed", () => {
    expect(softenRecognised([finding([{ start: 40, end: 44, page: 3 }])], disclosure(0.97))[0]!.severity).toBe(
      "warning",
    );
    expect(softenRecognised([finding([])], disclosure(0.97))[0]!.severity).toBe("warning");
  });

  it("is an error on the pages that hold text of their own", () => {
    expect(softenRecognised([finding([{ start: 90, end: 94, page: 5 }])], disclosure(undefined))[0]!.severity).toBe(
      "error",
    );
  });
});

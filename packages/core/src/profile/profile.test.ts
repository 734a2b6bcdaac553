import { describe, expect, it } from "vitest";
import type { Disclosure, PartId, Section, SectionId } from "../facts/disclosure.ts";
import { tableOf } from "../tables/catalogue.ts";
import { PROFILES, profileOf, recogniseProfile } from "./index.ts";

const at = { start: 0, end: 0, text: "" };

function evidence(
  department: string,
  parts: readonly PartId[],
  tables: readonly string[],
  sections: readonly SectionId[] = [],
) {
  const heading = (more: Partial<Section>): Section => ({
    title: "",
    level: 0,
    heading: at,
    bodyStart: 0,
    bodyEnd: 0,
    ...more,
  });
  return {
    department,
    fiscalYear: 2023,
    contents: [],
    sections: [...parts.map((part) => heading({ part })), ...sections.map((id) => heading({ id, level: 1 }))],
    tables: tables.map((table): Disclosure["tables"][number] => ({
      table,
      source: at,
      columns: [],
      rows: [],
      cells: [],
      empty: false,
    })),
  };
}

const tablesOf = (id: string) => profileOf(id)!.tables.map(({ table }) => table);

describe("profiles", () => {
  it("name only declared tables, numbered from one", () => {
    for (const profile of PROFILES) {
      for (const { table } of profile.tables) expect(tableOf(table), `${profile.id}: ${table}`).toBeDefined();
      expect(profile.tables.map(({ number }) => number)).toEqual(profile.tables.map((_, index) => index + 1));
      expect(new Set(profile.sections.map(({ id }) => id)).size).toBe(profile.sections.length);
    }
  });

  it("have thirteen tables in Sichuan, nine in Shanghai, eleven in Yunnan", () => {
    expect(["sichuan", "shanghai", "yunnan"].map((id) => profileOf(id)!.tables.length)).toEqual([13, 9, 11]);
  });
});

describe("recogniseProfile", () => {
  it("tells Sichuan by its thirteen tables after the annexes", () => {
    const found = recogniseProfile(
      evidence(
        "攀枝花市某局",
        ["overview", "narrative", "glossary", "annexes", "appended-tables"],
        tablesOf("sichuan"),
        ["totals"],
      ),
    );
    expect(found?.profile.id).toBe("sichuan");
  });

  it("tells Shanghai from the national form by the place", () => {
    const parts: PartId[] = ["overview", "tables", "narrative", "glossary"];
    expect(recogniseProfile(evidence("上海市普陀区财政局", parts, tablesOf("shanghai")))?.profile.id).toBe("shanghai");
    expect(recogniseProfile(evidence("合肥市某局", parts, tablesOf("national")))?.profile.id).toBe("national");
  });

  it("still knows the form when a table is missing", () => {
    const parts: PartId[] = ["overview", "tables", "narrative", "glossary"];
    const tables = tablesOf("shanghai").filter((table) => table !== "three-public");
    expect(recogniseProfile(evidence("上海市徐汇区教育局", parts, tables))?.profile.id).toBe("shanghai");
  });

  it("says nothing where nothing fits", () => {
    expect(recogniseProfile(evidence("某公司", [], ["state-assets"]))).toBeUndefined();
  });
});

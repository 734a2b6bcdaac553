import { nameOfKey } from "@juesuan/core/names";
import { createContext, startTransition, useContext, useMemo, useState, type ReactNode } from "react";
import { CLASS_NAMES } from "./class-names.ts";
import type { DocumentReport, Grid, SourceDocument } from "./data.ts";
import { factsByKey, pagingOf, placeWords, type Fact, type Finding, type Paging, type Place } from "./facts.ts";
import { useLanguage, type Words } from "./language.tsx";

export type View = "overview" | "findings" | "document" | "tables" | "charts" | "figure";

/** Something that is at hand, or the address that it can be fetched from. */
export type Part<T> = string | T;

/** What every view of one report needs. */
export interface ReportContent {
  readonly report: DocumentReport;
  readonly source: Part<SourceDocument>;
  readonly tables: Part<{ readonly tables: readonly Grid[] }>;
  /** The file itself where it is a PDF: its pages can be shown. */
  readonly pdf?: Part<Blob>;
  /** The file itself where only this browser has it. */
  readonly own?: File;
  /** The account's id; absent for a file that only this browser knows. */
  readonly account?: string;
  readonly hrefOf: (view: View, details?: Readonly<Record<string, string | number>>) => string;
}

interface ReportTools extends ReportContent {
  readonly byKey: ReadonlyMap<string, readonly Fact[]>;
  /** What a key measures, codes by their names. */
  readonly nameOf: (key: string) => Words;
  /** The name of a code of the classification, as the document prints it, else as the year's classification has it. */
  readonly codeName: (code: string) => string | undefined;
  readonly findingsOf: (fact: Fact) => readonly Finding[];
  readonly paging: Paging;
  /** Where something stands, in words. */
  readonly placed: (place: Place) => Words;
}

const Context = createContext<ReportTools | undefined>(undefined);

type NameOfCode = (code: string, year: number) => string | undefined;

let classification: Promise<NameOfCode> | undefined;

/**
 * The names of all codes come in a file of their own, when one is asked for that the document does not print: most pages
 * never need it.
 */
function classificationNames(): Promise<NameOfCode> {
  classification ??= import("@juesuan/core/classification").then(async ({ loadClassification }) => {
    const loaded = await loadClassification();
    return (code: string, year: number) => loaded.entry(code, year)?.name;
  });
  return classification;
}

export function ReportProvider({ children, ...content }: ReportContent & { readonly children: ReactNode }) {
  const [nameOfCode, setNames] = useState<NameOfCode>();
  const { language } = useLanguage();
  const { report } = content;
  const tools = useMemo(() => {
    const printed = printedNames(report);
    const year = report.fiscalYear ?? 2024;
    const listedName = (code: string): string | undefined => {
      if (nameOfCode) return nameOfCode(code, year);
      void classificationNames().then((names) => startTransition(() => setNames(() => names)));
      return undefined;
    };
    const codeName = (code: string): string | undefined =>
      (language === "en" ? CLASS_NAMES[code] : undefined) ??
      printed.get(code) ??
      report.codes?.[code] ??
      listedName(code);
    const findings = findingsByPlace(report);
    const paging = pagingOf(report);
    return {
      byKey: factsByKey(report.facts),
      codeName,
      nameOf: (key: string): Words => {
        const { zh, en } = nameOfKey(key);
        return {
          zh: zh.replaceAll(/“(?<code>\d{5,7})”/g, (all, code: string) => {
            const name = codeName(code);
            return name === undefined ? all : `“${name}”`;
          }),
          en: en.replaceAll(/(?<=on |object )\d{3,7}/g, (code) => `${code} ${codeName(code) ?? ""}`.trim()),
        };
      },
      paging,
      placed: (place: Place): Words => placeWords(place, paging),
      findingsOf: ({ source }: Fact): readonly Finding[] => findings.get(`${source.start}-${source.end}`) ?? [],
    };
  }, [report, nameOfCode, language]);
  return <Context value={{ ...content, ...tools }}>{children}</Context>;
}

export function useReport(): ReportTools {
  const tools = useContext(Context);
  if (!tools) throw new Error("Outside a report.");
  return tools;
}

/** Codes with the names that the tables of the document print beside them. */
function printedNames(report: DocumentReport): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { dimensions, source } of report.facts) {
    const { functional, economic } = dimensions;
    const code = functional === undefined ? economic : economic === undefined ? functional : undefined;
    if (typeof code !== "string" || source.table === undefined || names.has(code)) continue;
    const name = source.row?.replace(/^[一二三四五六七八九十]+、/, "").trim();
    if (name !== undefined && name !== "" && !/^\d+$/.test(name)) names.set(code, name);
  }
  return names;
}

/** Findings by the places that they speak of; what rounding explains is no finding. */
export function findingsByPlace(report: DocumentReport): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    if (finding.severity === "rounding") continue;
    for (const { start, end } of [...finding.culprits.map(({ source }) => source), ...finding.sources]) {
      const place = `${start}-${end}`;
      const list = found.get(place) ?? [];
      if (!list.includes(finding)) list.push(finding);
      found.set(place, list);
    }
  }
  return found;
}

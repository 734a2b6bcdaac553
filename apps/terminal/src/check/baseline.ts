import { compareReports, type Finding } from "@juesuan/core";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { UsageError } from "../streams.ts";
import type { Brief } from "./entry.ts";

/** What an earlier report found of the same document: what is known already, and what is no longer there. */
export interface Comparison {
  /** Fingerprints of findings that the earlier report has too. */
  readonly known: readonly string[];
  /** Findings of the earlier report that are gone. */
  readonly cured: readonly Pick<Finding, "relation" | "severity" | "message" | "messageEn">[];
}

/** An earlier report by document. */
export type Baseline = ReadonlyMap<string, readonly Finding[]>;

/** A document is the same one when department and year are; one that names neither, when its file's name is. */
function identityOf({ department, fiscalYear, file }: Pick<Brief, "department" | "fiscalYear" | "file">): string {
  return department && fiscalYear ? `${department} ${fiscalYear}` : basename(file);
}

/** Reads a report that `check --format json` or `ndjson` wrote. */
export async function readBaseline(path: string): Promise<Baseline> {
  let documents: readonly Brief[];
  try {
    documents = documentsOf(await readFile(path, "utf8"));
  } catch (error) {
    const why = (error as Error).message;
    throw new UsageError(`无法读取先前的报告 ${path}：${why}`, `The earlier report ${path} cannot be read: ${why}`);
  }
  return new Map(documents.map((document) => [identityOf(document), document.findings]));
}

function documentsOf(text: string): readonly Brief[] {
  const whole = parsed(text);
  const values =
    whole === undefined
      ? text
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line) as unknown)
      : [whole];
  return values.flatMap((value) => {
    if (typeof value === "object" && value !== null) {
      if ("documents" in value && Array.isArray(value.documents)) return value.documents as Brief[];
      if ("file" in value && "findings" in value) return [value as Brief];
    }
    throw new Error("not a report of `juesuan check --format json` or `ndjson`");
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not one value: a line for each document.
    return undefined;
  }
}

/** What changed since the earlier report; undefined where it does not have this document. */
export function compare(brief: Brief, baseline: Baseline): Comparison | undefined {
  const earlier = baseline.get(identityOf(brief));
  if (!earlier) return undefined;
  const { remaining, cured } = compareReports({ findings: [...earlier] }, brief);
  return {
    known: remaining.map(({ fingerprint }) => fingerprint),
    cured: cured.map(({ relation, severity, message, messageEn }) => ({ relation, severity, message, messageEn })),
  };
}

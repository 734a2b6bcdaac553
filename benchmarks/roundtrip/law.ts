import { keyText, profileOf, type FinalAccounts } from "@juesuan/core";
import { examine } from "@juesuan/readers";
import {
  draftDisclosure,
  draftToDocx,
  draftToHtml,
  draftToMarkdown,
  draftToText,
  gridsToXlsx,
  type Draft,
  type DraftDocument,
} from "@juesuan/writers";
import { randomAccounts } from "../disclosures/accounts.ts";
import { REASONS, typedAccounts } from "./accounts.ts";

export const PROFILES = ["sichuan", "shanghai", "national", "yunnan", "shaanxi"] as const;

const utf8 = new TextEncoder();

/** Every format in which a disclosure is written; a workbook holds its tables alone. */
export const FORMATS: Readonly<Record<string, (draft: Draft) => Promise<Uint8Array>>> = {
  docx: ({ document }) => draftToDocx(document),
  html: async ({ document }) => utf8.encode(draftToHtml(document)),
  md: async ({ document }) => utf8.encode(draftToMarkdown(document)),
  txt: async ({ document }) => utf8.encode(draftToText(document)),
  xlsx: async ({ grids }) => gridsToXlsx(grids),
};

/** What came of writing, reading and checking one department's year. */
export interface RoundTrip {
  readonly figures: number;
  /** Figures that were not read as they were written. */
  readonly missed: readonly string[];
  /** Figures that were read and never written. */
  readonly extra: readonly string[];
  readonly unbound: readonly string[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** The disclosure of a random department with everything answered that is asked for. */
export async function randomDraft(seed: number, profile: string, size: "any" | "small" = "any"): Promise<Draft> {
  return answeredDraft(typedAccounts(randomAccounts(seed, size), profile, seed), seed);
}

/** The disclosure of an account's year with everything answered that is asked for. */
export async function answeredDraft(accounts: FinalAccounts, seed: number): Promise<Draft> {
  const first = await draftDisclosure(accounts);
  const answers = new Map(
    first.document.gaps
      .filter(({ kind }) => kind === "text")
      .map(({ id }, index) => [id, [[{ kind: "text" as const, text: REASONS[(seed + index) % REASONS.length]! }]]]),
  );
  return draftDisclosure(accounts, { answers, shares: seed % 4 === 0 ? "forced" : "each" });
}

/** Writes a draft in a format, reads it back, and checks it; `write` for a format that needs a program to write it. */
export async function roundTrip(draft: Draft, format: string, write = FORMATS[format]!): Promise<RoundTrip> {
  const profile = profileOf(draft.document.profile)!;
  const { disclosure, report } = await examine(await write(draft), { name: `x.${format}`, profile });
  const written =
    format === "xlsx" ? cellsOf(draft.document, true) : [...prose(draft.document), ...cellsOf(draft.document)];
  const read = new Map<string, number>();
  for (const { value, concept, dimensions } of disclosure.figures) {
    const text = `${Number(value)} ${keyText(concept, dimensions)}`;
    read.set(text, (read.get(text) ?? 0) + 1);
  }
  const missed = written.filter((text) => {
    const count = read.get(text) ?? 0;
    if (count > 0) read.set(text, count - 1);
    return count === 0;
  });
  const of = (severity: string): string[] =>
    report.findings
      .filter((finding) => finding.severity === severity)
      .map(({ relation, message }) => `${relation}: ${message}`);
  return {
    figures: written.length,
    missed,
    // 单价100万元（含）以上设备 defines, it does not measure.
    extra: [...read].filter(([text, count]) => count > 0 && !text.endsWith(" threshold")).map(([text]) => text),
    unbound: disclosure.unbound.map(({ text, reason }) => `${text} ${reason}`),
    errors: format === "xlsx" ? of("error").filter((text) => !isStructure(text)) : of("error"),
    warnings: of("warning"),
  };
}

/** A workbook of tables owes no narrative. */
const isStructure = (text: string): boolean => /^(?:sections|parts|structure|contents)\./.test(text);

function prose({ blocks }: DraftDocument): string[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? block.runs.flatMap((run) => (run.kind === "figure" ? [`${Number(run.text)} ${run.key}`] : []))
      : [],
  );
}

/** Which budget 预算数 of the table of 三公 is follows from the narrative, which tables `alone` do not have. */
function cellsOf({ blocks }: DraftDocument, alone = false): string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    const keyIn = (key: string): string =>
      alone && block.grid.table === "three-public" ? key.replace("stage=original-budget", "stage=budget") : key;
    return block.grid.rows
      .flat()
      .flatMap(({ key, text }) =>
        key === undefined || text === "" ? [] : [`${Number(text.replaceAll(",", ""))} ${keyIn(key)}`],
      );
  });
}

/** Whether the law holds: the same facts, nothing unread, no errors. */
export function holds({ missed, extra, unbound, errors }: RoundTrip): boolean {
  return missed.length + extra.length + unbound.length + errors.length === 0;
}

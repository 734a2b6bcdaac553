import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ReportSchema } from "@juesuan/core";
import { readDocument } from "@juesuan/readers";
import { z } from "zod";
import type { Claim } from "./score.ts";

const ClaimsSchema = z.array(
  z.object({
    file: z.string(),
    context: z.string().default(""),
    message: z.string().default(""),
    expected: z.union([z.string(), z.array(z.string())]).optional(),
  }),
);

/** Letters on each side of a place, white space not counted. */
const AROUND = 8;

/**
 * Claims from any checker's JSON: a list of them, or juesuan's own report, whose places are offsets into what its reader
 * reads: the words around each are looked up in the file.
 */
export async function claimsOf(json: unknown, folder: string): Promise<Claim[]> {
  if (Array.isArray(json))
    return ClaimsSchema.parse(json).map(({ expected, ...claim }) => ({
      ...claim,
      ...(expected === undefined ? {} : { expected }),
    }));
  const { documents } = ReportSchema.parse(json);
  const claims: Claim[] = [];
  for (const { file, findings } of documents) {
    const name = file.split("/").at(-1)!;
    const { text } = await readDocument(new Uint8Array(readFileSync(join(folder, name))), { name });
    for (const { severity, culprits, sources, message, suggestion, expected } of findings) {
      if (severity !== "error" && severity !== "warning") continue;
      // What is blamed, else what the finding is about: evidence that is right is no claim.
      const places = culprits.length > 0 ? culprits.map(({ source }) => source) : sources;
      // Two cells that changed places are two values; of candidates only the likeliest counts.
      const sure = culprits.filter(({ certainty }, index) => index === 0 || certainty === "all-of");
      const values = sure.flatMap((culprit) => culprit.expected ?? []);
      const value = values.length > 1 ? values : (values[0] ?? expected);
      claims.push({
        file: name,
        context: places.map((place) => around(text, place)).join("⏎"),
        message: `${message}${suggestion ?? ""}`,
        ...(value === undefined || value === null ? {} : { expected: value }),
      });
    }
  }
  return claims;
}

function around(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const bare = (part: string): string => part.replaceAll(/[\s|]/g, "");
  const before = bare(text.slice(Math.max(0, start - 10 * AROUND), start)).slice(-AROUND);
  const after = bare(text.slice(end, end + 10 * AROUND)).slice(0, AROUND);
  return before + bare(text.slice(start, end)) + after;
}

import { cropPdf, type Crop, type Region } from "@juesuan/readers/pdf";
import type { Entry } from "./entry.ts";
import { shownFindings } from "./wording.ts";

/** Pieces of one document's pages, the worst findings first: more would make a batch's report too heavy to send. */
const MOST = 12;

/** What each finding blames, as the page shows it, by the finding's fingerprint; nothing for a file without pages. */
export async function cropsOf(entry: Entry, bytes: Uint8Array): Promise<Readonly<Record<string, Crop>>> {
  if (entry.format !== "pdf" || entry.error) return {};
  const wanted = shownFindings(entry)
    .flatMap(({ fingerprint, culprits, sources }) => {
      const region = [...culprits.map(({ source }) => source), ...sources].flatMap(({ page, box }): Region[] =>
        page === undefined || box === undefined ? [] : [{ page, box }],
      )[0];
      return region ? [{ fingerprint, region }] : [];
    })
    .slice(0, MOST);
  if (wanted.length === 0) return {};
  // A report without pictures is still a report.
  const crops = await cropPdf(
    bytes,
    wanted.map(({ region }) => region),
  ).catch(() => []);
  return Object.fromEntries(
    wanted.flatMap(({ fingerprint }, index) => {
      const crop = crops[index];
      return crop ? [[fingerprint, crop] as const] : [];
    }),
  );
}

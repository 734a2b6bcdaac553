import type { Grid } from "../lib/data.ts";
import { useLanguage, type Words } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import { save } from "../lib/save.ts";

/** One table as a file. */
export function Downloads({ grid }: { readonly grid: Grid }) {
  const { say } = useLanguage();
  const { account } = useReport();
  const labels: Readonly<Record<"csv" | "xlsx", Words>> = {
    csv: { zh: "下载 CSV", en: "CSV" },
    xlsx: { zh: "下载 XLSX", en: "XLSX" },
  };
  if (account !== undefined) {
    return (
      <>
        {(["csv", "xlsx"] as const).map((format) => (
          <a
            key={format}
            href={`/v1/accounts/${encodeURIComponent(account)}/tables/${grid.table}.${format}`}
            download={`${grid.title}.${format}`}
          >
            {say(labels[format])}
          </a>
        ))}
      </>
    );
  }
  return (
    <>
      {(["csv", "xlsx"] as const).map((format) => (
        <button key={format} type="button" className="link" onClick={() => void saveGrid(grid, format)}>
          {say(labels[format])}
        </button>
      ))}
    </>
  );
}

/** Written in the browser: the file of a page that sends nothing away. */
async function saveGrid(grid: Grid, format: "csv" | "xlsx"): Promise<void> {
  const { gridToCsv, gridsToXlsx } = await import("@juesuan/writers");
  save(
    format === "csv" ? [`\ufeff${gridToCsv(grid)}`] : [new Uint8Array(gridsToXlsx([grid]))],
    `${grid.title}.${format}`,
  );
}

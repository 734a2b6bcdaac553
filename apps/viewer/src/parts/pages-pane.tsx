import type { SourceDocument } from "../lib/data.ts";
import { useLanguage } from "../lib/language.tsx";
import type { Mark } from "../lib/marks.ts";
import { worstOf } from "../lib/facts.ts";
import { PagePicture } from "./page-picture.tsx";

interface Props {
  readonly file: Blob;
  readonly source: SourceDocument;
  readonly marks: readonly Mark[];
  /** Where the places begin that the finding walked through speaks of. */
  readonly stops: ReadonlySet<number>;
  readonly chosen: Mark | undefined;
  readonly choose: (start: number) => void;
}

/** The pages themselves, every mark a frame on them. */
export function PagesPane({ file, source, marks, stops, chosen, choose }: Props) {
  const { say } = useLanguage();
  const byPage = Map.groupBy(marks, ({ page }) => page);
  return (
    <>
      {source.pages.map(({ number, width, height }) => {
        if (width === undefined || height === undefined) return null;
        const label = say({ zh: `第${number}页`, en: `Page ${number}` });
        return (
          <PagePicture key={number} file={file} page={{ number, width, height }} label={label}>
            {(byPage.get(number) ?? []).map((mark) =>
              mark.box ? (
                <button
                  key={mark.start}
                  type="button"
                  data-at={mark.start}
                  aria-label={source.text.slice(mark.start, mark.end)}
                  aria-pressed={chosen === mark}
                  className={`frame ${worstOf(mark.findings)?.severity ?? ""}${stops.has(mark.start) ? " walked" : ""}`}
                  style={{
                    left: `${(100 * (mark.box.left - 1)) / width}%`,
                    top: `${(100 * (mark.box.top - 1)) / height}%`,
                    width: `${(100 * (mark.box.right - mark.box.left + 2)) / width}%`,
                    height: `${(100 * (mark.box.bottom - mark.box.top + 2)) / height}%`,
                  }}
                  onClick={() => choose(mark.start)}
                />
              ) : null,
            )}
          </PagePicture>
        );
      })}
    </>
  );
}

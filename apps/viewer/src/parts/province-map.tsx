import { Link } from "wouter";
import { lengthsOf, type Facet, type Measure } from "../lib/fare.ts";
import { counted, useLanguage, type Words } from "../lib/language.tsx";
import { PROVINCE_MAP } from "../lib/provinces.ts";

/** Years or places to choose from, and what they are held beside each other by. */
export interface Choosing {
  readonly rows: readonly (Facet & Words)[];
  readonly measure: Measure;
  /** The value that the page is narrowed to. */
  readonly chosen: string | null;
  readonly hrefOf: (value: string) => string;
}

/** Provinces as equal squares, each where its neighbours are, filled as high as the measure is: the ranked table in a picture. */
export function ProvinceMap({ rows, measure, chosen, hrefOf }: Choosing) {
  const { say } = useLanguage();
  const known = new Map(rows.map((row) => [row.value, row]));
  const heightOf = lengthsOf(rows, measure);
  return (
    <>
      <div className="province-map" role="group" aria-label={say({ zh: "省份图", en: "Map of provinces" })}>
        {PROVINCE_MAP.flatMap((line, row) =>
          line.map((province, column) => {
            const key = `${row} ${column}`;
            if (!province) return <span key={key} />;
            const own = known.get(province.code);
            // Those without accounts are for the eye, to see where the others lie.
            if (!own)
              return (
                <span key={key} className="tile" aria-hidden="true">
                  {say({ zh: province.zh, en: province.sign })}
                </span>
              );
            const { count, withErrors, errorsFound, value } = own;
            const height = heightOf(own);
            // There is room for few signs.
            const written = (measure.written(own) ?? "—").replace(/\.0+(?=%|$)/, "");
            return (
              <Link
                key={key}
                className="tile known"
                href={hrefOf(value)}
                aria-current={chosen === value ? "true" : undefined}
                aria-label={say({
                  zh: `${province.zh} ${written}，${count} 份，有错误的 ${withErrors} 份，错误 ${errorsFound} 处`,
                  // What is to be seen comes first: who speaks to a machine says that.
                  en: `${province.sign} ${written}: ${province.en}, ${counted(count, "account")}, ${withErrors} with errors, ${counted(errorsFound, "error")}`,
                })}
              >
                <svg width="100%" height="100%" aria-hidden="true">
                  <rect
                    className={measure.isWrong ? "wrong" : undefined}
                    y={`${100 - height}%`}
                    width="100%"
                    height={`${height}%`}
                  />
                </svg>
                <span>{say({ zh: province.zh, en: province.sign })}</span> <b>{written}</b>
              </Link>
            );
          }),
        )}
      </div>
      <p className="quiet-words">
        {say({
          zh: `一块是一个省份，只示方位，不示大小；数是${measure.zh}，填色${measure.isPart ? "满块为 100%" : "满块为各省份中最多的"}。`,
          en: `A square is a province, placed beside its neighbours; the number is: ${measure.en.toLowerCase()}; a full square is ${measure.isPart ? "100%" : "the most of any province"}.`,
        })}
      </p>
    </>
  );
}

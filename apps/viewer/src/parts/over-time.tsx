import { useId, useRef, useState } from "react";
import { nearTenThousand, wholeYuan } from "../lib/amounts.ts";
import type { AccountSummary } from "../lib/data.ts";
import { useLanguage } from "../lib/language.tsx";
import { rowName } from "../lib/row-names.ts";
import { useWidth } from "../lib/use-width.ts";
import { Select } from "./fields.tsx";

interface Props {
  readonly keys: readonly string[];
  readonly ids: readonly string[];
  readonly accounts: ReadonlyMap<string, AccountSummary>;
  readonly valueOf: (key: string, column: number) => number | undefined;
  readonly perHead: boolean;
}

interface Line {
  readonly department: string;
  readonly points: readonly { readonly year: number; readonly fen: number }[];
}

const HEIGHT = 260;
const ROOM = { left: 12, right: 12, top: 34, bottom: 30 } as const;
/** Dashes tell lines apart beside their names. */
const DASHES = ["none", "7 4", "2 3", "10 3 2 3"];

/** One quantity over the years, a line for each department; the table above has the same numbers. */
export function OverTime({ keys, ids, accounts, valueOf, perHead }: Props) {
  const { say } = useLanguage();
  const [chosen, setChosen] = useState("expenditure");
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const id = useId();
  const key = keys.includes(chosen) ? chosen : (keys[0] ?? "");
  const lines = linesOf(ids, accounts, (column) => valueOf(key, column));
  const years = [...new Set(lines.flatMap(({ points }) => points.map(({ year }) => year)))].sort((a, b) => a - b);
  if (lines.length === 0) return null;
  const most = Math.max(...lines.flatMap(({ points }) => points.map(({ fen }) => fen)), 1);
  const [first, last] = [years[0]!, years.at(-1)!];
  const x = (year: number): number =>
    ROOM.left + 50 + ((year - first) / (last - first)) * ((width ?? 0) - ROOM.left - ROOM.right - 100);
  const y = (fen: number): number => ROOM.top + (1 - fen / most) * (HEIGHT - ROOM.top - ROOM.bottom);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {say({ zh: "历年", en: "Over the years" })}
        <span className="on-paper">
          {say({ zh: "：", en: ": " })}
          {say(rowName(key))}
          {say(perHead ? { zh: "（元／人）", en: " (yuan a head)" } : { zh: "（万元）", en: " (10,000 yuan)" })}
        </span>
      </h2>
      <p className="filters">
        <label>
          {say({ zh: "看哪一项", en: "Which quantity" })}{" "}
          <Select value={key} onChoose={setChosen}>
            {keys.map((one) => (
              <option key={one} value={one}>
                {say(rowName(one))}
              </option>
            ))}
          </Select>
        </label>
        <span className="quiet-words">
          {perHead
            ? say({ zh: "单位：元／人", en: "Unit: yuan a head" })
            : say({ zh: "单位：万元", en: "Unit: 10,000 yuan" })}
        </span>
      </p>
      <div ref={frame} className="lines">
        {width === undefined ? (
          // Its room, until it is known how wide that is.
          <svg width="1" height={HEIGHT} aria-hidden="true" />
        ) : (
          <svg width={width} height={HEIGHT} role="img" aria-labelledby={id}>
            <line x1={ROOM.left} x2={width - ROOM.right} y1={y(0)} y2={y(0)} className="ground" />
            {years.map((year) => (
              <text key={year} x={x(year)} y={HEIGHT - 8} textAnchor="middle" className="soft">
                {year}
              </text>
            ))}
            {lines.map(({ department, points }, index) => (
              <g key={department}>
                <polyline
                  points={points.map(({ year, fen }) => `${x(year)},${y(fen)}`).join(" ")}
                  strokeDasharray={DASHES[index % DASHES.length]}
                />
                {points.map(({ year, fen }) => (
                  <g key={year}>
                    <circle cx={x(year)} cy={y(fen)} r="4.5" />
                    <text x={x(year)} y={y(fen) - 12} textAnchor="middle">
                      {perHead ? wholeYuan(fen) : nearTenThousand(fen)}
                    </text>
                  </g>
                ))}
              </g>
            ))}
          </svg>
        )}
      </div>
      <ul className="inline">
        {lines.map(({ department }, index) => (
          <li key={department}>
            <svg width="34" height="10" aria-hidden="true" className="lines">
              <polyline points="0,5 34,5" strokeDasharray={DASHES[index % DASHES.length]} />
            </svg>{" "}
            {department}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Departments of which two years or more state it. */
function linesOf(
  ids: readonly string[],
  accounts: ReadonlyMap<string, AccountSummary>,
  valueAt: (column: number) => number | undefined,
): readonly Line[] {
  const lines = new Map<string, { year: number; fen: number }[]>();
  ids.forEach((id, column) => {
    const account = accounts.get(id);
    const fen = valueAt(column);
    if (!account || fen === undefined || fen < 0) return;
    const points = lines.get(account.department) ?? [];
    if (!points.some(({ year }) => year === account.fiscalYear)) points.push({ year: account.fiscalYear, fen });
    lines.set(account.department, points);
  });
  return [...lines]
    .filter(([, points]) => points.length > 1)
    .map(([department, points]) => ({ department, points: points.toSorted((a, b) => a.year - b.year) }));
}

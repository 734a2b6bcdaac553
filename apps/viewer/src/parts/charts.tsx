import { useMemo } from "react";
import { grouped } from "../lib/amounts.ts";
import { printed, unitOf } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import type { Part } from "../lib/parts-of-whole.ts";
import { platesOf, type Plate, type TwoYears } from "../lib/plates.ts";
import { useReport } from "../lib/report-context.tsx";
import { Headings } from "./headings.tsx";
import { FigureLink } from "./place-link.tsx";

/** The seven charts that the form prescribes, each with its numbers as a table beside it. */
export default function Charts() {
  const { say } = useLanguage();
  const { byKey, report } = useReport();
  const plates = useMemo(() => platesOf(byKey), [byKey]);
  return (
    <>
      <p className="quiet-words">
        {say({
          zh: "公开格式要求随说明附上的七张图，按文件里的数字重画；文件没有写的不画。",
          en: "The seven charts that the form asks for, drawn anew from the document’s figures; what it does not state is not drawn.",
        })}
      </p>
      <div className="plates">
        {plates.map((plate) => (
          <One key={plate.number} plate={plate} year={report.fiscalYear} />
        ))}
      </div>
    </>
  );
}

function One({ plate, year }: { readonly plate: Plate; readonly year: number | null }) {
  const { say } = useLanguage();
  const sample = plate.kind === "change" ? plate.pairs[0]?.fact : plate.whole;
  const unit = sample ? unitOf(sample) : undefined;
  return (
    <figure className="plate">
      <figcaption id={`plate-${plate.number}`}>
        {say({ zh: `图${plate.number}　${plate.title.zh}`, en: `Chart ${plate.number}. ${plate.title.en}` })}
      </figcaption>
      <p className="quiet-words">
        {year === null ? "" : say({ zh: `${year} 年度，`, en: `${year}, ` })}
        {unit ? say({ zh: `单位：${unit.zh}`, en: `unit: ${unit.en}` }) : ""}
        {plate.kind === "structure" && plate.whole
          ? say({ zh: `，合计 ${printed(plate.whole)}`, en: `, ${printed(plate.whole)} in all` })
          : ""}
      </p>
      {plate.kind === "change" ? <Change plate={plate} year={year} /> : <Structure plate={plate} />}
    </figure>
  );
}

const HEIGHT = 190;
const WIDTH = 420;
const COLUMN = 58;

function Change({
  plate,
  year,
}: {
  readonly plate: Plate & { readonly kind: "change" };
  readonly year: number | null;
}) {
  const { say } = useLanguage();
  const { nameOf } = useReport();
  const pairs = plate.pairs.filter(({ before }) => before !== undefined);
  if (plate.pairs.length === 0)
    return <p className="state">{say({ zh: "文件没有写出这个数字。", en: "The document does not state it." })}</p>;
  const now = year === null ? say({ zh: "本年", en: "this year" }) : String(year);
  const then = year === null ? say({ zh: "上年", en: "last year" }) : String(year - 1);
  return (
    <>
      {pairs.length > 0 ? <Columns plate={plate} pairs={pairs} now={now} then={then} /> : null}
      <table className="parts">
        <thead>
          <tr>
            <th scope="col">{say({ zh: "项目", en: "Item" })}</th>
            <th scope="col" className="number">
              {then}
            </th>
            <th scope="col" className="number">
              {now}
            </th>
          </tr>
        </thead>
        <tbody>
          {plate.pairs.map(({ fact, before }) => (
            <tr key={fact.key}>
              <th scope="row">{say(nameOf(fact.key))}</th>
              <td className="number">
                {before ? (
                  <>
                    {grouped(before.value)}
                    {before.stated ? "" : "＊"}
                  </>
                ) : (
                  <span className="quiet-words">{say({ zh: "未说明", en: "not stated" })}</span>
                )}
              </td>
              <td className="number">
                <FigureLink fact={fact}>{printed(fact)}</FigureLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {plate.pairs.some(({ before }) => before?.stated === false) ? (
        <p className="quiet-words">
          {say({ zh: "＊ 由文件印出的增减额推算。", en: "＊ From the change that the document prints." })}
        </p>
      ) : null}
    </>
  );
}

function Columns({
  plate,
  pairs,
  now,
  then,
}: {
  readonly plate: Plate;
  readonly pairs: readonly TwoYears[];
  readonly now: string;
  readonly then: string;
}) {
  const { say } = useLanguage();
  const { nameOf } = useReport();
  const most = Math.max(...pairs.flatMap(({ fact, before }) => [Number(fact.value), Number(before!.value)]), 1e-9);
  const room = HEIGHT - 62;
  const step = WIDTH / pairs.length;
  return (
    <div className="drawing">
      <svg
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-labelledby={`plate-${plate.number}`}
      >
        {pairs.map(({ fact, before }, index) => {
          const middle = step * (index + 0.5);
          const both = [
            { value: before!.value, label: then, className: "column before", x: middle - COLUMN - 8 },
            { value: fact.value, label: now, className: "column", x: middle + 8 },
          ];
          return (
            <g key={fact.key}>
              {both.map(({ value, label, className, x }) => {
                const height = Math.max(1, (room * Math.max(0, Number(value))) / most);
                return (
                  <g key={label}>
                    <rect x={x} y={20 + room - height} width={COLUMN} height={height} className={className} />
                    <text x={x + COLUMN / 2} y={14 + room - height} textAnchor="middle">
                      {grouped(value)}
                    </text>
                    <text x={x + COLUMN / 2} y={HEIGHT - 26} textAnchor="middle" className="soft">
                      {label}
                    </text>
                  </g>
                );
              })}
              <text x={middle} y={HEIGHT - 6} textAnchor="middle">
                {say(nameOf(fact.key))}
              </text>
            </g>
          );
        })}
        <line x1="0" x2={WIDTH} y1={20 + room} y2={20 + room} className="ground" />
      </svg>
    </div>
  );
}

const RADIUS = 92;

function Structure({ plate }: { readonly plate: Plate & { readonly kind: "structure" } }) {
  const { say } = useLanguage();
  const { nameOf, codeName } = useReport();
  const { whole, parts } = plate;
  if (!whole)
    return <p className="state">{say({ zh: "文件没有写出这个数字。", en: "The document does not state it." })}</p>;
  if (Number(whole.value) === 0)
    return (
      <p className="state">
        {say({ zh: "合计为 0，没有结构可画。", en: "The total is nothing: there is no structure." })}
      </p>
    );
  if (!parts)
    return (
      <p className="state">
        {say({
          zh: "文件没有写出各部分，或各部分之和与合计不符，不画。",
          en: "The document does not state the parts, or they do not make up the total; not drawn.",
        })}
      </p>
    );
  const nameOfPart = ({ fact, count }: Part): string => {
    if (!fact) return say({ zh: `其余 ${count} 项`, en: `${count} others` });
    const code = fact.dimensions["functional"];
    return (typeof code === "string" ? codeName(code) : undefined) ?? say(nameOf(fact.key));
  };
  return (
    <>
      <div className="drawing">
        <svg
          width={2 * RADIUS + 8}
          height={2 * RADIUS + 8}
          viewBox={`${-RADIUS - 4} ${-RADIUS - 4} ${2 * RADIUS + 8} ${2 * RADIUS + 8}`}
          role="img"
          aria-labelledby={`plate-${plate.number}`}
        >
          {slicesOf(parts).map((path, index) => (
            <path key={parts[index]!.fact?.key ?? "rest"} d={path} className={`slice tint-${index}`} />
          ))}
        </svg>
      </div>
      <table className="parts">
        <Headings
          row={{ zh: "项目", en: "Item" }}
          numbers={[
            { zh: "决算数", en: "Final" },
            { zh: "占比", en: "Share" },
          ]}
        />
        <tbody>
          {parts.map((part, index) => (
            <tr key={part.fact?.key ?? "rest"}>
              <th scope="row">
                <span className={`swatch tint-${index}`} aria-hidden="true" /> {nameOfPart(part)}
              </th>
              <td className="number">
                {part.fact ? <FigureLink fact={part.fact}>{printed(part.fact)}</FigureLink> : grouped(part.value)}
              </td>
              <td className="number">{part.share}%</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Paths of a pie that begins at twelve o'clock and goes with the clock. */
function slicesOf(parts: readonly Part[]): readonly string[] {
  const whole = parts.reduce((sum, { value }) => sum + Number(value), 0);
  let at = 0;
  return parts.map(({ value }) => {
    const from = at;
    at += Number(value) / whole;
    if (at - from > 0.9999) return `M0,${-RADIUS} A${RADIUS},${RADIUS} 0 1 1 -0.01,${-RADIUS} Z`;
    const point = (turn: number): string =>
      `${(RADIUS * Math.sin(2 * Math.PI * turn)).toFixed(2)},${(-RADIUS * Math.cos(2 * Math.PI * turn)).toFixed(2)}`;
    return `M0,0 L${point(from)} A${RADIUS},${RADIUS} 0 ${at - from > 0.5 ? 1 : 0} 1 ${point(at)} Z`;
  });
}

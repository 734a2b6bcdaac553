import { grouped } from "../lib/amounts.ts";
import type { Fact } from "../lib/facts.ts";
import { useLanguage, type Words } from "../lib/language.tsx";
import { partsOf } from "../lib/parts-of-whole.ts";
import { FigureLink } from "./place-link.tsx";

interface Props {
  readonly whole: Fact;
  readonly facts: readonly Fact[];
  readonly most?: number;
  readonly nameOfPart: (fact: Fact) => string;
  /** What the smaller ones are called together, by their number. */
  readonly rest: (count: number) => Words;
}

/** A whole as one strip of its parts, named and counted below; nothing where the parts do not make it up. */
export function Shares({ whole, facts, most = 6, nameOfPart, rest }: Props) {
  const { say } = useLanguage();
  const parts = partsOf(facts, whole, most);
  if (!parts) return null;
  return (
    <>
      <svg className="stack" width="100%" height="22" aria-hidden="true">
        {strip(parts.map(({ value }) => Number(value))).map(({ from, to }, index) => (
          <rect
            key={parts[index]!.fact?.key ?? "rest"}
            className={`tint-${index}`}
            x={`${from}%`}
            width={`${to - from}%`}
            height="100%"
          />
        ))}
      </svg>
      <ul className="legend">
        {parts.map(({ fact, value, share, count }, index) => (
          <li key={fact?.key ?? "rest"}>
            <span className={`swatch tint-${index}`} aria-hidden="true" />
            <span>{fact ? nameOfPart(fact) : say(rest(count))}</span>
            <span className="number">
              {fact ? <FigureLink fact={fact}>{grouped(value)}</FigureLink> : grouped(value)}
            </span>
            <span className="number">{share}%</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where each part begins and ends, in hundredths of the whole; between two is a gap that the eye can see. */
function strip(values: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const sum = values.reduce((total, value) => total + value, 0) || 1;
  let at = 0;
  return values.map((value) => {
    const from = at;
    at += (100 * value) / sum;
    const isLast = at > 99.99;
    return { from: round(from), to: round(Math.max(from + LEAST, isLast ? at : at - GAP)) };
  });
}

const GAP = 0.3;
const LEAST = 0.4;
const round = (percent: number): number => Math.round(percent * 100) / 100;

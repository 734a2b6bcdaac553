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
      <div className="stack" aria-hidden="true">
        {parts.map(({ fact, value }, index) => (
          <span key={fact?.key ?? "rest"} className={`tint-${index}`} style={{ flex: `${Number(value)} 1 0` }} />
        ))}
      </div>
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

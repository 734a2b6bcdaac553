/** How many of a kind and where one stands among them, on a line from the least to the most. */
export interface Distribution {
  readonly minimum: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly maximum: number;
}

interface Props {
  readonly label: string;
  /** The middle half of the others, drawn as a band; absent where each of them is drawn. */
  readonly distribution?: Distribution;
  readonly others?: readonly number[];
  readonly own: number | undefined;
}

const WIDTH = 600;
const MIDDLE = 26;
const SIDE = 10;

/** One among its peers: the others as dots or as their middle half with its median, this one as a ring. */
export function Strip({ label, distribution, others = [], own }: Props) {
  const all = [
    ...others,
    ...(distribution ? [distribution.minimum, distribution.maximum] : []),
    ...(own === undefined ? [] : [own]),
  ];
  const [low, high] = [Math.min(0, ...all), Math.max(...all, 1e-9)];
  const x = (value: number): number => SIDE + ((value - low) / (high - low)) * (WIDTH - 2 * SIDE);
  return (
    <svg
      className="strip"
      viewBox={`0 0 ${WIDTH} ${2 * MIDDLE}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line x1={SIDE} x2={WIDTH - SIDE} y1={MIDDLE} y2={MIDDLE} />
      {distribution ? (
        <>
          <line x1={x(distribution.minimum)} x2={x(distribution.maximum)} y1={MIDDLE} y2={MIDDLE} className="reach" />
          <rect
            x={x(distribution.lower)}
            width={Math.max(1, x(distribution.upper) - x(distribution.lower))}
            y={MIDDLE - 10}
            height="20"
            className="half"
          />
          <line
            x1={x(distribution.median)}
            x2={x(distribution.median)}
            y1={MIDDLE - 14}
            y2={MIDDLE + 14}
            className="middle"
          />
        </>
      ) : null}
      {others.map((value, index) => (
        // Peers have no order but their values.
        // oxlint-disable-next-line react/no-array-index-key
        <ellipse key={index} cx={x(value)} cy={MIDDLE} rx="5" ry="7" className="one" />
      ))}
      {own === undefined ? null : <ellipse cx={x(own)} cy={MIDDLE} rx="7" ry="10" className="own" />}
    </svg>
  );
}

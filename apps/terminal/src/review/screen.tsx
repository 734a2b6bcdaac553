import { Box, Text, useApp, useInput, useWindowSize, type TextProps } from "ink";
import { useRef, useState } from "react";
import type { Language } from "../streams.ts";
import type { Decisions } from "./decisions.ts";
import { frameOf } from "./frame.ts";
import { actionOf } from "./keys.ts";
import type { Line, Segment, Style } from "./segments.ts";
import { next, type Action, type ReviewState } from "./state.ts";
import { WORDS } from "./words.ts";

export interface ReviewScreenProps {
  readonly initial: ReviewState;
  readonly lang: Language;
  readonly color: boolean;
  /** Writes the decisions; rejects when it cannot. Resolves to how many were written. */
  save(file: string, decisions: Decisions): Promise<number>;
}

/** The review in a terminal: keys in, frames out. */
export function ReviewScreen({ initial, lang, color, save }: ReviewScreenProps) {
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const [state, setState] = useState(initial);
  // Keys may come faster than frames: each must see what the one before it did.
  const latest = useRef(initial);

  const apply = (action: Action) => {
    const before = latest.current;
    const after = next(before, action);
    latest.current = after;
    setState(after);
    if (after.decisions !== before.decisions || after.file !== before.file) {
      save(after.file, after.decisions).then(
        (count) => apply({ type: "notice", text: WORDS[lang].written(after.file, count) }),
        (error: unknown) => apply({ type: "notice", text: WORDS[lang].notWritten((error as Error).message) }),
      );
    }
  };

  useInput((input, key) => {
    // Several letters come at once when they are typed fast or pasted; each counts. A key such as Enter has none.
    for (const letter of input === "" ? [""] : input) {
      const action = actionOf(letter, key, latest.current);
      if (action === "quit") return exit();
      if (action) apply(action);
    }
  });

  return (
    <Box flexDirection="column" width={columns} height={rows}>
      {frameOf(state, { columns, rows }, lang).map((line, index) => (
        <ScreenLine key={index} line={line} color={color} />
      ))}
    </Box>
  );
}

function ScreenLine({ line, color }: { readonly line: Line; readonly color: boolean }) {
  return (
    <Text wrap="truncate-end">
      {line.map((segment, index) => (
        <Text key={index} {...propsOf(segment, color)}>
          {segment.text}
        </Text>
      ))}
    </Text>
  );
}

const PAINT: Readonly<Record<Style, TextProps>> = {
  bold: { bold: true },
  dim: { dimColor: true },
  selected: { inverse: true },
  bar: { inverse: true, bold: true },
  error: { color: "red" },
  warning: { color: "yellow" },
  info: { color: "cyan" },
  good: { color: "green" },
  culprit: { color: "white", backgroundColor: "red", bold: true },
  evidence: { color: "black", backgroundColor: "yellow" },
};

/** Without colour, weight and inversion still say what is selected and what is marked. */
const PLAIN: Partial<Readonly<Record<Style, TextProps>>> = {
  bold: { bold: true },
  selected: { inverse: true },
  bar: { inverse: true },
  culprit: { inverse: true, bold: true },
  evidence: { underline: true },
};

const propsOf = ({ style }: Segment, color: boolean): TextProps =>
  style === undefined ? {} : ((color ? PAINT : PLAIN)[style] ?? {});

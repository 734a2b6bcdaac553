import { Box, Static, Text } from "ink";
import { useSyncExternalStore } from "react";
import type { Language } from "../streams.ts";
import { truncate, widthOf } from "../text/width.ts";
import type { Tally } from "./outcome.ts";
import { documentLines } from "./pretty.ts";
import { paceOf } from "./counter.ts";
import type { CheckProgress } from "./progress.ts";
import { summaryOf } from "./wording.ts";

export interface CheckScreenProps {
  readonly progress: CheckProgress;
  readonly total: number;
  readonly lang: Language;
  readonly columns: number;
  readonly color: boolean;
  readonly rounding: boolean;
  /** The name of the document whose turn it is, by its place in the list. */
  nameOf(index: number): string;
}

/** Findings scroll up document by document as they are found; the last line shows how far it is. */
export function CheckScreen({ progress, total, lang, columns, color, rounding, nameOf }: CheckScreenProps) {
  const { briefs, tally, elapsed, finished } = useSyncExternalStore(progress.subscribe, progress.state);
  return (
    <>
      <Static items={[...briefs]}>
        {(brief, index) => (
          <Box key={index} flexDirection="column" marginBottom={1}>
            {documentLines(brief, { lang, columns, color, rounding }).map((line, at) => (
              <Text key={at}>{line === "" ? " " : line}</Text>
            ))}
          </Box>
        )}
      </Static>
      {finished ? (
        <Summary tally={tally} lang={lang} color={color} />
      ) : (
        <Progress
          done={briefs.length}
          total={total}
          elapsed={elapsed}
          name={nameOf(briefs.length)}
          columns={columns}
          lang={lang}
        />
      )}
    </>
  );
}

const BAR = 20;

interface ProgressProps {
  readonly done: number;
  readonly total: number;
  readonly elapsed: number;
  readonly name: string;
  readonly columns: number;
  readonly lang: Language;
}

function Progress({ done, total, elapsed, name, columns, lang }: ProgressProps) {
  const count = ` ${done}/${total} ${paceOf(done, total, elapsed, lang)}`;
  const bar = Math.min(BAR, Math.max(0, columns - widthOf(count) - 4));
  const filled = total === 0 ? 0 : Math.round((bar * done) / total);
  return (
    <Box>
      <Text color="cyan">{"━".repeat(filled)}</Text>
      <Text dimColor>{"─".repeat(bar - filled)}</Text>
      <Text>{truncate(count, columns - bar)}</Text>
      <Text dimColor>{truncate(name, Math.max(0, columns - bar - widthOf(count)))}</Text>
    </Box>
  );
}

function Summary({ tally, lang, color }: { tally: Tally; lang: Language; color: boolean }) {
  const hue = tally.errors > 0 || tally.unreadable > 0 ? "red" : tally.warnings > 0 ? "yellow" : "green";
  return (
    <Text bold {...(color ? { color: hue } : {})}>
      {summaryOf(tally, lang)}
    </Text>
  );
}

import { Box, Static, Text, useApp } from "ink";
import { useEffect, useState } from "react";
import type { Language } from "../streams.ts";
import { truncate } from "../text/width.ts";
import type { Entry } from "./entries.ts";
import { tallyOf } from "./outcome.ts";
import { documentLines } from "./pretty.ts";
import { summaryOf } from "./wording.ts";

export interface CheckScreenProps {
  readonly entries: AsyncIterable<Entry>;
  readonly total: number;
  readonly lang: Language;
  readonly columns: number;
  readonly color: boolean;
  readonly rounding: boolean;
  /** The name of the document whose turn it is, by its place in the list. */
  nameOf(index: number): string;
  onDone(entries: readonly Entry[]): void;
}

/** Findings scroll up document by document as they are found; the last line shows how far it is. */
export function CheckScreen({ entries, total, lang, columns, color, rounding, nameOf, onDone }: CheckScreenProps) {
  const { exit } = useApp();
  const [done, setDone] = useState<readonly Entry[]>([]);
  const [finished, setFinished] = useState(false);

  useEffect(() => {
    let stopped = false;
    const seen: Entry[] = [];
    async function follow() {
      for await (const entry of entries) {
        if (stopped) return;
        seen.push(entry);
        setDone([...seen]);
        // Reading keeps the processor busy: let the screen be drawn between two documents.
        await new Promise((resolve) => setImmediate(resolve));
      }
      setFinished(true);
      onDone(seen);
    }
    follow().catch((error: unknown) => exit(error as Error));
    return () => {
      stopped = true;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the list is followed once
  }, []);

  useEffect(() => {
    if (finished) exit();
  }, [finished, exit]);

  return (
    <>
      <Static items={[...done]}>
        {(entry, index) => (
          <Box key={index} flexDirection="column" marginBottom={1}>
            {documentLines(entry, { lang, columns, color, rounding }).map((line, at) => (
              <Text key={at}>{line === "" ? " " : line}</Text>
            ))}
          </Box>
        )}
      </Static>
      {finished ? (
        <Summary entries={done} lang={lang} />
      ) : (
        <Progress done={done.length} total={total} name={nameOf(done.length)} columns={columns} />
      )}
    </>
  );
}

const BAR = 20;

function Progress({ done, total, name, columns }: { done: number; total: number; name: string; columns: number }) {
  const filled = total === 0 ? 0 : Math.round((BAR * done) / total);
  const count = ` ${done}/${total} `;
  return (
    <Box>
      <Text color="cyan">{"━".repeat(filled)}</Text>
      <Text dimColor>{"─".repeat(BAR - filled)}</Text>
      <Text>{count}</Text>
      <Text dimColor>{truncate(name, Math.max(4, columns - BAR - count.length))}</Text>
    </Box>
  );
}

function Summary({ entries, lang }: { entries: readonly Entry[]; lang: Language }) {
  const tally = tallyOf(entries);
  const color = tally.errors > 0 || tally.unreadable > 0 ? "red" : tally.warnings > 0 ? "yellow" : "green";
  return (
    <Text bold color={color}>
      {summaryOf(tally, lang)}
    </Text>
  );
}

import { render } from "ink";
import { createElement } from "react";
import { columnsOf } from "../screen/columns.ts";
import type { Language, Streams } from "../streams.ts";
import type { Input } from "./inputs.ts";
import type { Tally } from "./outcome.ts";
import type { Answer } from "./entry.ts";
import { CheckProgress } from "./progress.ts";
import { CheckScreen } from "./screen.tsx";

interface ScreenOptions {
  readonly lang: Language;
  readonly rounding: boolean;
  readonly streams: Streams;
}

/** The check as people see it. Resolves to the tally once the last document is there. */
export async function checkOnScreen(
  answers: AsyncIterable<Answer>,
  inputs: readonly Input[],
  { lang, rounding, streams }: ScreenOptions,
): Promise<Tally> {
  const progress = new CheckProgress();
  const screen = render(
    createElement(CheckScreen, {
      progress,
      total: inputs.length,
      lang,
      columns: columnsOf(streams),
      color: !streams.env.NO_COLOR,
      rounding,
      nameOf: (index: number) => inputs[index]?.name ?? "",
    }),
    { stdout: streams.stdout as NodeJS.WriteStream, patchConsole: false },
  );
  try {
    return await progress.follow(answers, () => performance.now());
  } finally {
    screen.unmount();
    await screen.waitUntilExit();
  }
}

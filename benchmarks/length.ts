/**
 * How the time to read and check a text grows with its length, for shapes of text that tempt a reader to look at everything
 * again for every line: what a text of eight times the length costs for each of its lines, to what the short one does.
 *
 *     node --conditions=juesuan-source benchmarks/length.ts [--json]
 */
import { examine } from "@juesuan/readers";
import { finish, measured } from "./measures.ts";

const SHORT = 500;
const TIMES = 8;
const ROUNDS = 3;

const SHAPES: readonly { id: string; zh: string; en: string; line: (index: number) => string }[] = [
  {
    id: "sentences",
    zh: "一段又一段的说明",
    en: "sentence after sentence",
    line: (index) => `2023年本年支出合计${index}.25万元，比上年增加1.20万元，增长3%。\n`,
  },
  {
    id: "receptions",
    zh: "一段又一段的“三公”说明",
    en: "“three public” expenses, paragraph after paragraph",
    line: (index) => `公务接待费支出${index % 97}.25万元，接待${index}批次。\n`,
  },
  { id: "amounts", zh: "每行一个金额", en: "an amount to a line", line: (index) => `项目${index} ${index % 97}.25` },
  { id: "links", zh: "竖线隔开的链接", en: "links parted by strokes", line: (index) => `新闻${index} | 公开` },
];

for (const { id, zh, en, line } of SHAPES) {
  const [short, long] = [SHORT, SHORT * TIMES].map((count) =>
    new TextEncoder().encode(
      `某局2023年度部门决算\n\n三、支出决算情况说明\n\n${Array.from({ length: count }, (_, index) => line(index)).join("\n")}`,
    ),
  ) as [Uint8Array, Uint8Array];
  const times = { short: Infinity, long: Infinity };
  // The first round only warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    const both = [await timed(short), await timed(long)] as const;
    if (round === 0) continue;
    times.short = Math.min(times.short, both[0]);
    times.long = Math.min(times.long, both[1]);
  }
  measured({
    id,
    zh: `${zh}：长${TIMES}倍的文本每行用时，与短的之比`,
    en: `${en}: time for each line of a text ${TIMES} times as long, to that of the short one`,
    kind: "ratio",
    value: times.long / TIMES / times.short,
    better: "less",
    samples: ROUNDS,
    slack: 0.5,
  });
}
finish("length");

async function timed(bytes: Uint8Array): Promise<number> {
  const start = performance.now();
  await examine(bytes);
  return performance.now() - start;
}

import { Classification } from "./classification.ts";
import { levelOf, type ClassificationEntry, type ClassificationScheme, type Evidence, type Move } from "./entry.ts";

let loaded: Promise<Classification> | undefined;

/** The classification; its data are loaded on the first call and kept. */
export function loadClassification(): Promise<Classification> {
  loaded ??= import("./generated/data.ts").then(
    (data) =>
      new Classification({
        entries: [
          ...entriesOf(data.FUNCTIONAL, "functional"),
          ...entriesOf(data.ECONOMIC, "economic"),
          ...entriesOf(data.REVENUE, "revenue"),
        ],
        complete: data.COMPLETE.split(" "),
        cofog: new Map(
          data.COFOG.split("\n").map((line) => {
            const [code = "", division = "", note = ""] = line.split("|");
            return [code, { ...(division === "" ? {} : { division }), ...(note === "" ? {} : { note }) }];
          }),
        ),
        moves: data.MOVES.split("\n").map((line) => {
          const [from = "", to = "", year = "", kind = ""] = line.split("|");
          return { from, to, year: Number(year), kind: KINDS[kind]! };
        }),
        readings: new Map(data.READINGS.split("\n").map((line) => line.split("|") as [string, string])),
        initials: new Map(
          data.INITIALS.split(" ").flatMap((list) =>
            Array.from(list.slice(1), (character) => [character, list[0]!] as const),
          ),
        ),
      }),
  );
  return loaded;
}

const FUNDS = { g: "general", f: "government-fund", c: "state-capital", s: "social-insurance" } as const;
const KINDS: Readonly<Record<string, Move["kind"]>> = { m: "moved", g: "merged", s: "split" };
const EVIDENCE: Readonly<Record<string, Evidence>> = { a: "attested", c: "catalogue", u: "uncertain" };

/** One entry a line: code|name|marks|from|to, what is empty at the end left out. */
function entriesOf(text: string, scheme: ClassificationScheme): ClassificationEntry[] {
  return text.split("\n").map((line) => {
    const [code, name, marks, from, to] = line.split("|") as [string, string, string, string?, string?];
    const kind = marks[0]!;
    const entry: Writable<ClassificationEntry> = {
      code,
      name,
      scheme,
      level: levelOf(code),
      evidence: EVIDENCE[marks[1]!]!,
    };
    if (scheme === "economic") entry.economic = kind === "d" ? "department" : "government";
    else entry.fund = FUNDS[kind as keyof typeof FUNDS];
    if (from !== undefined && from !== "") entry.from = Number(from);
    if (to !== undefined) entry.to = Number(to);
    return entry;
  });
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

import type { ClassSource } from "./branch.ts";
import { Classification, type ClassificationData, type Cofog } from "./classification.ts";
import { levelOf, type ClassificationEntry, type ClassificationScheme, type Evidence, type Move } from "./entry.ts";

let loaded: Promise<Classification> | undefined;

/** The classification; its data are loaded on the first call and kept. */
export function loadClassification(): Promise<Classification> {
  loaded ??= import("./generated/data.ts").then((data) => new Classification(new GeneratedData(data)));
  return loaded;
}

/** The generated lists, each taken apart when it is first asked for: checking a document needs a few classes alone. */
class GeneratedData implements ClassificationData {
  readonly classes: readonly ClassSource[];
  readonly #lists: typeof import("./generated/data.ts");
  #moves: readonly Move[] | undefined;
  #cofog: ReadonlyMap<string, Cofog> | undefined;
  #readings: ReadonlyMap<string, string> | undefined;
  #initials: ReadonlyMap<string, string> | undefined;

  constructor(lists: typeof import("./generated/data.ts")) {
    this.#lists = lists;
    this.classes = [
      ...classesOf(lists.FUNCTIONAL, "functional"),
      ...classesOf(lists.ECONOMIC, "economic"),
      ...classesOf(lists.REVENUE, "revenue"),
    ];
  }

  get complete(): readonly string[] {
    return this.#lists.COMPLETE.split(" ");
  }

  get moves(): readonly Move[] {
    return (this.#moves ??= this.#lists.MOVES.split("\n").map((line) => {
      const [from = "", to = "", year = "", kind = ""] = line.split("|");
      return { from, to, year: Number(year), kind: KINDS[kind]! };
    }));
  }

  get cofog(): ReadonlyMap<string, Cofog> {
    return (this.#cofog ??= new Map(
      this.#lists.COFOG.split("\n").map((line) => {
        const [code = "", division = "", note = ""] = line.split("|");
        return [code, { ...(division === "" ? {} : { division }), ...(note === "" ? {} : { note }) }];
      }),
    ));
  }

  get readings(): ReadonlyMap<string, string> {
    return (this.#readings ??= new Map(
      this.#lists.READINGS.split("\n").map((line) => line.split("|") as [string, string]),
    ));
  }

  get initials(): ReadonlyMap<string, string> {
    return (this.#initials ??= new Map(
      this.#lists.INITIALS.split(" ").flatMap((list) =>
        Array.from(list.slice(1), (character) => [character, list[0]!] as const),
      ),
    ));
  }
}

const FUNDS = { g: "general", f: "government-fund", c: "state-capital", s: "social-insurance" } as const;
const KINDS: Readonly<Record<string, Move["kind"]>> = { m: "moved", g: "merged", s: "split" };
const EVIDENCE: Readonly<Record<string, Evidence>> = { a: "attested", c: "catalogue", u: "uncertain" };

/** The classes of a list, which is cut before each line of a class: 201|一般公共服务支出|ga. */
function classesOf(list: string, scheme: ClassificationScheme): readonly ClassSource[] {
  const texts = new Map<string, string>();
  for (const part of list.split(/\n(?=\d{3}\|)/)) {
    const code = part.slice(0, 3);
    const before = texts.get(code);
    texts.set(code, before === undefined ? part : `${before}\n${part}`);
  }
  return Array.from(texts, ([code, text]) => ({
    code,
    scheme,
    heads: entriesOf(/^(?:\d{3}\|.*\n?)+/.exec(text)![0].trimEnd(), scheme),
    entries: () => entriesOf(text, scheme),
  }));
}

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

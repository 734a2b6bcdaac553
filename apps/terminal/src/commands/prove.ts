import { disclosureOf, proveDisclosure, type Disclosure, type Proof, type ProvenFigure } from "@juesuan/core";
import type { Invocation } from "../command/declaration.ts";
import { isOn, textOf } from "../command/parse.ts";
import { columnsOf } from "../screen/columns.ts";
import { EXIT, UsageError, write, type Language } from "../streams.ts";
import { hang } from "../text/width.ts";
import { accountsOf } from "./accounts-file.ts";
import { readOne } from "./document.ts";

const WORDS = {
  zh: {
    differs: "与账不一致",
    "not-in-accounts": "账上没有",
    approximate: "约数，无从比较",
    missing: "账上有而没有印出",
    absent: "没有印出的表",
    figures: (count: number) => `账上有 ${count} 个数没有印出`,
    unread: "没有读懂，未能比较",
    equal: "与账一致",
    line: ({ printed, accounts }: ProvenFigure) =>
      `印作 ${printed}${accounts === undefined ? "" : `，账上 ${accounts}`}`,
    from: (calculation: string) => `（由账算得：${calculation}）`,
    revisions: "文件里还有没有接受的修订，以上按全部接受以后比较；公开之前请先接受。",
  },
  en: {
    differs: "Differ from the accounts",
    "not-in-accounts": "Not in the accounts",
    approximate: "Approximations, which cannot be compared",
    missing: "In the accounts but not printed",
    absent: "Tables not printed",
    figures: (count: number) => `${count} figures of the accounts are not printed`,
    unread: "Could not be read, hence not compared",
    equal: "Equal to the accounts",
    line: ({ printed, accounts }: ProvenFigure) =>
      `printed ${printed}${accounts === undefined ? "" : `, the accounts say ${accounts}`}`,
    from: (calculation: string) => ` (from the accounts: ${calculation})`,
    revisions:
      "The file has tracked changes that are not accepted; it was compared as if they were. Accept them before publishing.",
  },
} as const;

/** `juesuan prove DISCLOSURE --against ACCOUNTS`: exit code 0 where nothing differs, 1 where something does. */
export async function prove(invocation: Invocation): Promise<number> {
  const { positionals, streams, lang } = invocation;
  const [target, ...rest] = positionals;
  const against = textOf(invocation, "against");
  if (target === undefined || rest.length > 0 || against === undefined) {
    throw new UsageError(
      "请给出一份要公开的文件，并用 --against 给出账。",
      "Name the finished file, and the accounts with --against.",
    );
  }
  const { disclosure } = await readOne(target, streams);
  if (disclosure.refusal) {
    throw new UsageError(`${target}：${disclosure.refusal.zh}`, `${target}: ${disclosure.refusal.en}`);
  }
  const accounts = disclosureOf(await accountsOf(against, streams));
  if (accounts.figures.length === 0) {
    throw new UsageError(`${against} 中没有读到账上的数字。`, `No figure of the accounts was found in ${against}.`);
  }
  const proof = proveDisclosure(disclosure, accounts);
  if (textOf(invocation, "format") === "json") {
    const unread = disclosure.unbound.map(({ text, reason, source }) => ({ printed: text, reason, source }));
    await write(streams.stdout, `${JSON.stringify({ file: target, against, ...proof, unread }, undefined, 2)}\n`);
  } else {
    const lines = linesOf(proof, disclosure, { lang, columns: columnsOf(streams), all: isOn(invocation, "all") });
    await write(streams.stdout, `${lines.join("\n")}\n`);
  }
  const { differs, notInAccounts, approximate, unread, missing } = proof.counts;
  const open = isOn(invocation, "strict") ? notInAccounts + approximate + unread + missing : 0;
  return differs + open > 0 ? EXIT.found : EXIT.clean;
}

interface Shown {
  readonly lang: Language;
  readonly columns: number;
  readonly all: boolean;
}

function linesOf(proof: Proof, { unbound, oddities }: Disclosure, { lang, columns, all }: Shown): string[] {
  const words = WORDS[lang];
  const lines: string[] = [proof.headline[lang]];
  if (oddities.some(({ code }) => code === "tracked-deletion")) lines.push(words.revisions);
  const colon = lang === "zh" ? "：" : ": ";
  const section = (title: string, entries: readonly string[]) => {
    if (entries.length === 0) return;
    lines.push("", `${title}（${entries.length}）`);
    for (const entry of entries) lines.push(...hang("  ", entry, columns));
  };
  const figures = (verdicts: readonly string[]) =>
    proof.figures
      .filter(({ verdict }) => verdicts.includes(verdict))
      .map((figure) => {
        const why = figure.calculation === undefined ? "" : words.from(figure.calculation);
        return `${figure.place[lang]}　${figure.name[lang]}${colon}${words.line(figure)}${why}`;
      });
  for (const verdict of ["differs", "not-in-accounts", "approximate"] as const)
    section(words[verdict], figures([verdict]));
  // A table that is not there is one omission, whatever number of figures it has.
  const absent = new Set(proof.absent.map(({ table }) => table));
  section(
    words.absent,
    proof.absent.map(({ title, figures: count }) => `${title[lang]}${colon}${words.figures(count)}`),
  );
  section(
    words.missing,
    proof.missing
      .filter(({ source }) => source.table === undefined || !absent.has(source.table))
      .map(({ name, accounts, place }) => `${place[lang]}　${name[lang]}${colon}${accounts}`),
  );
  section(
    words.unread,
    unbound.map(({ text, source }) => `${source.context ?? text}　“${text}”`),
  );
  if (all) section(words.equal, figures(["equal", "derived"]));
  return lines;
}

import {
  disclosureOf,
  finalAccountsSchema,
  proveDisclosure,
  type Disclosure,
  type Proof,
  type ProvenFigure,
} from "@juesuan/core";
import { examine } from "@juesuan/readers";
import type { Invocation } from "../command/declaration.ts";
import { isOn, textOf } from "../command/parse.ts";
import { columnsOf } from "../screen/columns.ts";
import { EXIT, UsageError, write, type Language, type Streams } from "../streams.ts";
import { hang } from "../text/width.ts";
import { bytesOf, readable, readOne } from "./document.ts";

const WORDS = {
  zh: {
    differs: "与账不一致",
    "not-in-accounts": "账上没有",
    approximate: "约数，无从比较",
    missing: "账上有而没有印出",
    unread: "没有读懂，未能比较",
    equal: "与账一致",
    line: ({ printed, accounts }: ProvenFigure) =>
      `印作 ${printed}${accounts === undefined ? "" : `，账上 ${accounts}`}`,
    from: (calculation: string) => `（由账算得：${calculation}）`,
  },
  en: {
    differs: "Differ from the accounts",
    "not-in-accounts": "Not in the accounts",
    approximate: "Approximations, which cannot be compared",
    missing: "In the accounts but not printed",
    unread: "Could not be read, hence not compared",
    equal: "Equal to the accounts",
    line: ({ printed, accounts }: ProvenFigure) =>
      `printed ${printed}${accounts === undefined ? "" : `, the accounts say ${accounts}`}`,
    from: (calculation: string) => ` (from the accounts: ${calculation})`,
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
  const accounts = await accountsIn(against, streams);
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

/** Accounts as juesuan writes them in JSON, or as any file states them. */
async function accountsIn(target: string, streams: Streams): Promise<Disclosure> {
  const bytes = await bytesOf(target, streams);
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x80);
  if (first !== 0x7b) return (await readable(target, () => examine(bytes, { name: target }))).disclosure;
  const accounts = parsed(bytes, target);
  const { success, data, error } = finalAccountsSchema.safeParse(accounts);
  if (success) return disclosureOf(data);
  if (isDisclosure(accounts)) return accounts;
  const issue = error.issues[0];
  const where = issue?.path.join(".") ?? "";
  throw new UsageError(
    `${target} 不是 juesuan 的账（${where}：${issue?.message ?? ""}）。`,
    `${target} holds no accounts of juesuan's (${where}: ${issue?.message ?? ""}).`,
  );
}

function parsed(bytes: Uint8Array, target: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw new UsageError(`${target} 不是有效的 JSON：${why}`, `${target} is no valid JSON: ${why}`);
  }
}

/** What `export --to json` writes: the figures, before they are arranged as accounts. */
function isDisclosure(value: unknown): value is Disclosure {
  if (typeof value !== "object" || value === null) return false;
  const { kind, figures, tables, statements } = value as Partial<Disclosure>;
  return (
    kind === "final-accounts" &&
    Array.isArray(tables) &&
    Array.isArray(statements) &&
    Array.isArray(figures) &&
    figures.every(
      ({ concept, dimensions, value: number, unit, source }) =>
        [typeof concept, typeof dimensions, typeof number, typeof unit, typeof source].join() ===
        "string,object,string,string,object",
    )
  );
}

interface Shown {
  readonly lang: Language;
  readonly columns: number;
  readonly all: boolean;
}

function linesOf(proof: Proof, { unbound }: Disclosure, { lang, columns, all }: Shown): string[] {
  const words = WORDS[lang];
  const lines = [proof.headline[lang]];
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
  section(
    words.missing,
    proof.missing.map(({ name, accounts, place }) => `${place[lang]}　${name[lang]}${colon}${accounts}`),
  );
  section(
    words.unread,
    unbound.map(({ text, source }) => `${source.context ?? text}　“${text}”`),
  );
  if (all) section(words.equal, figures(["equal", "derived"]));
  return lines;
}

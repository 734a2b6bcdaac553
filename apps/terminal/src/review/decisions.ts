import { readFile, rename, writeFile } from "node:fs/promises";
import { PolicySchema, type Finding, type Policy } from "@juesuan/core";
import type { Brief } from "../check/entry.ts";
import { UsageError } from "../streams.ts";

/** `accepted`: the finding is right and may stand. `false-alarm`: the finding is wrong. */
export type DecisionKind = "accepted" | "false-alarm";

export interface Decision {
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly by?: string;
}

/** Decisions by {@link decisionKey}. */
export type Decisions = ReadonlyMap<string, Decision>;

/** What a decision is about, noted in the policy so that it excuses no other department's finding. */
export interface Subject {
  readonly fingerprint: string;
  readonly department?: string;
  readonly fiscalYear?: number;
}

export function subjectOf(
  { department, fiscalYear }: Pick<Brief, "department" | "fiscalYear">,
  { fingerprint }: Pick<Finding, "fingerprint">,
): Subject {
  return { fingerprint, ...(department ? { department } : {}), ...(fiscalYear ? { fiscalYear } : {}) };
}

/** Two findings are decided together when the policy cannot tell them apart. */
export function decisionKey({ fingerprint, department = "", fiscalYear = 0 }: Subject): string {
  return `${department}\u0000${fiscalYear}\u0000${fingerprint}`;
}

/** The policy that a file holds; undefined where there is no file. Throws {@link UsageError} for one that is none. */
export async function readPolicy(path: string): Promise<Policy | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw notReadable(path, (error as Error).message);
  }
  try {
    const { success, data, error } = PolicySchema.safeParse(JSON.parse(text));
    if (success) return data;
    throw new Error(error.issues.map(({ path: at, message }) => `${at.join(".")}: ${message}`).join("; "));
  } catch (error) {
    throw notReadable(path, (error as Error).message);
  }
}

function notReadable(path: string, why: string): UsageError {
  return new UsageError(`无法读取政策文件 ${path}：${why}`, `The policy file ${path} cannot be read: ${why}`);
}

/** The decisions that a policy holds about these findings. An entry that names no department is about all. */
export function decisionsOf(policy: Policy | undefined, subjects: readonly Subject[]): Decisions {
  const decisions = new Map<string, Decision>();
  for (const entry of policy?.acknowledged ?? []) {
    const { kind = "accepted", reason, by } = entry;
    const decision: Decision = { kind, reason, ...(by === undefined ? {} : { by }) };
    for (const subject of subjects) {
      if (isAbout(entry, subject)) decisions.set(decisionKey(subject), decision);
    }
  }
  return decisions;
}

type Acknowledgement = NonNullable<Policy["acknowledged"]>[number];

function isAbout(entry: Acknowledgement, subject: Subject): boolean {
  return (
    entry.fingerprint === subject.fingerprint &&
    (entry.department === undefined || entry.department === subject.department) &&
    (entry.fiscalYear === undefined || entry.fiscalYear === subject.fiscalYear)
  );
}

/**
 * The policy with these decisions about these subjects. Entries about other findings stay as they are; those of findings
 * that are undecided now go. The rest of the policy belongs to the user.
 */
export function withDecisions(policy: Policy | undefined, decisions: Decisions, subjects: readonly Subject[]): Policy {
  const before = policy?.acknowledged ?? [];
  const others = before.filter((entry) => !subjects.some((subject) => isAbout(entry, subject)));
  const own = new Map<string, Acknowledgement>();
  for (const subject of subjects) {
    const decision = decisions.get(decisionKey(subject));
    if (!decision) continue;
    const until = before.find((entry) => isAbout(entry, subject))?.until;
    own.set(decisionKey(subject), { ...subject, ...decision, ...(until === undefined ? {} : { until }) });
  }
  return { ...policy, acknowledged: [...others, ...own.values()] };
}

/** Writes the whole file or none of it. */
export async function writePolicy(path: string, policy: Policy): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, `${JSON.stringify(policy, undefined, 2)}\n`);
  await rename(draft, path);
}

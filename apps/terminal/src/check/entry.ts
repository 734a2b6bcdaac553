import type { Examine } from "@juesuan/api";
import type { DocumentReport, Fact, Policy, ReadDocument } from "@juesuan/core";
import type { Crop } from "@juesuan/readers/pdf";
import type { Comparison } from "./baseline.ts";

/** Why a document was not checked, for programs (`code`) and for people. */
export interface EntryError {
  readonly code: string;
  readonly message: string;
  readonly messageEn: string;
}

/** A document of the report. One that could not be read, or is no disclosure of final accounts, says why in `error`. */
export interface Entry extends DocumentReport {
  readonly error?: EntryError;
  /** Against an earlier report, where one was given. */
  readonly baseline?: Comparison;
}

/** An entry without its facts, which are most of its bulk: all that a summary, a table of findings or a screen needs. */
export interface Brief extends Entry {
  readonly facts: never[];
  readonly unbound: never[];
  /** What findings blame as the page shows it, by fingerprint, where that was wanted. */
  readonly crops?: Readonly<Record<string, Crop>>;
}

export function briefOf(entry: Entry): Brief {
  return { ...entry, facts: [], unbound: [], ledger: { ...entry.ledger, ties: {} } };
}

/** What one document gave: the entry, and what was read where it could be. */
export interface Examined {
  readonly entry: Entry;
  readonly document?: ReadDocument;
}

/** What is wanted of a document beyond its brief. */
export interface Wanted {
  /** The whole entry as JSON text. */
  readonly json?: boolean;
  /** Pieces of the pages of a PDF, to show people what a finding is about. */
  readonly crops?: boolean;
  /** What was read, and the facts that findings blame: to show findings in their place. */
  readonly document?: boolean;
  /** Scanned pages are to be read by optical recognition. */
  readonly ocr?: boolean;
  /** Also what rounding explains. */
  readonly rounding?: boolean;
}

/** The brief and what was wanted, fit to be sent from a worker. */
export interface Answer {
  readonly brief: Brief;
  readonly json?: string;
  readonly document?: ReadDocument;
  readonly blamed?: readonly Fact[];
}

export function answerOf({ entry, document }: Examined, wanted: Wanted): Answer {
  const answer = { brief: briefOf(entry), ...(wanted.json ? { json: JSON.stringify(entry) } : {}) };
  if (!wanted.document || !document) return answer;
  const blamed = new Set(entry.findings.flatMap(({ culprits }) => culprits.map(({ figure }) => figure)));
  const { boxes: _, ...read } = document;
  return { ...answer, document: read, blamed: entry.facts.filter(({ id }) => blamed.has(id)) };
}

/** Reads and checks one document. It never throws: a broken document becomes an entry with its error. */
export async function examineEntry(
  name: string,
  bytes: Uint8Array,
  sha256: string,
  examine: Examine,
  policy?: Policy,
  rounding?: boolean,
): Promise<Examined> {
  try {
    const { report, document } = await examine(bytes, {
      name,
      sha256,
      ...(policy === undefined ? {} : { policy }),
      ...(rounding === undefined ? {} : { rounding }),
    });
    const { refusal } = report;
    if (!refusal) return { entry: { ...report, file: name }, document };
    const error = { code: "not-final-accounts", message: refusal.zh, messageEn: refusal.en };
    return { entry: { ...report, file: name, error }, document };
  } catch (error) {
    return { entry: unreadEntry(name, sha256, readingError(error)) };
  }
}

function readingError(error: unknown): EntryError {
  if (isUnreadable(error)) return { code: error.code, message: error.message, messageEn: error.messageEn };
  // A fault of this program: said as such, and still no reason to stop the others.
  const what = error instanceof Error ? `${error.name}: ${error.message}${placeIn(error.stack)}` : String(error);
  return {
    code: "internal",
    message: `处理时程序出错，请报告此问题：${what}`,
    messageEn: `The program failed on this file; please report it: ${what}`,
  };
}

/** The file and line of the program that an error comes from: what a report of it needs, and no more. */
function placeIn(stack = ""): string {
  const place = /([\w.-]+\.[cm]?[jt]sx?:\d+)(?::\d+)?\)?$/m.exec(stack);
  return place ? ` (${place[1]})` : "";
}

/** A reader's error carries its sentence in both languages, whichever copy of the class it is of. */
function isUnreadable(error: unknown): error is Error & { readonly code: string; readonly messageEn: string } {
  return error instanceof Error && "code" in error && "messageEn" in error && typeof error.messageEn === "string";
}

export function unreadEntry(file: string, sha256: string, error: EntryError): Entry {
  return {
    file,
    sha256,
    kind: "other",
    refusal: null,
    department: null,
    fiscalYear: null,
    profile: "unknown",
    unit: "ten-thousand-yuan",
    format: "unknown",
    figures: { printed: 0, bound: 0, unbound: 0 },
    facts: [],
    unbound: [],
    findings: [],
    ledger: {
      figures: { printed: 0, tied: 0, free: 0, unread: 0 },
      ties: {},
      relations: [],
      headline: { zh: "未读取，什么也没有核对。", en: "Not read: nothing was checked." },
    },
    reading: { sections: [], tables: [], oddities: [] },
    error,
  };
}

/** What the file system says, in words. */
export function fileError(error: NodeJS.ErrnoException): EntryError {
  switch (error.code) {
    case "ENOENT":
      return { code: "no-such-file", message: "没有这个文件。", messageEn: "There is no such file." };
    case "EISDIR":
      return { code: "a-folder", message: "这是文件夹。", messageEn: "This is a folder." };
    case "EACCES":
    case "EPERM":
      return {
        code: "not-permitted",
        message: "没有读取此文件的权限。",
        messageEn: "Reading this file is not permitted.",
      };
    default:
      return {
        code: "read-failed",
        message: `读取失败：${error.message}`,
        messageEn: `Reading failed: ${error.message}`,
      };
  }
}

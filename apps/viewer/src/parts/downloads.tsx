import { useEffect, useRef, useState } from "react";
import type { FinalAccounts } from "@juesuan/core";
import type { CheckAnswer, CheckQuestion, Drafted, DraftFormat } from "../lib/check-messages.ts";
import { partOf, useJson } from "../lib/data.ts";
import type { DraftQuestion } from "../lib/draft.worker.ts";
import { useLanguage, type Words } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import { save } from "../lib/save.ts";

interface Stored {
  readonly accounts: FinalAccounts | null;
  /** How large the published file is, where it was kept. */
  readonly source: number | null;
}

type State = "idle" | "working" | Drafted | { readonly failure: Words };

interface Format extends Words {
  readonly to: DraftFormat;
  /** What its name ends in, behind the disclosure's. */
  readonly ending: string;
}

const DISCLOSURE: readonly Format[] = [
  { to: "docx", zh: "Word", en: "Word", ending: ".docx" },
  { to: "html", zh: "网页", en: "Web page", ending: ".html" },
];
const FORM: readonly Format[] = [{ to: "form", zh: "待填的 Excel", en: "Workbook to fill in", ending: "编写表.xlsx" }];

/** A department's year to take away: written out whole, its tables, the published file, the data. */
export default function Downloads() {
  const { say } = useLanguage();
  const { account, report } = useReport();
  const stored = useJson<Stored>(account === undefined ? undefined : `/v1/accounts/${encodeURIComponent(account)}`);
  const kept = stored.state === "ready" ? stored.value : undefined;
  return (
    <dl className="take">
      <dt>{say({ zh: "整份文稿", en: "The whole disclosure" })}</dt>
      <dd>
        <Whole
          accounts={kept?.accounts ?? undefined}
          formats={DISCLOSURE}
          hint={{
            zh: "按公开格式由读出的数字重新写成：算得出的已改正，原文没有的标出待补。",
            en: "Written anew in its form from the figures read: what can be computed is put right, what is missing is marked.",
          }}
          outcome={({ putRight, missing }) => ({
            zh: `已写出：改正 ${putRight} 处，${missing === 0 ? "没有缺项" : `标出待补 ${missing} 处`}。`,
            en: `Written: ${putRight} put right, ${missing === 0 ? "nothing missing" : `${missing} marked as missing`}.`,
          })}
        />
      </dd>
      <dt>{say({ zh: "编写表", en: "Form to fill in" })}</dt>
      <dd>
        <Whole
          accounts={kept?.accounts ?? undefined}
          formats={FORM}
          hint={{
            zh: "列出公开格式要写、而这份文件没有写的内容，供部门填写，再与数字合成文稿。",
            en: "Lists what the form asks for and this document does not say, to be filled in and written out with the figures.",
          }}
          outcome={({ missing }) => ({
            zh: `已写出：待填 ${missing} 项。`,
            en: `Written: ${missing} to be filled in.`,
          })}
        />
      </dd>
      <dt>{say({ zh: "全部报表", en: "All tables" })}</dt>
      <dd>
        <Workbook />
      </dd>
      {kept && kept.source !== null ? (
        <>
          <dt>{say({ zh: "公布的原文件", en: "The file as published" })}</dt>
          <dd>
            <a href={`/v1/accounts/${encodeURIComponent(account!)}/source`} download={report.file}>
              {report.file}
            </a>
          </dd>
        </>
      ) : null}
      {account === undefined ? null : (
        <>
          <dt>{say({ zh: "数据", en: "Data" })}</dt>
          <dd>
            <a href={`/v1/accounts/${encodeURIComponent(account)}/report`} download={`${account}.json`}>
              JSON
            </a>
          </dd>
        </>
      )}
    </dl>
  );
}

/** What is written in this browser from what was read: text, charts and tables in the order of the form, or the form itself. */
function Whole({
  accounts,
  formats,
  hint,
  outcome,
}: {
  readonly accounts: FinalAccounts | undefined;
  readonly formats: readonly Format[];
  readonly hint: Words;
  readonly outcome: (drafted: Drafted) => Words;
}) {
  const { say } = useLanguage();
  const { own } = useReport();
  const [state, setState] = useState<State>("idle");
  const worker = useRef<Worker>(undefined);
  useEffect(() => () => worker.current?.terminate(), []);
  const begin = async ({ to, ending }: Format): Promise<void> => {
    setState("working");
    const made = own
      ? new Worker(new URL("../lib/check.worker.ts", import.meta.url), { type: "module" })
      : new Worker(new URL("../lib/draft.worker.ts", import.meta.url), { type: "module" });
    worker.current = made;
    made.addEventListener("message", ({ data }: MessageEvent<CheckAnswer>) => {
      if ("drafted" in data) {
        setState(data);
        save([data.drafted], `${data.title}${ending}`);
      } else if ("failure" in data) setState(data);
      made.terminate();
    });
    if (own) {
      const bytes = new Uint8Array(await own.arrayBuffer());
      made.postMessage({ id: 0, name: own.name, bytes, draft: to } satisfies CheckQuestion, [bytes.buffer]);
    } else if (accounts) made.postMessage({ accounts, to } satisfies DraftQuestion);
  };
  return (
    <>
      {formats.map((format) => (
        <button
          key={format.to}
          type="button"
          className="link"
          disabled={state === "working" || (own === undefined && accounts === undefined)}
          onClick={() => void begin(format)}
        >
          {say(format)}
        </button>
      ))}
      <span role="status" className="quiet-words">
        {state === "idle"
          ? say(hint)
          : state === "working"
            ? say({ zh: "正在写…", en: "Writing …" })
            : say("failure" in state ? state.failure : outcome(state))}
      </span>
    </>
  );
}

function Workbook() {
  const { say } = useLanguage();
  const { tables, report } = useReport();
  const [state, setState] = useState<"idle" | "working" | Words>("idle");
  const begin = async (): Promise<void> => {
    setState("working");
    const [loaded, { gridsToXlsx }] = await Promise.all([partOf(tables), import("@juesuan/writers")]);
    const grids = loaded.state === "ready" ? loaded.value.tables : [];
    if (loaded.state === "failed") return setState(loaded.reason);
    if (grids.length === 0) return setState({ zh: "文件没有印出报表。", en: "The document prints no tables." });
    save(
      [new Uint8Array(gridsToXlsx(grids))],
      `${report.department ?? report.file}${report.fiscalYear ?? ""}年度决算报表.xlsx`,
    );
    setState("idle");
  };
  return (
    <>
      <button type="button" className="link" disabled={state === "working"} onClick={() => void begin()}>
        Excel
      </button>
      <span className="quiet-words" role="status">
        {typeof state === "string" ? "" : say(state)}
      </span>
    </>
  );
}

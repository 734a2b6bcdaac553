import { useLayoutEffect, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import type { CheckAnswer, CheckQuestion } from "../lib/check-messages.ts";
import { counted, useLanguage, type Words } from "../lib/language.tsx";
import { useOffline } from "../offline/offline.ts";
import type { View } from "../lib/report-context.tsx";
import { Corrections } from "../parts/corrections.tsx";
import { Files } from "../parts/fields.tsx";
import { ReportView, VIEWS } from "../parts/report-view.tsx";

interface Job {
  readonly id: number;
  readonly file: File;
  readonly answer?: CheckAnswer;
}

const isWord = ({ name }: File): boolean => /\.docx$/i.test(name);

const isDone = ({ answer }: Job): boolean => answer !== undefined && !("begun" in answer);

const PROMISES: readonly { readonly title: Words; readonly text: Words }[] = [
  {
    title: { zh: "不离开这台电脑", en: "Nothing leaves this machine" },
    text: {
      zh: "读取和核对都在浏览器里进行，没有上传这一步；拔掉网线也一样能用。",
      en: "Reading and checking happen in the browser. There is no upload; it works unplugged too.",
    },
  },
  {
    title: { zh: "指明哪个数、应是多少", en: "Which figure, and what it should be" },
    text: {
      zh: "每一处不符都写出算式，指出像是错的那个数，并带你到原文的位置。",
      en: "Each contradiction comes with its calculation, the figure at fault and its place in the document.",
    },
  },
  {
    title: { zh: "四舍五入不算错", en: "Rounding is no mistake" },
    text: {
      zh: "按印出的小数位数精确推算；舍入解释得了的差额不会报成错误。",
      en: "What the printed decimals explain is never called wrong.",
    },
  },
];

/** Check your own files: read and checked in the browser, by a worker; nothing is sent anywhere. */
export default function Check() {
  const { say } = useLanguage();
  const [search] = useSearchParams();
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  const [shown, setShown] = useState<number>();
  const [over, setOver] = useState(false);
  const worker = useRef<Worker>(undefined);
  const next = useRef(1);
  const isOffline = useOffline();
  // Before its field tells of files that were chosen early: they are read first, and sent by then.
  useLayoutEffect(() => {
    const own = new Worker(new URL("../lib/check.worker.ts", import.meta.url), { type: "module" });
    own.addEventListener("message", ({ data }: MessageEvent<CheckAnswer>) => {
      setJobs((before) => before.map((job) => (job.id === data.id ? { ...job, answer: data } : job)));
      if (!("begun" in data)) setShown((before) => before ?? data.id);
    });
    worker.current = own;
    return () => own.terminate();
  }, []);
  const take = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const id = next.current++;
      setJobs((before) => [...before, { id, file }]);
      const bytes = new Uint8Array(await file.arrayBuffer());
      worker.current?.postMessage({ id, name: file.name, bytes } satisfies CheckQuestion, [bytes.buffer]);
    }
  };
  const done = jobs.filter(isDone).length;
  const chosen = jobs.find(({ id }) => id === shown);
  const current = chosen?.answer;
  const asked = search.get("view") ?? "findings";
  const view = (VIEWS.has(asked) ? asked : "findings") as View;
  return (
    <>
      <title>{say({ zh: "核对文件 · 决算", en: "Check a file · juesuan" })}</title>
      <h1>{say({ zh: "核对你的决算文件", en: "Check your own final accounts" })}</h1>
      <p className="lead">
        {say({
          zh: "PDF、Word、Excel、网页或文本；只在这台电脑的浏览器里核对，不上传。",
          en: "PDF, Word, Excel, web page or text. Files are read and checked in this browser and never sent anywhere.",
        })}{" "}
        {isOffline ? (
          <span className="mark fine" role="status">
            {say({ zh: "所需程序已在本机，断网也能用", en: "All that is needed is here: it works without a network" })}
          </span>
        ) : null}
      </p>
      <label
        className={`drop${over ? " over" : ""}${jobs.length > 0 ? " small" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take([...event.dataTransfer.files]);
        }}
      >
        <span>
          {say({
            zh: "把文件拖到这里，或点此选择（可以多份）",
            en: "Drop files here, or choose them (several at once)",
          })}
        </span>
        <Files
          multiple
          accept=".pdf,.docx,.doc,.xlsx,.xls,.html,.htm,.txt,.md"
          onChoose={(files) => void take(files)}
        />
      </label>
      {jobs.length > 0 ? (
        <>
          <p role="status">
            {say({ zh: `已核对 ${done} / ${jobs.length} 份`, en: `${done} of ${jobs.length} checked` })}{" "}
            <progress value={done} max={jobs.length} aria-label={say({ zh: "进度", en: "Progress" })} />
          </p>
          <ul className="jobs">
            {jobs.map((job) => (
              <JobLine key={job.id} job={job} shown={job.id === shown} show={() => setShown(job.id)} />
            ))}
          </ul>
        </>
      ) : (
        <ul className="promises">
          {PROMISES.map(({ title, text }) => (
            <li key={title.en}>
              <strong>{say(title)}</strong>
              {say(text)}
            </li>
          ))}
        </ul>
      )}
      {chosen && current && "report" in current && isWord(chosen.file) && current.report.findings.length > 0 ? (
        <Corrections key={chosen.id} file={chosen.file} />
      ) : null}
      {current && "report" in current ? (
        <ReportView
          report={current.report}
          source={current.source}
          tables={{ tables: current.tables }}
          {...(chosen ? { own: chosen.file } : {})}
          {...(chosen && current.report.format === "pdf" ? { pdf: chosen.file } : {})}
          view={view}
          hrefOf={(target, details) =>
            `/check?${new URLSearchParams([
              ["view", target],
              ...Object.entries(details ?? {}).map(([name, value]) => [name, String(value)]),
            ]).toString()}`
          }
        />
      ) : null}
      {current && "failure" in current ? (
        <p className="refusal" role="alert">
          {say(current.failure)}
        </p>
      ) : null}
    </>
  );
}

function JobLine({ job, shown, show }: { readonly job: Job; readonly shown: boolean; readonly show: () => void }) {
  const { say } = useLanguage();
  const { answer } = job;
  const count = (severity: string): number =>
    answer && "report" in answer ? answer.report.findings.filter((finding) => finding.severity === severity).length : 0;
  return (
    <li>
      <button type="button" className="link" aria-pressed={shown} disabled={!isDone(job)} onClick={show}>
        {job.file.name}
      </button>{" "}
      {!answer ? (
        say({ zh: "等候", en: "waiting" })
      ) : "begun" in answer ? (
        say({ zh: "核对中…", en: "checking …" })
      ) : "failure" in answer ? (
        <span className="mark error">{say({ zh: "读不了", en: "unreadable" })}</span>
      ) : !("report" in answer) ? null : answer.report.refusal ? (
        <span className="mark warning">{say({ zh: "不是部门决算", en: "no final accounts" })}</span>
      ) : (
        <>
          <span className={count("error") > 0 ? "mark error" : "mark fine"}>
            {say({ zh: `错误 ${count("error")}`, en: counted(count("error"), "error") })}
          </span>{" "}
          <span className={count("warning") > 0 ? "mark warning" : "mark fine"}>
            {say({ zh: `提示 ${count("warning")}`, en: counted(count("warning"), "warning") })}
          </span>
        </>
      )}
    </li>
  );
}

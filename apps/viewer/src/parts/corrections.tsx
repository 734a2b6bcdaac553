import { useEffect, useRef, useState } from "react";
import type { CheckAnswer, CheckQuestion, Corrected } from "../lib/check-messages.ts";
import { useLanguage } from "../lib/language.tsx";
import { save } from "../lib/save.ts";

type State = "idle" | "working" | "failed" | Corrected;

/** Offers a Word file with its corrections as tracked changes, made in this browser. */
export function Corrections({ file }: { readonly file: File }) {
  const { say, language } = useLanguage();
  const [state, setState] = useState<State>("idle");
  const worker = useRef<Worker>(undefined);
  useEffect(() => () => worker.current?.terminate(), []);
  const begin = async (): Promise<void> => {
    setState("working");
    const own = new Worker(new URL("../lib/check.worker.ts", import.meta.url), { type: "module" });
    worker.current = own;
    own.addEventListener("message", ({ data }: MessageEvent<CheckAnswer>) => {
      if (!("corrected" in data)) return setState("failed");
      setState(data);
      save([data.corrected], nameOf(file.name, language));
      own.terminate();
    });
    const bytes = new Uint8Array(await file.arrayBuffer());
    own.postMessage({ id: 0, name: file.name, bytes, corrections: language } satisfies CheckQuestion, [bytes.buffer]);
  };
  return (
    <p className="corrections">
      <button type="button" className="quiet" disabled={state === "working"} onClick={() => void begin()}>
        {say({ zh: "下载修改建议（Word 修订）", en: "Download suggested corrections (tracked changes)" })}
      </button>{" "}
      <span role="status" className="quiet-words">
        {state === "idle"
          ? say({
              zh: "在原文件的副本上以修订和批注写出，接受与否由你；同样不离开这台电脑。",
              en: "Written into a copy as tracked changes and comments, yours to accept; made on this machine too.",
            })
          : state === "working"
            ? say({ zh: "正在写，并再核对一遍…", en: "Writing, and checking again …" })
            : state === "failed"
              ? say({ zh: "这个文件写不了修订。", en: "This file cannot be given tracked changes." })
              : say({
                  zh: `已写出：改了 ${state.changed} 处，另有 ${state.remarked} 处只写批注。`,
                  en: `Written: ${state.changed} changed, ${state.remarked} more in comments only.`,
                })}
      </span>
    </p>
  );
}

function nameOf(name: string, language: "zh" | "en"): string {
  return name.replace(/\.docx$/i, "") + (language === "zh" ? "（修改建议）.docx" : " (corrections).docx");
}

import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { Link } from "wouter";
import { usePart } from "../lib/data.ts";
import { explanationOf, glossaryOf } from "../lib/glossary.ts";
import { useLanguage, type Words } from "../lib/language.tsx";
import { MEANINGS } from "../lib/meanings.ts";
import { useReport } from "../lib/report-context.tsx";

interface Props {
  /** The key whose name it is. */
  readonly of: string;
  /** The code of the classification that it stands for, where it does. */
  readonly code?: string;
  readonly children?: ReactNode;
}

/** A name that explains itself under the pointer, a finger or the keyboard: in plain words, then in the document's. */
export function Term({ of, code, children }: Props) {
  const { say } = useLanguage();
  const { nameOf, codeName } = useReport();
  const { zh, en } = nameOf(of);
  const printedName = code === undefined ? undefined : codeName(code);
  // A name that stands alone begins with a capital.
  const name: Words = { zh: printedName ?? zh, en: printedName ?? en.charAt(0).toUpperCase() + en.slice(1) };
  const meaning = MEANINGS[of];
  const [isAsked, setAsked] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    // It stays with its word.
    const follow = (): void => {
      if (button.current && note.current) place(note.current, button.current);
    };
    addEventListener("scroll", follow, { passive: true });
    return () => removeEventListener("scroll", follow);
  }, [isOpen]);
  if (meaning === undefined && code === undefined) return children ?? say(name);
  const show = (): void => {
    // A page has many terms: the note of one is made when somebody asks for it.
    flushSync(() => setAsked(true));
    if (button.current && note.current) {
      place(note.current, button.current);
      note.current.showPopover();
    }
  };
  return (
    <span
      onPointerEnter={({ pointerType }) => pointerType === "mouse" && show()}
      onPointerLeave={({ pointerType }) => pointerType === "mouse" && note.current?.hidePopover()}
    >
      <button
        ref={button}
        type="button"
        className="term"
        aria-expanded={isOpen}
        aria-controls={isAsked ? id : undefined}
        onClick={show}
      >
        {children ?? say(name)}
      </button>
      {isAsked ? (
        <div
          ref={note}
          id={id}
          popover="auto"
          className="term-note"
          role="note"
          onToggle={({ newState }) => setOpen(newState === "open")}
        >
          <strong>{say(name)}</strong>
          {meaning === undefined ? null : <p>{say(meaning)}</p>}
          {isOpen ? <OwnWords name={name.zh} isAlone={meaning === undefined} code={code} /> : null}
        </div>
      ) : null}
    </span>
  );
}

/** What the document's glossary says of it; fetched when somebody asks. */
function OwnWords({
  name,
  isAlone,
  code,
}: {
  readonly name: string;
  readonly isAlone: boolean;
  readonly code: string | undefined;
}) {
  const { say } = useLanguage();
  const { source, hrefOf } = useReport();
  const loaded = usePart(source);
  if (loaded.state === "loading")
    return <p className="from">{say({ zh: "查文件的名词解释…", en: "Looking it up …" })}</p>;
  const found = loaded.state === "ready" ? explanationOf(glossaryOf(loaded.value), name) : undefined;
  return (
    <>
      {found ? (
        <>
          <q lang="zh-CN">{found.text}</q>
          <p className="from">
            <Link href={hrefOf("document", { at: found.at })}>
              {say({ zh: "文件的名词解释", en: "From the document’s glossary" })}
            </Link>
          </p>
        </>
      ) : isAlone ? (
        <p className="from">
          {say({ zh: "文件的名词解释没有这一项。", en: "The document’s glossary does not have it." })}
        </p>
      ) : null}
      {code === undefined ? null : (
        <p className="from">
          <Link href={`/codes/${code}`}>{say({ zh: `科目 ${code}`, en: `Code ${code}` })}</Link>
        </p>
      )}
    </>
  );
}

/** Below its word, or above it where there is more room; never off the screen. */
function place(note: HTMLElement, word: HTMLElement): void {
  const { left, top, bottom } = word.getBoundingClientRect();
  const width = Math.min(384, innerWidth - 32);
  note.style.left = `${Math.max(16, Math.min(left, innerWidth - width - 16))}px`;
  const isBelow = innerHeight - bottom > 220 || innerHeight - bottom > top;
  note.style.top = isBelow ? `${bottom}px` : "auto";
  note.style.bottom = isBelow ? "auto" : `${innerHeight - top}px`;
}

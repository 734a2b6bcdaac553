import { useDeferredValue, useMemo, useState } from "react";
import { printed, unitOf } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import type { Mark } from "../lib/marks.ts";
import { useReport } from "../lib/report-context.tsx";
import { Field } from "./fields.tsx";

const MOST = 30;

/** Finds figures of the document by what they measure, what is printed or where they stand. */
export function Seek({ marks, choose }: { readonly marks: readonly Mark[]; readonly choose: (start: number) => void }) {
  const { say } = useLanguage();
  const { nameOf, placed } = useReport();
  const [words, setWords] = useState("");
  const wanted = useDeferredValue(words.trim());
  const found = useMemo(() => {
    if (wanted === "") return [];
    const digits = wanted.replaceAll(",", "");
    return marks.flatMap((mark) => {
      const { fact } = mark;
      if (!fact) return [];
      const name = say(nameOf(fact.key));
      const isFound =
        name.includes(wanted) || fact.value.startsWith(digits) || say(placed(fact.source)).includes(wanted);
      return isFound ? [{ mark, fact, name }] : [];
    });
  }, [marks, wanted, say, nameOf, placed]);
  return (
    <search className="seek">
      <Field
        type="search"
        aria-label={say({ zh: "找数字或名称", en: "Find a figure or a name" })}
        placeholder={say({ zh: "如：公务接待费、1902.23", en: "e.g. 1902.23" })}
        onWrite={setWords}
      />
      {wanted === "" ? null : (
        <>
          <p role="status" className="quiet-words">
            {found.length > MOST
              ? say({ zh: `${found.length} 处，先列 ${MOST} 处`, en: `${found.length} places, the first ${MOST}` })
              : say({ zh: `${found.length} 处`, en: `${found.length} places` })}
          </p>
          <ul>
            {found.slice(0, MOST).map(({ mark, fact, name }) => (
              <li key={mark.start}>
                <button type="button" className="link" onClick={() => choose(mark.start)}>
                  {name} {printed(fact)} {say(unitOf(fact))}
                </button>{" "}
                <span className="quiet-words">{say(placed(fact.source))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </search>
  );
}

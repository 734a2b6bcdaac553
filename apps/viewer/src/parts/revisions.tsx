import { useState } from "react";
import { useJson, type DocumentReport } from "../lib/data.ts";
import { dayOf } from "../lib/days.ts";
import { SEVERITIES } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import { Unfolding } from "./fields.tsx";
import { Headings } from "./headings.tsx";
import { Failed, Waiting } from "./states.tsx";

interface Revision {
  readonly number: number;
  readonly file: string;
  readonly recordedAt: string;
}

type Findings = DocumentReport["findings"];

interface Difference {
  readonly figures: readonly {
    readonly key: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
  readonly findings: { readonly cured: Findings; readonly new: Findings };
}

/** A disclosure that was published anew: when, and what changed each time. One published once says nothing here. */
export function Revisions({ account }: { readonly account: string }) {
  const { say, language } = useLanguage();
  const loaded = useJson<{ readonly revisions: readonly Revision[] }>(
    `/v1/accounts/${encodeURIComponent(account)}/revisions`,
  );
  if (loaded.state !== "ready" || loaded.value.revisions.length < 2) return null;
  const revisions = loaded.value.revisions.toSorted((a, b) => b.number - a.number);
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">{say({ zh: "公布的版本", en: "Revisions" })}</h2>
      <ol className="revisions">
        {revisions.map(({ number, recordedAt }, index) => {
          const before = revisions[index + 1];
          return (
            <li key={number}>
              {say({
                zh: `第 ${number} 版，${dayOf(recordedAt, language)}收录`,
                en: `Revision ${number}, recorded ${dayOf(recordedAt, language)}`,
              })}
              {before ? <Changes account={account} from={before.number} to={number} /> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

interface ChangesProps {
  readonly account: string;
  readonly from: number;
  readonly to: number;
}

function Changes({ account, from, to }: ChangesProps) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <Unfolding onOpen={setOpen}>
      <summary>{say({ zh: `与第 ${from} 版有何不同`, en: `What changed since revision ${from}` })}</summary>
      {isOpen ? <ChangeList account={account} from={from} to={to} /> : null}
    </Unfolding>
  );
}

function ChangeList({ account, from, to }: ChangesProps) {
  const { say } = useLanguage();
  const { nameOf } = useReport();
  const loaded = useJson<Difference>(`/v1/accounts/${encodeURIComponent(account)}/revisions/${from}/diff/${to}`);
  if (loaded.state === "loading") return <Waiting />;
  if (loaded.state === "failed") return <Failed reason={loaded.reason} />;
  const { figures, findings } = loaded.value;
  const nothing = say({ zh: "没有印", en: "not printed" });
  return (
    <>
      {figures.length === 0 ? (
        <p>{say({ zh: "数字没有变动。", en: "No figure changed." })}</p>
      ) : (
        <table className="parts">
          <Headings
            row={{ zh: "数字", en: "Figure" }}
            numbers={[
              { zh: "原来", en: "Before" },
              { zh: "现在", en: "Now" },
            ]}
          />
          <tbody>
            {figures.map(({ key, before, after }) => (
              <tr key={key}>
                <th scope="row">{say(nameOf(key))}</th>
                <td className="number">{before.length === 0 ? nothing : before.join(" / ")}</td>
                <td className="number">{after.length === 0 ? nothing : after.join(" / ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(["new", "cured"] as const).map((change) => {
        const list = findings[change].filter(({ severity }) => severity !== "rounding");
        if (list.length === 0) return null;
        return (
          <div key={change}>
            <p>
              {change === "new"
                ? say({ zh: "新出现的不符：", en: "New findings:" })
                : say({ zh: "已经改正的：", en: "Corrected:" })}
            </p>
            <ul>
              {list.map(({ fingerprint, severity, message, messageEn }) => (
                <li key={fingerprint}>
                  <span className={`mark ${severity}`}>{say(SEVERITIES[severity])}</span>{" "}
                  {say({ zh: message, en: messageEn })}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

import { Link } from "wouter";
import { shareOf } from "../lib/amounts.ts";
import { bestOf, printed, unitOf, type Fact, type Finding } from "../lib/facts.ts";
import { sentenceOf, useLanguage } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";
import type { Structure } from "../lib/structure.ts";
import { FigureLink } from "./place-link.tsx";
import { Shares } from "./shares.tsx";

const FINDINGS = 3;

/** What a citizen asks first: how much, mostly on what, and whether the disclosure agrees with itself. */
export function InBrief({ structure }: { readonly structure: Structure | undefined }) {
  const { say } = useLanguage();
  return (
    <section className="brief" aria-label={say({ zh: "一眼看懂", en: "In brief" })}>
      <Spent structure={structure} />
      <Agreement />
    </section>
  );
}

function Spent({ structure }: { readonly structure: Structure | undefined }) {
  const { say } = useLanguage();
  const { byKey, codeName, nameOf, findingsOf } = useReport();
  const whole = structure && bestOf(byKey.get(structure.whole));
  const spent = bestOf(byKey.get("expenditure")) ?? bestOf(byKey.get("expenditure{fund=general}")) ?? whole;
  if (!spent) {
    return (
      <div>
        <h2>{say({ zh: "这一年花了多少", en: "Spent in the year" })}</h2>
        <p>{say({ zh: "文件没有说明支出合计。", en: "The document does not state its expenditure." })}</p>
      </div>
    );
  }
  const unit = say(unitOf(spent));
  const isDisputed = (byKey.get(spent.key) ?? []).some((fact) =>
    findingsOf(fact).some(({ severity }) => severity === "error"),
  );
  const most = structure?.branches[0];
  const share = most && whole?.unit === most.fact.unit ? shareOf(most.fact.value, whole.value) : undefined;
  const nameOfClass = (fact: Fact): string =>
    codeName(String(fact.dimensions["functional"] ?? "")) ?? say(nameOf(fact.key));
  // A share is of something: said where it is not of the sum above.
  const of = whole && whole.key !== spent.key ? nameOf(whole.key) : undefined;
  return (
    <div>
      <h2>{say({ zh: "这一年花了", en: "Spent in the year" })}</h2>
      <p className="sum">
        <FigureLink fact={spent}>
          <span className={isDisputed ? "amount-disputed" : "held"}>{printed(spent)}</span>
        </FigureLink>{" "}
        <small>{unit}</small>
      </p>
      {most ? (
        <p>
          {say({ zh: "最多用于", en: "Most of it on " })}
          <strong>{nameOfClass(most.fact)}</strong>
          {say({ zh: "：", en: ": " })}
          {printed(most.fact)} {say(unitOf(most.fact))}
          {share === undefined
            ? ""
            : say({
                zh: `，占${of === undefined ? "" : `${of.zh}的`} ${share}%`,
                en: `, ${share}%${of === undefined ? "" : ` of ${of.en}`}`,
              })}
          {say({ zh: "。", en: "." })}
        </p>
      ) : null}
      {whole ? (
        <Shares
          whole={whole}
          facts={structure!.branches.map(({ fact }) => fact)}
          nameOfPart={nameOfClass}
          rest={(count) => ({ zh: `其余 ${count} 类`, en: `${count} other classes` })}
        />
      ) : null}
    </div>
  );
}

function Agreement() {
  const { say } = useLanguage();
  const { report, hrefOf } = useReport();
  const of = (severity: Finding["severity"]): readonly Finding[] =>
    report.findings.filter((finding) => finding.severity === severity);
  const errors = of("error");
  const warnings = of("warning");
  const shown = [...errors, ...warnings].slice(0, FINDINGS);
  const more = errors.length + warnings.length - shown.length;
  return (
    <div>
      <h2>{say({ zh: "数字对不对得上", en: "Does it add up" })}</h2>
      <p className={errors.length > 0 ? "sum error" : "sum"}>
        {errors.length > 0
          ? say({
              zh: `${errors.length} 处前后不符`,
              en: errors.length === 1 ? "1 contradiction" : `${errors.length} contradictions`,
            })
          : say({ zh: "没有发现不符", en: "No contradiction found" })}
      </p>
      <ol>
        {shown.map((finding) => (
          <li key={finding.fingerprint}>
            <strong>
              <span className={`mark ${finding.severity}`}>
                {finding.severity === "error" ? say({ zh: "错误", en: "Error" }) : say({ zh: "提示", en: "Warning" })}
              </span>{" "}
              {say({ zh: finding.title, en: finding.titleEn })}
            </strong>
            {say(sentenceOf(finding))}{" "}
            <Link href={hrefOf("document", { finding: finding.fingerprint })} className="nowrap">
              {say({ zh: "看原文", en: "In the document" })}
            </Link>
          </li>
        ))}
      </ol>
      <p className="quiet-words">{say(report.ledger.headline)}</p>
      {more > 0 || shown.length > 0 ? (
        <p>
          <Link href={hrefOf("findings")}>
            {more > 0
              ? say({ zh: `全部核对结果（还有 ${more} 处）`, en: `All findings (${more} more)` })
              : say({ zh: "全部核对结果与依据", en: "All findings and their basis" })}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

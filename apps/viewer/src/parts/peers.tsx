import { nameOfKey } from "@juesuan/core/names";
import { Link } from "wouter";
import { grouped } from "../lib/amounts.ts";
import { useJson, type AccountSummary } from "../lib/data.ts";
import { useLanguage, type Words } from "../lib/language.tsx";
import { Strip } from "./strip.tsx";

interface Money {
  readonly fen: number;
  readonly yuan: string;
}

interface Standing {
  readonly key: string;
  readonly per: "head" | "million";
  readonly value: Money | null;
  readonly peers:
    | ({ readonly count: number } & Readonly<Record<"minimum" | "lower" | "median" | "upper" | "maximum", Money>>)
    | null;
  readonly outlier: "low" | "high" | null;
  readonly sentence: string;
  readonly sentenceEn: string;
}

interface Outliers {
  readonly scope: Scope;
  readonly peers: number;
  readonly standings: readonly Standing[];
}

type Scope = "prefecture" | "province" | "nation";

export interface Peers {
  readonly scope: Scope;
  readonly accounts: readonly AccountSummary[];
}

export const SCOPES: Readonly<Record<Scope, Words>> = {
  prefecture: { zh: "同一地市", en: "the same prefecture" },
  province: { zh: "同一省（区、市）", en: "the same province" },
  nation: { zh: "全国", en: "the whole country" },
};

const PER: Readonly<Record<Standing["per"], Words>> = {
  head: { zh: "每人", en: "per member of staff" },
  million: { zh: "每百万元支出", en: "per million yuan spent" },
};

/** Side by side with the first so many of them: what one page can hold. */
const BESIDE = 9;

/** How a department's ratios stand among departments of its kind; nothing where the store knows none. */
export function AmongPeers({ account }: { readonly account: string }) {
  const { say } = useLanguage();
  const id = encodeURIComponent(account);
  const peers = useJson<Peers>(`/v1/accounts/${id}/peers`);
  const hasPeers = peers.state === "ready" && peers.value.accounts.length > 0;
  const outliers = useJson<Outliers>(hasPeers ? `/v1/accounts/${id}/outliers` : undefined);
  if (!hasPeers) return null;
  const { scope, accounts } = peers.value;
  const standings = outliers.state === "ready" ? outliers.value.standings.filter((one) => one.peers !== null) : [];
  const beside = [account, ...accounts.slice(0, BESIDE).map((peer) => peer.id)].join(",");
  return (
    <section aria-labelledby="peers">
      <h2 id="peers">{say({ zh: "与同类部门相比", en: "Among departments of its kind" })}</h2>
      <p className="quiet-words">
        {say({
          zh: `${SCOPES[scope].zh}同年度、同级、同类部门 ${accounts.length} 个。职责和规模各有不同，突出不等于有误。`,
          en: `${accounts.length} of the same kind, level and year in ${SCOPES[scope].en}. Duties and sizes differ; standing out is no error.`,
        })}{" "}
        <Link href={`/compare?ids=${encodeURIComponent(beside)}`}>{say({ zh: "并列", en: "Side by side" })}</Link>
      </p>
      {standings.length === 0 ? null : (
        <ul className="standings">
          {standings.map((standing) => (
            <One key={`${standing.key} ${standing.per}`} standing={standing} />
          ))}
        </ul>
      )}
    </section>
  );
}

function One({ standing }: { readonly standing: Standing }) {
  const { say } = useLanguage();
  const { key, per, value, peers, outlier, sentence, sentenceEn } = standing;
  if (!peers) return null;
  const { minimum, lower, median, upper, maximum } = peers;
  const words = say({ zh: sentence, en: sentenceEn });
  return (
    <li>
      <p>
        <strong>{say({ zh: `${PER[per].zh}${nameOfKey(key).zh}`, en: `${nameOfKey(key).en} ${PER[per].en}` })}</strong>{" "}
        {value
          ? say({ zh: `${grouped(value.yuan)} 元`, en: `${grouped(value.yuan)} yuan` })
          : say({ zh: "未说明", en: "not stated" })}{" "}
        {outlier === null ? null : (
          <span className="mark info">
            {outlier === "high"
              ? say({ zh: "高于多数同类", en: "above most" })
              : say({ zh: "低于多数同类", en: "below most" })}
          </span>
        )}
      </p>
      <Strip
        label={words}
        distribution={{
          minimum: minimum.fen,
          lower: lower.fen,
          median: median.fen,
          upper: upper.fen,
          maximum: maximum.fen,
        }}
        own={value?.fen}
      />
      <p className="quiet-words">{words}</p>
    </li>
  );
}

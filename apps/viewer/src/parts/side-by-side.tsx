import { Link } from "wouter";
import { perHead as sharedAmong, shareOf, nearTenThousand, tenThousand, wholeYuan } from "../lib/amounts.ts";
import { comparedAddress, staffAddress, summaryAddress } from "../lib/addresses.ts";
import { useEach, useJson, type AccountSummary } from "../lib/data.ts";
import { useLanguage } from "../lib/language.tsx";
import { rowName } from "../lib/row-names.ts";
import { OverTime } from "./over-time.tsx";
import { Failed, Waiting } from "./states.tsx";

export interface Compared {
  readonly ids: readonly string[];
  readonly rows: readonly { readonly key: string; readonly fen: readonly (number | null)[] }[];
}

/** The rows that every department has a claim to, in the order in which one asks; classes follow. */
const KEYS = [
  "total-receipts",
  "revenue",
  "expenditure",
  "expenditure{nature=basic}",
  "expenditure{nature=project}",
  "expenditure{fund=general}",
  "expenditure{fund=general,nature=basic,group=personnel}",
  "expenditure{fund=general,nature=basic,group=public}",
  "three-public",
  "operating-costs",
  "procurement",
];

/** Accounts as columns, in the order of their years within a department. */
export function SideBySide({
  ids: chosen,
  perHead: asksPerHead,
  hrefWithout,
}: {
  readonly ids: readonly string[];
  readonly perHead: boolean;
  readonly hrefWithout: (id: string) => string;
}) {
  const { say } = useLanguage();
  const compared = useJson<Compared>(comparedAddress(chosen));
  const accounts = useSummaries(chosen);
  const stated = useHeads(asksPerHead ? chosen : []);
  if (compared.state === "loading" || accounts === undefined || (asksPerHead && stated === undefined))
    return <Waiting />;
  if (compared.state === "failed") return <Failed reason={compared.reason} />;
  const ids = inOrder(chosen, accounts);
  const heads = stated ?? new Map<string, number>();
  // Where nobody says how many they are, a table of blanks would hide what they spent.
  const perHead = asksPerHead && heads.size > 0;
  const byKey = new Map(compared.value.rows.map(({ key, fen }) => [key, fen]));
  const classes = [...byKey.keys()].filter((key) => /^expenditure\{functional=\d{3}\}$/.test(key)).sort();
  const keys = [...KEYS, ...classes].filter((key) => byKey.has(key));
  const valueOf = (key: string, column: number): number | undefined => {
    const fen = byKey.get(key)?.[compared.value.ids.indexOf(ids[column]!)];
    if (fen === null || fen === undefined) return undefined;
    if (!perHead) return fen;
    const staff = heads.get(ids[column]!);
    return staff === undefined ? undefined : sharedAmong(fen, staff);
  };
  /** The account of the year before, of the same department, where it stands to the left. */
  const earlierOf = (column: number): number | undefined => {
    const [own, before] = [accounts.get(ids[column]!), accounts.get(ids[column - 1] ?? "")];
    return own && before && own.department === before.department && own.fiscalYear === before.fiscalYear + 1
      ? column - 1
      : undefined;
  };
  return (
    <>
      {asksPerHead && !perHead ? (
        <p className="state" role="status">
          {say({
            zh: "这几份决算都没有写明实有人数，不能按人平均；下面是总额。",
            en: "None of these accounts states its staff, so nothing can be divided by it; these are the whole amounts.",
          })}
        </p>
      ) : null}
      <div
        className="scroll"
        tabIndex={0}
        role="group"
        aria-label={say({ zh: "并列的金额", en: "Amounts side by side" })}
      >
        <table className="parts compare">
          <caption>
            {perHead
              ? say({ zh: "单位：元／人", en: "Unit: yuan per member of staff" })
              : say({ zh: "单位：万元", en: "Unit: 10,000 yuan" })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say({ zh: "项目", en: "Item" })}</th>
              {ids.map((id) => {
                const account = accounts.get(id);
                return (
                  <th scope="col" key={id} className="number">
                    <Link href={`/accounts/${encodeURIComponent(id)}`}>
                      {account ? `${account.department} ${account.fiscalYear}` : id}
                    </Link>
                    {heads.has(id) ? ` （${heads.get(id)}人）` : ""}{" "}
                    <Link
                      className="remove"
                      href={hrefWithout(id)}
                      aria-label={say({
                        zh: `移去 ${account?.department ?? id} ${account?.fiscalYear ?? ""}`,
                        en: `Remove ${account?.department ?? id} ${account?.fiscalYear ?? ""}`,
                      })}
                    >
                      ×
                    </Link>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => {
              const values = ids.map((_, column) => valueOf(key, column));
              const most = Math.max(...values.map((value) => value ?? 0), 1);
              return (
                <tr key={key}>
                  <th scope="row">{say(rowName(key))}</th>
                  {ids.map((id, column) => {
                    const value = values[column];
                    return (
                      <td key={id} className="number">
                        {value === undefined ? (
                          <span className="quiet-words">
                            {perHead && !heads.has(id)
                              ? say({ zh: "人数未说明", en: "staff not stated" })
                              : say({ zh: "未说明", en: "not stated" })}
                          </span>
                        ) : (
                          <>
                            <Link
                              className="place"
                              title={perHead ? undefined : `${tenThousand(value)} ${say(TEN_THOUSAND)}`}
                              href={`/accounts/${encodeURIComponent(id)}/figure?key=${encodeURIComponent(key)}`}
                            >
                              {perHead ? wholeYuan(value) : nearTenThousand(value)}
                            </Link>
                            <svg width="100%" height="6" aria-hidden="true">
                              <rect width={`${(100 * Math.max(0, value)) / most}%`} height="6" rx="2" />
                            </svg>
                            <Change now={value} before={values[earlierOf(column) ?? -1]} />
                          </>
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <OverTime keys={keys} ids={ids} accounts={accounts} valueOf={valueOf} perHead={perHead} />
    </>
  );
}

const TEN_THOUSAND = { zh: "万元", en: "×10,000 yuan" };

/** Departments as they were chosen, each with its years in order. */
function inOrder(ids: readonly string[], accounts: ReadonlyMap<string, AccountSummary>): readonly string[] {
  const departments = [...new Set(ids.map((id) => accounts.get(id)?.department))];
  return ids.toSorted((a, b) => {
    const [left, right] = [accounts.get(a), accounts.get(b)];
    return (
      departments.indexOf(left?.department) - departments.indexOf(right?.department) ||
      (left?.fiscalYear ?? 0) - (right?.fiscalYear ?? 0)
    );
  });
}

/** Against the year before, in percent; whole 分 are divided exactly. */
function Change({ now, before }: { readonly now: number; readonly before: number | undefined }) {
  if (before === undefined || before <= 0) return null;
  const share = shareOf(String(Math.abs(now - before)), String(before));
  if (share === undefined) return null;
  return <span className="change">{now === before ? "±0" : `${now > before ? "+" : "−"}${share}%`}</span>;
}

/** Who they are. An id that the store does not know is left to be shown as it is. */
function useSummaries(ids: readonly string[]): ReadonlyMap<string, AccountSummary> | undefined {
  return useEach<AccountSummary>(ids, summaryAddress);
}

/** Staff in post, as the documents state them; undefined until they are known. */
function useHeads(ids: readonly string[]): ReadonlyMap<string, number> | undefined {
  const figures = useEach<{
    readonly figures: readonly { readonly key: string; readonly value: string }[];
  }>(ids, staffAddress);
  if (!figures) return undefined;
  const heads = new Map<string, number>();
  for (const [id, { figures: stated }] of figures) {
    const count = Number(stated.find(({ key }) => key === "staff{item=actual}")?.value);
    if (count > 0) heads.set(id, count);
  }
  return heads;
}

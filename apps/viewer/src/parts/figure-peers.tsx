import { Link } from "wouter";
import { nearTenThousand } from "../lib/amounts.ts";
import { useJson } from "../lib/data.ts";
import { useLanguage } from "../lib/language.tsx";
import { SCOPES, type Peers } from "./peers.tsx";
import type { Compared } from "./side-by-side.tsx";
import { Strip } from "./strip.tsx";

/** So many accounts are compared in one answer. */
const MOST = 20;

/** The same quantity of departments of the same kind, level and year. */
export function FigurePeers({ account, keyText }: { readonly account: string; readonly keyText: string }) {
  const { say } = useLanguage();
  const peers = useJson<Peers>(`/v1/accounts/${encodeURIComponent(account)}/peers`);
  const others = peers.state === "ready" ? peers.value.accounts.slice(0, MOST - 1) : [];
  const ids = [account, ...others.map(({ id }) => id)].join(",");
  const compared = useJson<Compared>(
    others.length === 0 ? undefined : `/v1/compare?ids=${encodeURIComponent(ids)}&keys=${encodeURIComponent(keyText)}`,
  );
  if (peers.state !== "ready" || compared.state !== "ready") return null;
  const row = compared.value.rows.find(({ key }) => key === keyText);
  const fenOf = (id: string): number | null => row?.fen[compared.value.ids.indexOf(id)] ?? null;
  const own = fenOf(account);
  const stated = others
    .flatMap((peer) => {
      const fen = fenOf(peer.id);
      return fen === null ? [] : [{ peer, fen }];
    })
    .sort((a, b) => b.fen - a.fen);
  if (own === null || stated.length === 0) return null;
  const rank = stated.filter(({ fen }) => fen > own).length + 1;
  const words = say({
    zh: `${SCOPES[peers.value.scope].zh}同年度、同级的 ${stated.length} 个同类部门写明了它；连同本部门由多到少，本部门排第 ${rank}。`,
    en: `Stated by ${stated.length} departments of the same kind, level and year in ${SCOPES[peers.value.scope].en}; with this one, from most to least, it is number ${rank}.`,
  });
  return (
    <section aria-labelledby="figure-peers">
      <h3 id="figure-peers">{say({ zh: "同类部门", en: "Departments of its kind" })}</h3>
      <Strip label={words} others={stated.map(({ fen }) => fen)} own={own} />
      <p className="quiet-words">{words}</p>
      <details>
        <summary>{say({ zh: "同样的内容，列成表格（万元）", en: "The same as a table (×10,000 yuan)" })}</summary>
        <table className="parts">
          <tbody>
            {stated.map(({ peer, fen }) => (
              <tr key={peer.id}>
                <th scope="row">
                  <Link href={`/accounts/${encodeURIComponent(peer.id)}/figure?key=${encodeURIComponent(keyText)}`}>
                    {peer.department}
                  </Link>
                </th>
                <td className="number">{nearTenThousand(fen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

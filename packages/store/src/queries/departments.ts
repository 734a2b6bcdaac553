import type { DepartmentHistory } from "../model.ts";
import { among } from "./among.ts";
import { write, type Context } from "./context.ts";
import { summaryOf } from "./summary.ts";

/** Renamings are few: a chain of them ends. */
const MOST_NAMES = 20;
const MOST_ACCOUNTS = 200;

/** Departments and the names they had. */
export function departments(context: Context) {
  const { port, db } = context;

  /** Every name that a department had before, and those that these had. */
  async function formerNames(department: string): Promise<readonly string[]> {
    const names = new Set([department]);
    for (let waiting = [department]; waiting.length > 0 && names.size < MOST_NAMES;) {
      const rows = await port.all(
        db.selectFrom("former_name").select("former").where("department", "in", waiting).orderBy("former").compile(),
      );
      waiting = rows.map(({ former }) => former).filter((former) => !names.has(former));
      for (const name of waiting) names.add(name);
    }
    names.delete(department);
    return [...names];
  }

  /** Those of these departments that had another name before: few, so that the others need not be asked about. */
  async function renamed(names: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await port.all(
      db
        .selectFrom("former_name")
        .select("department")
        .where(among(port.dialect, "department", names))
        .compile(),
    );
    return new Set(rows.map((row) => row.department));
  }

  async function department(name: string): Promise<DepartmentHistory> {
    const former = await formerNames(name);
    const rows = await port.all(
      db
        .selectFrom("account")
        .selectAll()
        .where("department", "in", [name, ...former])
        .orderBy("fiscal_year", "desc")
        .orderBy("id")
        .limit(MOST_ACCOUNTS)
        .compile(),
    );
    return { department: name, formerNames: former, accounts: rows.map(summaryOf) };
  }

  /** Records the name; the accounts under the new one are then found by it. */
  function renaming(indexAgain: (ids: readonly string[]) => Promise<void>) {
    return async (name: string, former: string): Promise<void> => {
      if (name === former) return;
      await write(context, [
        db
          .insertInto("former_name")
          .values({ department: name, former })
          .onConflict((conflict) => conflict.columns(["department", "former"]).doNothing())
          .compile(),
      ]);
      const rows = await port.all(db.selectFrom("account").select("id").where("department", "=", name).compile());
      await indexAgain(rows.map(({ id }) => id));
    };
  }

  return { formerNames, renamed, department, renaming };
}

import type { Store, StoreOptions } from "./model.ts";
import type { Port } from "./port.ts";
import { adding } from "./queries/amounts.ts";
import { departments } from "./queries/departments.ts";
import { counting } from "./queries/facets.ts";
import { finding } from "./queries/finding.ts";
import { indexing } from "./queries/indexing.ts";
import { listing } from "./queries/list.ts";
import { peering } from "./queries/peers.ts";
import { putting } from "./queries/put.ts";
import { reading } from "./queries/reading.ts";
import { sourcing } from "./queries/source.ts";
import { summing } from "./queries/summed.ts";
import { tallying } from "./queries/tally.ts";
import { together } from "./queries/writes.ts";
import { builderFor } from "./schema.ts";

/** The store over one engine. Each subject has a file of its own in queries/. */
export function createStore(port: Port, options: StoreOptions = {}): Store {
  const context = { port, db: builderFor(port.dialect) };
  const sources = sourcing(context);
  const tally = tallying(context);
  const sums = summing(context);
  const search = finding(context);
  const readings = reading(context);
  const { formerNames, renamed, department, renaming } = departments(context);
  const whole = together(context, tally, sums);
  const index = indexing(context, { whole, readings, formerNames, renamed });
  return {
    ...putting(context, { sources, tally, index, whole, renamed }, options),
    reindex: index.reindex,
    ...readings,
    source: sources.source,
    ...listing(context, tally, search),
    ...counting(context, tally, search),
    ...adding(context, sums, search),
    ...peering(context),
    department,
    rename: renaming(index.indexAgain),
  };
}

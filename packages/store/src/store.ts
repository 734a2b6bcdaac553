import type { Store, StoreOptions } from "./model.ts";
import type { Port } from "./port.ts";
import { adding } from "./queries/amounts.ts";
import { counting } from "./queries/facets.ts";
import { listing } from "./queries/list.ts";
import { putting } from "./queries/put.ts";
import { reading } from "./queries/reading.ts";
import { sourcing } from "./queries/source.ts";
import { builderFor } from "./schema.ts";

/** The store over one engine. Each subject has a file of its own in queries/. */
export function createStore(port: Port, options: StoreOptions = {}): Store {
  const context = { port, db: builderFor(port.dialect) };
  const { source, ...sources } = sourcing(context);
  return {
    source,
    ...putting(context, sources, options),
    ...reading(context),
    ...listing(context),
    ...counting(context),
    ...adding(context),
  };
}

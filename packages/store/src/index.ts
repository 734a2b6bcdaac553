// The public face of the store, without an engine. `@juesuan/store/node` brings SQLite.
export * from "./model.ts";
export { createStore } from "./store.ts";
export {
  divisionOf,
  divisions,
  identify,
  prefixOf,
  type Division,
  type Identity,
  type Level,
} from "@juesuan/core/divisions";
export { fenOf } from "./amounts.ts";
export { ratioOf } from "./ratio.ts";
export * from "./port.ts";
export { importAll, type Importable, type Imported } from "./import.ts";
export { refusalToKeep } from "./kept.ts";
export { migrate, type Migration } from "./migrate.ts";
export { CursorError } from "./cursor.ts";

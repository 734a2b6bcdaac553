import { openSqlite } from "@juesuan/store/node";
import { answersWhatever } from "./fuzz.suite.ts";

answersWhatever("SQLite", async () => openSqlite(":memory:"));

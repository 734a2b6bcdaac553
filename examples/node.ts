// In Node: node examples/node.ts ACCOUNTS.json
import { readFileSync } from "node:fs";
import { check, lines } from "./check.ts";

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("node examples/node.ts ACCOUNTS.json");
  process.exitCode = 2;
} else {
  const findings = check(JSON.parse(readFileSync(file, "utf8")));
  console.log(lines(findings).join("\n"));
  process.exitCode = findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

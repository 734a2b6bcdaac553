import { readFileSync } from "node:fs"; import { examine } from "@juesuan/readers";
for (const f of process.argv.slice(2)) { const { report } = await examine(new Uint8Array(readFileSync(f)), { name: f });
console.log(f, report.profile); for (const x of report.findings) console.log(" ", x.severity, x.relation, x.message.slice(0,260)); }

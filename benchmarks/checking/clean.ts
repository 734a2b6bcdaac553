// Whether anything is said of disclosures that are true, in every form, unit and rounding, with what is unusual and allowed:
//
//   node --conditions=juesuan-source benchmarks/checking/clean.ts [--departments 4] [--from 1] [--form sichuan] [--print WORDS] [--show]
//
// One department's year is written in each form and printed in each way; each print is rounded from the exact amount by
// itself, as accounts are.
import { parseArgs } from "node:util";
import { examine } from "@juesuan/readers";
import { draftToHtml } from "@juesuan/writers";
import { finish, measured, say } from "../measures.ts";
import { PROFILES } from "../roundtrip/law.ts";
import { PECULIARITIES, peculiarDraft } from "./peculiar.ts";
import { PRINTS, printedAs } from "./prints.ts";

const { values } = parseArgs({
  options: {
    departments: { type: "string", default: "4" },
    from: { type: "string", default: "1" },
    form: { type: "string", default: "" },
    print: { type: "string", default: "" },
    show: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

const said = new Map<string, number>();
let documents = 0;
let figures = 0;
let unbound = 0;
let errors = 0;
let warnings = 0;
const first = Number(values.from);
for (let seed = first; seed < first + Number(values.departments); seed++) {
  for (const form of PROFILES.filter((name) => name.includes(values.form))) {
    const peculiarities = Object.keys(PECULIARITIES);
    const peculiarity = peculiarities[seed % peculiarities.length]!;
    const draft = await peculiarDraft(seed, form, peculiarity);
    for (const [name, print] of Object.entries(PRINTS)) {
      if (!name.includes(values.print)) continue;
      const html = draftToHtml(printedAs(draft.document, print)).replaceAll(/<\/?data\b[^>]*>/g, "");
      const { disclosure, report } = await examine(new TextEncoder().encode(html), { name: "clean.html" });
      documents++;
      figures += disclosure.figures.length;
      unbound += disclosure.unbound.length;
      const told = report.findings.filter(({ severity }) => severity === "error" || severity === "warning");
      errors += told.filter(({ severity }) => severity === "error").length;
      warnings += told.filter(({ severity }) => severity === "warning").length;
      for (const { severity, relation } of told)
        said.set(`${severity} ${relation}`, (said.get(`${severity} ${relation}`) ?? 0) + 1);
      if (!values.show) continue;
      for (const { severity, relation, message } of told)
        say(`  ${form} no. ${seed}, ${peculiarity}, ${name}: ${severity} ${relation} ${message}`);
      for (const { text, source } of disclosure.unbound.slice(0, 3))
        say(`  ${form} no. ${seed}, ${peculiarity}, ${name}: unbound ${text} in ${source.section ?? source.table}`);
    }
  }
}
say(`${documents} disclosures without a mistake, ${figures} figures, ${unbound} of them unbound`);
say([...said].map(([what, times]) => `${what} ×${times}`).join(", ") || "nothing said of any");
measured({
  id: "errors",
  zh: `没有错的决算（各种格式、单位、保留位数）被说成有错`,
  en: `errors said of true disclosures (every form, unit and rounding)`,
  kind: "share",
  value: errors / documents,
  better: "less",
  samples: documents,
  slack: 0,
});
measured({
  id: "warnings",
  zh: `没有错的决算被提示`,
  en: `warnings said of true disclosures`,
  kind: "share",
  value: warnings / documents,
  better: "less",
  samples: documents,
  slack: 0,
});
finish("clean");

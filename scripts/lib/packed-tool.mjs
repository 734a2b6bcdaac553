import { existsSync, mkdirSync, readFileSync, realpathSync, copyFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { environment, root } from "./workspace.mjs";

const tool = join(root, "apps", "terminal");
const fixture = join(root, "fixtures", "renhe-hrss-2023", "source.txt");
const realPdf = join(root, "..", "shared", "documents", "putuo-finance-2024.pdf");

/** What the package must hold beside its chunks. */
const OWED = ["main.js", "worker.js", "examining.js", "juesuan.1", "LICENSE", "viewer/index.html", "migrations/"];

/** Starts the service, has it check a document, and ends it; the exit code says whether the document was checked. */
const SERVED = `
  import { spawn } from "node:child_process";
  import { readFileSync } from "node:fs";
  import { createInterface } from "node:readline";
  const service = spawn(process.argv[1], ["serve", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    for await (const line of createInterface(service.stdout)) {
      const address = /Ready: (http:\\S+)/.exec(line)?.[1];
      if (!address) continue;
      const answer = await fetch(new URL("/v1/check?name=a.txt", address), { method: "POST", body: readFileSync("决算.txt") });
      const { documents = [] } = await answer.json();
      if (!(documents[0]?.facts.length > 100)) process.exitCode = 1;
      break;
    }
  } finally {
    service.kill();
  }
`;

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env: environment, encoding: "utf8" });
  return { status, stdout: stdout ?? "", stderr: `${stderr ?? ""}${error ?? ""}` };
}

function succeed(command, args, cwd) {
  const { status, stdout, stderr } = run(command, args, cwd);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}:\n${stdout}${stderr}`);
  return stdout;
}

/**
 * What is wrong with the terminal tool as npm would publish it, as sentences: packs it, installs it in an empty folder
 * with nothing but its own dependency, without a network, and uses it there.
 */
export function problemsOfTool(folder) {
  const problems = [];
  // What the build before packing says stands before what npm says.
  const said = succeed("npm", ["pack", "--json", "--pack-destination", folder], tool);
  const [packed] = JSON.parse(said.slice(said.search(/^\[/m)));
  const paths = packed.files.map(({ path }) => path);
  for (const owed of OWED)
    if (!paths.some((path) => path.startsWith(`bundle/${owed}`))) problems.push(`the tool's package has no ${owed}`);
  for (const path of paths)
    if (/\.test\.|(?:^|\/)src\/|\.env|tsbuildinfo/.test(path)) problems.push(`${path} must not be published`);

  const place = join(folder, "elsewhere");
  mkdirSync(place);
  // Else npm looks for a project in the folders above.
  writeFileSync(join(place, "package.json"), '{ "private": true }\n');
  const engine = realpathSync(join(tool, "node_modules", "@embedpdf", "pdfium"));
  const dependency = succeed("npm", ["pack", engine, "--silent", "--pack-destination", folder], folder).trim();
  succeed(
    "npm",
    ["install", "--offline", "--no-audit", "--no-fund", join(folder, packed.filename), join(folder, dependency)],
    place,
  );

  const juesuan = join(place, "node_modules", ".bin", "juesuan");
  const expectToRun = (args, code, isRight) => {
    const { status, stdout, stderr } = run(juesuan, args, place);
    if (status !== code || !isRight(stdout))
      problems.push(`installed, juesuan ${args.join(" ")} exits ${status}:\n${stdout.slice(0, 500)}${stderr}`);
  };
  const { version } = JSON.parse(readFileSync(join(tool, "package.json"), "utf8"));
  expectToRun(["--version"], 0, (text) => text === `juesuan ${version}\n`);
  expectToRun(["completion", "bash"], 0, (text) => text.includes("juesuan"));
  copyFileSync(fixture, join(place, "决算.txt"));
  const isChecked = (text) =>
    JSON.parse(text).documents.every((entry) => entry.error === undefined && entry.facts.length > 100);
  // In this process, and in workers.
  expectToRun(["check", "决算.txt", "--format", "json", "--fail-on", "never"], 0, isChecked);
  expectToRun(["check", "决算.txt", fixture, "--format", "json", "--fail-on", "never"], 0, isChecked);
  if (existsSync(realPdf)) expectToRun(["check", realPdf, "--format", "json", "--fail-on", "never"], 0, isChecked);
  else console.log("没有 ../shared：装好的工具没有用真实 PDF 试过 (no ../shared: not tried on a real PDF)");
  // The service, which reads in a thread of its own: the script of that stands beside it.
  const served = run(process.execPath, ["--input-type=module", "--eval", SERVED, juesuan], place);
  if (served.status !== 0)
    problems.push(`installed, juesuan serve does not check a document:\n${served.stdout}${served.stderr}`);
  const manual = join(place, "node_modules", "@juesuan", "terminal", "bundle", "juesuan.1");
  if (!/^\.TH /m.test(readFileSync(manual, "utf8"))) problems.push("juesuan.1 is no manual page");
  console.log(
    `@juesuan/terminal: ${packed.files.length} 个文件 files，装在空文件夹里可用 installed and used elsewhere`,
  );
  return problems;
}

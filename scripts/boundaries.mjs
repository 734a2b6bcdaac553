// Who may import whom, and what the core may touch (docs/architecture: bytes come in at the rim, the centre is pure).
//
//   apps/* → packages/* → packages/core → zod, decimal.js
//
// Run alone: `npx -y pnpm@12 boundaries`; it prints what is broken and exits 1.
import { existsSync, globSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { importsOf, lineOf, scan } from "./lib/source.mjs";

/** All that the core may import besides its own files. */
const CORE_MAY_IMPORT = ["zod", "decimal.js"];

/** Platform and ambient state: with any of these the same document could give two answers, or need a platform. */
const IMPURE = [
  [
    /(?<![.\w$])(?:process|globalThis|window|navigator|localStorage|sessionStorage|indexedDB)\b(?!\s*:)/g,
    "platform global",
  ],
  [
    /(?<![.\w$])(?:fetch|XMLHttpRequest|WebSocket|EventSource|setTimeout|setInterval|setImmediate)\b(?!\s*:)/g,
    "I/O or timers",
  ],
  [/(?<![.\w$])(?:Buffer|__dirname|__filename|Deno|Bun|require)\b(?!\s*:)/g, "platform global"],
  [/(?<![.\w$])console\s*\./g, "console"],
  [
    /(?<![.\w$])document\s*\.\s*(?:querySelector|createElement|getElement|body\b|head\b|cookie|addEventListener)/g,
    "browser document",
  ],
  [
    /(?<![.\w$])(?:crypto|performance|location|history)\s*\.\s*(?:subtle|getRandom|randomUUID|now\b|href|pushState)/g,
    "platform global",
  ],
  [/\bimport\s*\.\s*meta\b/g, "import.meta"],
  [/\bDate\s*\.\s*now\b/g, "the clock"],
  [/\bnew\s+Date\s*(?:\(\s*\)|(?![\s(\w]))/g, "the clock"],
  [/(?<![.\w$]|\bnew\s)Date\s*\(/g, "the clock"],
  [/\bMath\s*\.\s*random\b/g, "chance"],
];

const isTest = (file) => /\.(?:test|test\.support|suite|bench)\.[cm]?[jt]sx?$|\/(?:test|tests|e2e)\//.test(file);

/** `zod/mini` → `zod`, `@juesuan/core/x` → `@juesuan/core`. */
const packageOf = (specifier) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** The workspace members that hold code: `packages/*` and `apps/*`. */
function workspaces(root) {
  const members = new Map();
  for (const manifest of globSync(["packages/*/package.json", "apps/*/package.json"], { cwd: root })) {
    const folder = dirname(manifest).split(sep).join("/");
    const contents = JSON.parse(readFileSync(join(root, manifest), "utf8"));
    members.set(folder, {
      folder,
      name: contents.name,
      layer: folder.startsWith("apps/") ? "apps" : folder === "packages/core" ? "core" : "packages",
      exports: Object.keys(contents.exports ?? {}),
      runtime: Object.keys({
        ...contents.dependencies,
        ...contents.peerDependencies,
        ...contents.optionalDependencies,
      }),
      development: Object.keys(contents.devDependencies ?? {}),
    });
  }
  return members;
}

/** Every broken rule under `root`, as sentences with file and line. */
export function findViolations(root) {
  const members = workspaces(root);
  const byName = new Map([...members.values()].map((member) => [member.name, member]));
  const violations = [];

  for (const member of members.values()) {
    const files = globSync(`${member.folder}/**/*.{ts,tsx,mts,cts,js,jsx,mjs}`, {
      cwd: root,
      exclude: (path) => /(?:^|[\\/])(?:node_modules|dist|bundle|worker|coverage)$/.test(String(path)),
    });
    for (const name of files) {
      const file = name.split(sep).join("/");
      if (/\/(?:node_modules|dist|bundle|worker)\//.test(file)) continue;
      const source = readFileSync(join(root, file), "utf8");
      const say = (line, rule, sentence) => violations.push({ file, line, rule, sentence });
      const test = isTest(file) || !file.startsWith(`${member.folder}/src/`);
      for (const { specifier, line } of importsOf(source))
        checkImport({ root, file, line, specifier, member, byName, test, say });
      if (member.layer === "core" && !test) {
        const { code } = scan(source);
        for (const [pattern, what] of IMPURE) {
          for (const match of code.matchAll(pattern)) {
            say(lineOf(code, match.index), "core-is-pure", `packages/core uses ${match[0].trim()} (${what})`);
          }
        }
      }
    }
  }
  return violations;
}

function checkImport({ file, line, specifier, member, byName, test, say }) {
  if (specifier.startsWith(".")) {
    const target = posix.join(posix.dirname(file), specifier);
    if (!target.startsWith(`${member.folder}/`) && !(test && target.startsWith("fixtures/"))) {
      say(line, "own-folder", `"${specifier}" leaves ${member.folder}: import the package by its name`);
    }
    return;
  }
  if (specifier.startsWith("#") || specifier.startsWith("virtual:")) return;
  const name = packageOf(specifier);
  const target = byName.get(name);

  // What is bundled into an app is a dependency of its development: its users install none of it.
  const declared = [...member.runtime, ...member.development];

  if (target) {
    const subpath = `.${specifier.slice(name.length)}`;
    if (subpath !== "." && !target.exports.includes(subpath)) {
      say(line, "one-index", `"${specifier}" reaches into ${target.folder}: import "${name}"`);
    }
    const downward =
      target === member ||
      (member.layer === "apps" && (target.layer !== "apps" || declared.includes(name))) ||
      (member.layer === "packages" && (target.layer === "core" || (test && target.layer === "packages")));
    if (!downward) {
      say(line, "direction", `${member.folder} may not import ${name}: imports go apps → packages → packages/core`);
    }
    return;
  }

  if (test) return;
  const builtin = specifier.startsWith("node:") || builtinModules.includes(name);
  if (member.layer === "core") {
    if (!CORE_MAY_IMPORT.includes(name)) {
      say(
        line,
        "core-is-pure",
        `packages/core may import only ${CORE_MAY_IMPORT.join(", ")} and its own files, not "${specifier}"`,
      );
    }
  } else if (!builtin && !declared.includes(name)) {
    say(line, "declared", `"${specifier}" is not among the dependencies in ${member.folder}/package.json`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "..");
  if (!existsSync(join(root, "packages"))) throw new Error(`no packages/ in ${relative(process.cwd(), root) || root}`);
  const violations = findViolations(root);
  for (const { file, line, rule, sentence } of violations) console.error(`${file}:${line}  ${rule}  ${sentence}`);
  console.log(
    violations.length === 0
      ? "边界检查通过：apps → packages → packages/core，核心无外部依赖。 Boundaries hold."
      : `边界被破坏 ${violations.length} 处。 ${violations.length} boundary violation(s).`,
  );
  process.exitCode = violations.length === 0 ? 0 : 1;
}

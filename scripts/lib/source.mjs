// Reads just enough of a TypeScript file to know what it imports and which names its code uses: comments, strings and
// template text are blanked in place (offsets stay), so that a word in a sentence is never taken for code.

/** The code with comments, strings and template text blanked, and the strings that were there, by offset. */
export function scan(source) {
  const code = source.split("");
  const strings = new Map();
  const blank = (from, to) => {
    for (let index = from; index < to; index++) if (code[index] !== "\n") code[index] = " ";
  };
  // Braces that are open inside `${ … }`, one counter per template that is open around the current place.
  const templates = [];
  let previous = "";
  let at = 0;

  const template = (start) => {
    let index = start;
    while (index < source.length && source[index] !== "`") {
      if (source[index] === "\\") index++;
      else if (source[index] === "$" && source[index + 1] === "{") {
        blank(start, index);
        templates.push(0);
        return index + 2;
      }
      index++;
    }
    blank(start, index);
    return index + 1;
  };

  while (at < source.length) {
    const character = source[at];
    const next = source[at + 1];
    if (character === "/" && next === "/") {
      const end = source.indexOf("\n", at);
      const stop = end === -1 ? source.length : end;
      blank(at, stop);
      at = stop;
    } else if (character === "/" && next === "*") {
      const end = source.indexOf("*/", at + 2);
      const stop = end === -1 ? source.length : end + 2;
      blank(at, stop);
      at = stop;
    } else if (character === '"' || character === "'") {
      let end = at + 1;
      while (end < source.length && source[end] !== character && source[end] !== "\n")
        end += source[end] === "\\" ? 2 : 1;
      strings.set(at, source.slice(at + 1, end));
      blank(at + 1, end);
      at = end + 1;
      previous = '"';
    } else if (character === "`") {
      at = template(at + 1);
      previous = "`";
    } else if (character === "}" && templates.at(-1) === 0) {
      templates.pop();
      at = template(at + 1);
      previous = "`";
    } else if (character === "/" && !/[\w$)\]}"`]/.test(previous)) {
      // A regular expression: a slash where a value is expected.
      let end = at + 1;
      let inClass = false;
      while (end < source.length && source[end] !== "\n" && (inClass || source[end] !== "/")) {
        if (source[end] === "\\") end++;
        else if (source[end] === "[") inClass = true;
        else if (source[end] === "]") inClass = false;
        end++;
      }
      blank(at + 1, end);
      at = end + 1;
      previous = '"';
    } else {
      if (templates.length > 0 && character === "{") templates[templates.length - 1]++;
      if (templates.length > 0 && character === "}") templates[templates.length - 1]--;
      if (!/\s/.test(character)) previous = character;
      at++;
    }
  }
  return { code: code.join(""), strings };
}

const IMPORTS = [
  // import … from "x", export … from "x", import type … from "x"
  /\b(?:import|export)\b[^;"'`()]*?\bfrom\s*(?=["'])/g,
  // import "x"
  /\bimport\s*(?=["'])/g,
  // import("x"), in code and in types; require("x"), require.resolve("x")
  /\b(?:import|require(?:\.resolve)?)\s*\(\s*(?=["'])/g,
];

/** Every module specifier that the file names, with the line it stands on. */
export function importsOf(source) {
  const { code, strings } = scan(source);
  const found = [];
  for (const pattern of IMPORTS) {
    for (const match of code.matchAll(pattern)) {
      const specifier = strings.get(match.index + match[0].length);
      if (specifier !== undefined) found.push({ specifier, line: lineOf(code, match.index + match[0].length) });
    }
  }
  return found.sort((left, right) => left.line - right.line);
}

export function lineOf(text, offset) {
  let line = 1;
  for (let index = 0; index < offset; index++) if (text[index] === "\n") line++;
  return line;
}

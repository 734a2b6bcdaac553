import type { CommandDeclaration, Invocation } from "../command/declaration.ts";
import { COMMON } from "../command/parse.ts";
import { EXIT, UsageError, write } from "../streams.ts";
import { COMMANDS } from "./catalogue.ts";

const SHELLS: Readonly<Record<string, (commands: readonly CommandDeclaration[]) => string>> = { bash, zsh, fish };

/** `juesuan completion SHELL`: a script written from the declarations, so that it knows every option. */
export async function completion({ positionals, streams }: Invocation): Promise<number> {
  const [shell = ""] = positionals;
  const script = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (!script) {
    const names = Object.keys(SHELLS);
    throw new UsageError(`请说明是哪一种：${names.join("、")}。`, `Name the shell: ${names.join(", ")}.`);
  }
  await write(streams.stdout, script(COMMANDS));
  return EXIT.clean;
}

const optionsOf = ({ options }: CommandDeclaration) => [...options, ...COMMON];

function bash(commands: readonly CommandDeclaration[]): string {
  const cases = commands.map((command) => {
    const choices = optionsOf(command)
      .filter((option) => option.choices)
      .map(
        ({ name, choices: all }) =>
          `        --${name}) COMPREPLY=($(compgen -W "${all!.join(" ")}" -- "$current")); return ;;`,
      );
    const names = optionsOf(command).map(({ name }) => `--${name}`);
    const words = command.files ? names.join(" ") : `${names.join(" ")} ${wordsOf(command)}`.trim();
    return `    ${command.name})
      case "$previous" in
${choices.join("\n")}
      esac
      COMPREPLY=($(compgen -W "${words}" -- "$current")${command.files ? ' $(compgen -f -- "$current")' : ""}) ;;`;
  });
  return `# juesuan: completion for bash
_juesuan() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
}
complete -o filenames -F _juesuan juesuan
`;
}

function zsh(commands: readonly CommandDeclaration[]): string {
  const quote = (text: string) => text.replaceAll("'", "'\\''").replace(/[[\]:]/g, "\\$&");
  const cases = commands.map((command) => {
    const options = optionsOf(command).map(({ name, value, choices, zh }) => {
      const argument = value === undefined ? "" : `:${value}:${choices ? `(${choices.join(" ")})` : "_files"}`;
      return `        '--${name}[${quote(zh)}]${argument}'`;
    });
    const rest = command.files ? "'*:file:_files'" : `'*:word:(${wordsOf(command)})'`;
    return `      ${command.name}) _arguments \\\n${options.join(" \\\n")} \\\n        ${rest} ;;`;
  });
  return `#compdef juesuan
_juesuan() {
  if (( CURRENT == 2 )); then
    local -a commands=(
${commands.map(({ name, zh }) => `      '${name}:${quote(zh)}'`).join("\n")}
    )
    _describe 'command' commands
  else
    local command=$words[2]
    shift words; (( CURRENT-- ))
    case $command in
${cases.join("\n")}
    esac
  fi
}
if [ "$funcstack[1]" = "_juesuan" ]; then _juesuan; else compdef _juesuan juesuan; fi
`;
}

function fish(commands: readonly CommandDeclaration[]): string {
  const quote = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const lines = ["# juesuan: completion for fish"];
  for (const command of commands) {
    lines.push(`complete -c juesuan -f -n __fish_use_subcommand -a ${command.name} -d ${quote(command.zh)}`);
    const when = `-n '__fish_seen_subcommand_from ${command.name}'`;
    if (command.files) lines.push(`complete -c juesuan -F ${when}`);
    else if (wordsOf(command) !== "") lines.push(`complete -c juesuan -f ${when} -a '${wordsOf(command)}'`);
    for (const { name, short, value, choices, zh } of optionsOf(command)) {
      const argument = value === undefined ? "" : choices ? ` -x -a '${choices.join(" ")}'` : " -r";
      lines.push(`complete -c juesuan ${when} -l ${name}${short ? ` -s ${short}` : ""}${argument} -d ${quote(zh)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** The words of a usage such as `bash|zsh|fish`. */
const wordsOf = ({ usage }: CommandDeclaration) => (/^[a-z|]+$/.test(usage) ? usage.replaceAll("|", " ") : "");

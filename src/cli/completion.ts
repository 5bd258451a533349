import { Argument, Command } from 'commander';
import { writeOutput } from './output.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

/** A command as a shell completes it: its options, and the values of those that have a choice. */
interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly {
    readonly flag: string;
    readonly about: string;
    readonly choices: readonly string[];
  }[];
}

const completedOf = (command: Command): Completed => ({
  name: command.name(),
  summary: command.summary(),
  options: command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long, description, argChoices }) =>
      long == null ? [] : [{ flag: long, about: description, choices: argChoices ?? [] }],
    ),
});

/** Words for a shell in single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function bash(commands: readonly Completed[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  const choices = [
    ...new Map(
      commands.flatMap(({ name, options }) =>
        options
          .filter((one) => one.choices.length > 0)
          .map((one) => [`${name}:${one.flag}`, one.choices.join(' ')] as const),
      ),
    ),
  ];
  return `# eval "$(firstmove completion bash)"
_firstmove() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(names)} -- "$word"))
    return
  fi
  case "$command:$before" in
${choices.map(([key, words]) => `    ${key}) COMPREPLY=($(compgen -W ${quoted(words)} -- "$word")); return ;;`).join('\n')}
  esac
  if [ "\${word#-}" != "$word" ]; then
    case "$command" in
${commands.map(({ name, options }) => `      ${name}) COMPREPLY=($(compgen -W ${quoted(options.map(({ flag }) => flag).join(' '))} -- "$word")) ;;`).join('\n')}
    esac
    return
  fi
  COMPREPLY=($(compgen -f -- "$word"))
}
complete -o filenames -F _firstmove firstmove
`;
}

function zsh(commands: readonly Completed[]): string {
  const described = (flag: string, about: string) => quoted(`${flag}[${about.replace(/[[\]:]/g, ' ')}]`);
  return `#compdef firstmove
# eval "$(firstmove completion zsh)"
_firstmove() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case $words[2] in
${commands.map(({ name, options }) => `    ${name}) _arguments ${[...options.map(({ flag, about }) => described(flag, about)), quoted('*:file:_files')].join(' ')} ;;`).join('\n')}
  esac
}
compdef _firstmove firstmove
`;
}

function fish(commands: readonly Completed[]): string {
  const under = (name: string) => `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
  return `# firstmove completion fish | source
${commands.map(({ name, summary }) => `complete -c firstmove -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`).join('\n')}
${commands
  .flatMap(({ name, options }) =>
    options.map(
      ({ flag, about, choices }) =>
        `complete -c firstmove ${under(name)} -l ${flag.slice(2)} -d ${quoted(about)}${choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : ''}`,
    ),
  )
  .join('\n')}
`;
}

const WRITERS: Readonly<Record<Shell, (commands: readonly Completed[]) => string>> = { bash, zsh, fish };

/** Completion for a shell, from the commands as they are. @param all gives every command. */
export function completionCommand(all: () => Promise<readonly Command[]>): Command {
  return new Command('completion')
    .summary('print completion for a shell')
    .description('Prints a script by which a shell completes commands, options, their choices and files.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText(
      'after',
      '\nExamples:\n  eval "$(firstmove completion bash)"\n  firstmove completion fish | source',
    )
    .action(async (shell: Shell) => {
      writeOutput(WRITERS[shell]((await all()).map(completedOf)).trimEnd());
    });
}

import type { Command } from 'commander';

/** The commands in the order of the help. Each is loaded only when it is asked for, so that none waits for the others. */
const LOADERS: Readonly<Record<string, () => Promise<Command>>> = {
  brief: async () => (await import('./brief.ts')).briefCommand(),
  check: async () => (await import('./check.ts')).checkCommand(),
  claims: async () => (await import('./claims.ts')).claimsCommand(),
  model: async () => (await import('./model.ts')).modelCommand(),
  analyse: async () => (await import('./analyse.ts')).analyseCommand(),
  'what-if': async () => (await import('./what-if.ts')).whatIfCommand(),
  replay: async () => (await import('./replay.ts')).replayCommand(),
  convert: async () => (await import('./convert.ts')).convertCommand(),
  status: async () => (await import('./status.ts')).statusCommand(),
  tests: async () => (await import('./tests.ts')).testsCommand(),
  timeline: async () => (await import('./timeline.ts')).timelineCommand(),
  screen: async () => (await import('./screen.ts')).screenCommand(),
  missed: async () => (await import('./missed.ts')).missedCommand(),
  export: async () => (await import('./export.ts')).exportCommand(),
  import: async () => (await import('./import.ts')).importCommand(),
  serve: async () => (await import('./serve.ts')).serveCommand(),
  completion: async () => (await import('./completion.ts')).completionCommand(() => commandsFor(undefined)),
  demo: async () => (await import('./demo.ts')).demoCommand(),
};

/** The command that is asked for, or all of them where help or a near name is needed. */
export async function commandsFor(asked: string | undefined): Promise<readonly Command[]> {
  const load = asked === undefined || !Object.hasOwn(LOADERS, asked) ? undefined : LOADERS[asked];
  return load === undefined ? Promise.all(Object.values(LOADERS).map((loader) => loader())) : [await load()];
}

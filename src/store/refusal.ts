/** What is asked of the desk cannot be done: one sentence for the person, with what to do instead. */
export class DeskRefusal extends Error {
  /**
   * `unknown`: what it names is not there. `unfit`: it cannot be kept or opened as it is. `unavailable`: the database cannot
   * work for now, and what was asked for was not done.
   */
  readonly reason: 'unknown' | 'unfit' | 'unavailable';

  constructor(reason: DeskRefusal['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Another process works on the desk's folder; exit code 4 of the commands. */
export class DeskLocked extends Error {}

/** A line of an import that cannot be taken; the message begins after "file:line: ". */
export class LineRefusal extends DeskRefusal {
  /** From 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super('unfit', message);
    this.line = line;
  }
}

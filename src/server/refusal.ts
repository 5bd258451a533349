/** What a request cannot have: a status, one sentence for the person, and what to do instead. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 421 | 422 | 429 | 503 | 504;
  readonly remedy?: string;
  /** Seconds after which to ask again. */
  readonly retryAfter?: number;
  /** Places in a text given, where it is at fault. */
  readonly places?: readonly FaultPlace[];

  constructor(
    status: Refusal['status'],
    message: string,
    more: {
      readonly remedy?: string;
      readonly retryAfter?: number;
      readonly places?: readonly FaultPlace[];
    } = {},
  ) {
    super(message);
    this.status = status;
    Object.assign(this, more);
  }
}

/** Where in a text something is wrong; line and column from 1. */
export interface FaultPlace {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

import type { eventAsJson } from '../../seismic/to-json.ts';

/** A bulletin in a list. */
export interface BulletinHeading {
  readonly id: string;
  readonly name: string;
  readonly receivedAt: string;
}

export type ShownEvent = ReturnType<typeof eventAsJson>;

/** What `/bulletins/ID.json` tells. */
export interface BulletinAnswer {
  readonly events: readonly ShownEvent[];
  readonly counts: Readonly<Record<string, number>>;
  readonly troubles?: readonly { readonly where: string; readonly what: string }[];
  readonly figures: { readonly map: string; readonly mbMs: string };
}

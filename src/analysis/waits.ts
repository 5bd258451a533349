import type { Position } from '../model/index.ts';
import { optionsWaitedFor, rulesOf } from './response-rules.ts';

/** A waits for B on an option: A's position makes its own option conditional on B's. */
export interface Wait {
  readonly actor: string;
  readonly option: string;
  readonly for: { readonly actor: string; readonly option: string };
  /** Ids of the positions that say so. */
  readonly positions: readonly string[];
}

const ownerOf = (option: string): string => option.slice(0, option.indexOf('.'));

/** Who waits for whom, and on what: one entry for each pair of options that a position ties together. */
export function waitsOf(positions: readonly Position[]): readonly Wait[] {
  const waits = new Map<string, Wait>();
  for (const rule of positions.flatMap(rulesOf)) {
    for (const other of optionsWaitedFor(rule)) {
      if (ownerOf(other) === ownerOf(rule.option)) continue;
      const key = `${rule.option} ${other}`;
      const known = waits.get(key)?.positions ?? [];
      waits.set(key, {
        actor: ownerOf(rule.option),
        option: rule.option,
        for: { actor: ownerOf(other), option: other },
        positions: [...new Set([...known, rule.position.id])],
      });
    }
  }
  return [...waits.values()];
}

/** Rings of options each of which waits for the next: nobody in one moves unless another does. Each ring is named once. */
export function deadlocksOf(waits: readonly Wait[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { option, for: other } of waits) next.set(option, [...(next.get(option) ?? []), other.option]);
  const rings = new Map<string, readonly string[]>();
  const follow = (start: string, path: readonly string[]): void => {
    for (const option of next.get(path.at(-1)!) ?? []) {
      if (option === start) {
        const least = path.indexOf([...path].sort()[0]!);
        const ring = [...path.slice(least), ...path.slice(0, least)];
        rings.set(ring.join(' '), ring);
      } else if (!path.includes(option) && option > start) follow(start, [...path, option]);
    }
  };
  for (const start of [...next.keys()].sort()) follow(start, [start]);
  return [...rings.values()];
}

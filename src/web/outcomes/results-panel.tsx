import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Analysis } from '../../analysis/analyse.ts';
import type { SilentSides } from '../../analysis/silent-sides.ts';
import { EquilibriaTable } from './equilibria-table.tsx';
import { type Question, type ReasonAnswer, ReasonPanel } from './reason-panel.tsx';
import { stateName, stateWords } from './state-words.ts';

/** States from the best to the worst for a decision maker, ties together. */
function ranked({ ranking, states }: Analysis, id: string): readonly (readonly number[])[] {
  const ranks = ranking[id] ?? [];
  const classes: number[][] = [];
  states.forEach((_, state) => {
    const place = (ranks[state] ?? 1) - 1;
    classes[place] = [...(classes[place] ?? []), state];
  });
  return classes;
}

const RANKED_SHOWN = 64;

/** How each decision maker ranks the states, by their numbers. */
function Rankings({ analysis }: { readonly analysis: Analysis }) {
  if (analysis.states.length > RANKED_SHOWN) return null;
  return (
    <details>
      <summary>How each ranks the states</summary>
      <ul class="plain">
        {analysis.decisionMakers.map(({ id, name }) => (
          <li key={id}>
            <strong>{name}</strong>, best first:{' '}
            {ranked(analysis, id)
              .map((states) => states.map((state) => state + 1).join(' = '))
              .join(' > ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

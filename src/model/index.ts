export * from './formula.ts';
export * from './formula-text.ts';
export * from './model.ts';
export * from './position.ts';
export * from './ranking.ts';
export * from './states.ts';

export * from './analyse.ts';
export * from './first-moves.ts';
export * from './moves.ts';
export * from './response-rules.ts';
export * from './stability.ts';
export * from './waits.ts';

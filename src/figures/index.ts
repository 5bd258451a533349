export * from './evolution-path.ts';
export * from './from-analysis.ts';
export * from './mb-ms.ts';
export * from './outcome-strip.ts';
export * from './seismic-map.ts';
export * from './waits-graph.ts';

export * from './mb-ms.ts';
export * from './seismic-map.ts';

export * from './bulletin.ts';
export * from './format.ts';
export * from './screen.ts';
export * from './screened-event.ts';

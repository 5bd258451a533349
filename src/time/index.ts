export * from './day.ts';
export * from './instant.ts';
export * from './interval.ts';
export * from './partial-date.ts';
export * from './written-date.ts';

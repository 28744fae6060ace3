export * from './fake-clock.ts';
export * from './kim-boi/index.ts';
export * from './seeded-random.ts';

export * from './kim-boi.ts';
export * from './people.ts';

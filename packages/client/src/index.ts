export * from './hub-link.ts';
export * from './mirror.ts';

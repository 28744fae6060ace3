export * from './compose-announcement.ts';
export * from './phrases.ts';
export * from './voice-pack.ts';

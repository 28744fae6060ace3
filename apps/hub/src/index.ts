export * from './hub.ts';
export * from './hub-command.ts';
export * from './verify.ts';

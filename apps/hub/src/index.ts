export { readConfig } from './config.ts';
export * from './hub.ts';
export * from './hub-command.ts';
export { createLog } from './log.ts';
export { hashSecret, newSecret } from './passwords.ts';
export { createSessions } from './sessions.ts';
export * from './start-hub.ts';
export { hashToken, newToken } from './tokens.ts';
export * from './verify.ts';

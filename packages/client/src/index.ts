export * from './apply-change.ts';
export * from './connect-to-hub.ts';
export * from './hub-link.ts';
export * from './mirror.ts';
export * from './move-to-standby.ts';
export * from './new-id.ts';
export * from './pairing.ts';
export * from './sign-in.ts';

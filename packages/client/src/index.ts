export * from './mirror/apply-change.ts';
export * from './hub/connect-to-hub.ts';
export * from './hub/hub-link.ts';
export * from './mirror/mirror.ts';
export * from './hub/move-to-standby.ts';
export * from './hub/new-id.ts';
export * from './account/pairing.ts';
export * from './account/sign-in.ts';

export * from './connection-table.ts';
export * from './create-bounded-server.ts';
export * from './is-loopback.ts';
export * from './limit-requests.ts';

export * from './database.ts';
export * from './journal.ts';
export * from './make-folder.ts';
export * from './pin-repository.ts';
export * from './secret-repository.ts';
export * from './session-repository.ts';
export * from './state-tables.ts';
export * from './store.ts';
export { makeRoomInWal } from './wal-room.ts';

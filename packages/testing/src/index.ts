export { createSeededRandom, type SeededRandom } from '@motcua/domain';
export * from './connect-to-kiosk.ts';
export * from './fake-clock.ts';
export * from './free-port.ts';
export * from './kim-boi/index.ts';
export * from './morning-clock.ts';
export * from './network-cable.ts';
export * from './set-up-centre.ts';
export * from './start-test-site.ts';

export { startKioskService } from './service/start-kiosk-service.ts';
export type { KioskService, KioskServiceOptions } from './service/start-kiosk-service.ts';
export { trustAuthority } from './service/link/trust-authority.ts';
export { parseKioskArguments, Problem } from './service/kiosk-arguments.ts';
export { logDestination } from './service/kiosk-log.ts';

/** Every way a command can be refused. Screens translate the code (`refusal.<code>`); no program matches on a message. */
export const REFUSAL_CODES = [
  'action-not-allowed',
  'already-checked-in',
  'announcement-not-found',
  'api-key-not-found',
  'api-key-unknown',
  'booking-cancelled',
  'booking-not-found',
  'booking-other-day',
  'booking-too-early',
  'bookings-not-offered',
  'call-being-spoken',
  'called-often-enough',
  'clerk-at-another-counter',
  'clerk-not-at-counter',
  'clock-impossible',
  'counter-closed',
  'counter-not-found',
  'counter-paused',
  'counter-taken',
  'day-not-yet',
  'device-not-found',
  'dossier-code-malformed',
  'file-too-large',
  'finish-first',
  'grace-over',
  'hold-used',
  'hub-unavailable',
  'id-taken',
  'import-changed-since',
  'import-has-errors',
  'import-not-found',
  'import-outdated',
  'in-use',
  'kiosk-cannot-print',
  'kiosk-locked',
  'letters-not-drawable',
  'malformed',
  'name-taken',
  'nobody-waiting',
  'not-served-there',
  'not-your-number',
  'not-your-visit',
  'nothing-to-undo',
  'number-prefix-clashes',
  'number-range-overlaps',
  'number-unknown',
  'numbers-ended',
  'numbers-used-up',
  'outside-opening-hours',
  'pairing-code-unknown',
  'password-common',
  'password-own-name',
  'password-short',
  'password-wrong',
  'period-reversed',
  'period-unreadable',
  'person-not-found',
  'pin-not-here',
  'pin-simple',
  'pin-suspended',
  'print-job-not-found',
  'queue-closed',
  'queue-letters-unknown',
  'queue-not-found',
  'quota-reached',
  'reason-needed',
  'role-not-allowed',
  'scope-missing',
  'service-not-found',
  'setting-not-found',
  'setup-file-incomplete',
  'setup-file-other',
  'setup-file-version',
  'setup-file-wrong',
  'setup-has-visits',
  'setup-not-empty',
  'setup-not-made-up',
  'sign-in-failed',
  'sign-in-first',
  'slot-full',
  'slot-not-offered',
  'steps-used-up',
  'table-not-found',
  'ticket-not-found',
  'slip-not-found',
  'ticket-too-old',
  'too-many-requests',
  'visit-not-found',
  'webhook-address-local',
  'webhook-address-unusable',
  'webhook-not-found',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly code: RefusalCode;
  readonly detail: Readonly<Record<string, string>>;
}

/** Refusals are values, because they are ordinary. Exceptions are for bugs and broken hardware. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** What was asked for. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A legal no; `detail` fills the gaps in the words that screens have for the code. */
export function refuse(code: RefusalCode, detail: Refusal['detail'] = {}): Result<never> {
  return { ok: false, refusal: { code, detail } };
}

/** Compile-time proof that a switch is complete; throws only if unchecked data got past a boundary. */
export function assertNever(value: never): never {
  throw new TypeError(`Unhandled case: ${JSON.stringify(value)}`);
}

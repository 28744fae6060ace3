import { expect } from 'vitest';

/**
 * The columns of the tables; a mark means: may. `revoked`: a kiosk that was revoked; `inactive`: a clerk
 * whose account was closed; `program`: an API key with every scope.
 */
export const WHO = [
  ...['stranger', 'kiosk', 'display', 'revoked'],
  ...['clerk', 'guide', 'head', 'administrator', 'inactive', 'program'],
] as const;
export type Who = (typeof WHO)[number];

export const HELLO = readTable(`
           stranger  kiosk  display  revoked  clerk  guide  head  administrator  inactive  program
  kiosk       -        x       -        -       -      -     -          -           -         -
  display     -        -       x        -       -      -     -          -           -         -
  counter     -        -       -        -       x      x     x          -           -         -
  admin       -        -       -        -       -      -     x          x           -         -
`);

/** By the code of a slip, without a hello; an authenticated client cannot follow. */
export const FOLLOW = readTable(`
           stranger  kiosk  display  revoked  clerk  guide  head  administrator  inactive  program
  follow      x        -       -        x       -      -     -          -           x         x
`);

export const COMMANDS = readTable(`
                       stranger  kiosk  display  revoked  clerk  guide  head  administrator  inactive  program
  issue-ticket            -        x       -        -       x      x     x          -           -         -
  check-in                -        x       -        -       x      x     x          -           -         -
  step-out                -        x       -        -       x      x     x          -           -         -
  make-booking            -        -       -        -       x      x     x          -           -         -
  cancel-booking          -        -       -        -       x      x     x          -           -         -
  set-care                -        -       -        -       x      x     x          -           -         -
  set-kiosk               -        -       -        -       x      x     x          -           -         -
  withdraw-numbers        -        -       -        -       -      -     x          x           -         -
  act-on-visit            -        -       -        -       x      x     x          -           -         -
  open-counter            -        -       -        -       x      -     x          -           -         -
  close-counter           -        -       -        -       x      -     x          -           -         -
  pause-counter           -        -       -        -       x      -     x          -           -         -
  resume-counter          -        -       -        -       x      -     x          -           -         -
  call-next               -        -       -        -       x      -     x          -           -         -
  undo                    -        -       -        -       x      x     x          -           -         -
  report-print            -        x       -        -       -      -     -          -           -         -
  resolve-print           -        x       -        -       x      x     x          -           -         -
  print-again             -        -       -        -       x      x     x          -           -         -
  settle-ticket           -        x       -        -       -      -     -          -           -         -
  report-announcement     -        -       x        -       -      -     -          -           -         -
  report-condition        -        x       x        -       -      -     -          -           -         -
  put-setting             -        -       -        -       -      -     x          x           -         -
  remove-setting          -        -       -        -       -      -     x          x           -         -
`);

/** Commands that only the hub itself may give: they are refused on the wire from any sender. */
export const INTERNAL = [
  ...['put-person', 'put-device', 'record-access', 'forget-visits', 'import-table'],
  'apply-setup',
  ...['close-day', 'expire-announcements', 'mark-missed', 'note-lost-history'],
  'confirm-clock',
  'note-attendance',
];

export const ROUTES = readTable(`
                                        stranger  kiosk  display  revoked  clerk  guide  head  administrator  inactive  program
  GET /health                              x        x       x        x       x      x     x          x           x         x
  POST /api/sign-in                        x        x       x        x       x      x     x          x           x         x
  POST /api/sign-in/link                   x        x       x        x       x      x     x          x           x         x
  GET /api/sign-in/pin                     x        x       x        x       x      x     x          x           x         x
  POST /api/sign-in/pin                    x        x       x        x       x      x     x          x           x         x
  POST /api/sign-out                       x        x       x        x       x      x     x          x           x         x
  POST /api/pairing                        x        x       x        x       x      x     x          x           x         x
  GET /api/pairing/{pairingId}             x        x       x        x       x      x     x          x           x         x
  GET /api/me                              -        -       -        -       x      x     x          x           -         -
  POST /api/me/password                    -        -       -        -       x      x     x          x           -         -
  POST /api/me/pin                         -        -       -        -       x      x     -          -           -         -
  POST /api/me/sign-out-everywhere         -        -       -        -       x      x     x          x           -         -
  GET /api/pairings                        -        -       -        -       -      -     -          x           -         -
  POST /api/pairings/{code}/approve        -        -       -        -       -      -     -          x           -         -
  POST /api/pairings/{code}/refuse         -        -       -        -       -      -     -          x           -         -
  GET /api/devices                         -        -       -        -       -      -     -          x           -         -
  POST /api/devices                        -        -       -        -       -      -     -          x           -         -
  POST /api/devices/{deviceId}/revoke      -        -       -        -       -      -     -          x           -         -
  GET /api/webhooks                        -        -       -        -       -      -     -          x           -         -
  POST /api/webhooks                       -        -       -        -       -      -     -          x           -         -
  DELETE /api/webhooks/{webhookId}         -        -       -        -       -      -     -          x           -         -
  POST /api/webhooks/{webhookId}/deliveries/{deliveryId}/again  -        -       -        -       -      -     -          x           -         -
  GET /api/keys                            -        -       -        -       -      -     -          x           -         -
  POST /api/keys                           -        -       -        -       -      -     -          x           -         -
  POST /api/keys/{keyId}/revoke            -        -       -        -       -      -     -          x           -         -
  GET /api/v1/figures                      -        -       -        -       -      -     -          -           -         x
  GET /api/v1/live                         -        -       -        -       -      -     -          -           -         x
  POST /api/v1/tickets                     -        -       -        -       -      -     -          -           -         x
  GET /api/v1/bookings/slots               -        -       -        -       -      -     -          -           -         x
  GET /api/v1/bookings                     -        -       -        -       -      -     -          -           -         x
  POST /api/v1/bookings                    -        -       -        -       -      -     -          -           -         x
  DELETE /api/v1/bookings/{bookingId}      -        -       -        -       -      -     -          -           -         x
  GET /api/v1/tables/{table}.csv           -        -       -        -       -      -     -          -           -         x
  GET /api/people                          -        -       -        -       -      -     -          x           -         -
  POST /api/people                         -        -       -        -       -      -     -          x           -         -
  PATCH /api/people/{personId}             -        -       -        -       -      -     -          x           -         -
  POST /api/people/{personId}/link         -        -       -        -       -      -     -          x           -         -
  POST /api/people/{personId}/sign-out     -        -       -        -       -      -     -          x           -         -
  GET /api/devices/vitals                  -        -       -        -       -      -     x          x           -         -
  GET /api/backups                         -        -       -        -       -      -     x          x           -         -
  POST /api/backups                        -        -       -        -       -      -     x          x           -         -
  GET /api/backups/alarm                   -        -       -        -       x      x     x          x           -         -
  GET /api/clock                           -        -       -        -       x      x     x          x           -         -
  POST /api/clock                          -        -       -        -       -      -     x          x           -         -
  GET /api/journal                         -        -       -        -       -      -     x          x           -         -
  GET /api/journal.csv                     -        -       -        -       -      -     x          x           -         -
  GET /api/reports/day/{day}               -        -       -        -       -      -     x          -           -         -
  GET /api/reports/day/{day}.pdf           -        -       -        -       -      -     x          -           -         -
  GET /api/reports/day/{day}.csv           -        -       -        -       -      -     x          -           -         -
  GET /api/reports/period                  -        -       -        -       -      -     x          -           -         -
  GET /api/reports/period.pdf              -        -       -        -       -      -     x          -           -         -
  GET /api/reports/period.csv              -        -       -        -       -      -     x          -           -         -
  GET /api/reports/period.xlsx             -        -       -        -       -      -     x          -           -         -
  GET /api/setup                           -        -       -        -       -      -     x          x           -         -
  POST /api/setup                          -        -       -        -       -      -     x          x           -         -
  POST /api/setup/preview                  -        -       -        -       -      -     x          x           -         -
  GET /api/imports                         -        -       -        -       -      -     x          x           -         -
  POST /api/imports                        -        -       -        -       -      -     x          x           -         -
  POST /api/imports/{importId}/preview     -        -       -        -       -      -     x          x           -         -
  POST /api/imports/{importId}/apply       -        -       -        -       -      -     x          x           -         -
  POST /api/imports/{importId}/take-back   -        -       -        -       -      -     x          x           -         -
  GET /api/tables/{kind}.csv               -        -       -        -       -      -     x          x           -         -
  GET /api/tables/{kind}.xlsx              -        -       -        -       -      -     x          x           -         -
  GET /api/alarms/acknowledged             -        -       -        -       -      -     x          x           -         -
  POST /api/alarms/acknowledged            -        -       -        -       -      -     x          x           -         -
  GET /api/next-hour                       -        -       -        -       -      -     x          x           -         -
  GET /api/visits/{day}/{number}           -        -       -        -       -      -     x          x           -         -
`);

/** Routes of the command line with its own token; closed to all others. */
export const CONTROL = [
  ...['GET /api/control/devices', 'POST /api/control/devices'],
  ...['GET /api/control/keys', 'POST /api/control/keys', 'POST /api/control/keys/none/revoke'],
  ...['POST /api/control/devices/none/revoke', 'GET /api/control/people'],
  ...['POST /api/control/people', 'POST /api/control/people/recover'],
  'GET /api/control/reports/day/2026-11-23',
  'GET /api/control/reports/period',
];

/** Bodies for routes that parse them before checking the rights. */
export const BODIES: Readonly<Record<string, object>> = {
  'POST /api/me/password': { current: 'x', next: 'x' },
  'POST /api/me/pin': { password: 'x', pin: '4829' },
};

function readTable(text: string): ReadonlyMap<string, readonly string[]> {
  const [head = '', ...rows] = text.split('\n').filter((line) => line.trim() !== '');
  expect(head.trim().split(/\s+/)).toEqual(WHO);
  return new Map(
    rows.map((row) => {
      const [name = '', ...cells] = row.trim().split(/\s{2,}/);
      if (cells.length !== WHO.length) throw new Error(`The row ${name} has ${cells.length} cells`);
      return [name, cells];
    }),
  );
}

/** Whether that column has its mark, of each row. */
export function columnOf(table: ReturnType<typeof readTable>, who: Who): Record<string, boolean> {
  return Object.fromEntries(
    [...table].map(([name, cells]) => [name, cells[WHO.indexOf(who)] === 'x']),
  );
}

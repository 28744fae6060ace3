import type { Migration } from './migration.ts';

/** What older rows lack, as the programs that wrote them behaved; a value that is there stays. */
const VISIT = `'quick', json('false'), 'placedAt', NULL, 'past', json('[]'), 'next', json('[]'),
  'party', json('{"people":1,"files":1,"proxy":false}'), 'held', json('false'), 'training', json('false')`;
const SITE = `'missed', json('{"calls":3,"afterSeconds":60,"graceMinutes":30,"behind":3}'),
  'bookings', json('{"offered":false,"slotMinutes":30,"capacity":2,"earlyMinutes":30,"lateMinutes":15,"daysAhead":14}'),
  'holdMinutes', 10, 'lastTicketMinutes', 0, 'dayEnd', json('"close"'), 'estimates', json('true')`;
const SERVICE = `'usual', json('false'), 'quick', json('false')`;
const QUEUE = `'dailyQuota', NULL`;
const COUNTER = `'quick', json('"no"')`;
const COUNTER_STATE = `'training', json('false')`;
const PERSON = `'skills', NULL`;
const DEVICE = `'locked', json('false'), 'training', json('false')`;

/** Adds the fields under `at` where they are missing. */
function inserted(column: string, at: string, fields: string): string {
  return `json_insert(${column}, ${fields.replaceAll(/'(\w+)', /g, (_all, name: string) => `'${at}.${name}', `)})`;
}

/** The same for the facts of one type, which `what` tells from others. */
function facts(type: string, at: string, fields: string, what = 'true'): string {
  return `UPDATE journal SET fact = ${inserted('fact', at, fields)}
    WHERE fact ->> '$.type' = '${type}' AND ${what};`;
}

function settings(kind: string, fields: string): string {
  return `UPDATE setting SET body = ${inserted('body', '$', fields)} WHERE kind = '${kind}';
    ${facts('setting-changed', '$.setting.value', fields, `fact ->> '$.setting.kind' = '${kind}'`)}`;
}

/**
 * Bookings outlive a day. Confidential content stands beside the journal instead of in it, so that it can be deleted at
 * night without a gap in the journal.
 */
export const rulesOfAnOffice: Migration = {
  version: 3,
  up: `
    CREATE TABLE sealed (
      seq  INTEGER PRIMARY KEY NOT NULL,
      body TEXT NOT NULL
    ) STRICT;

    CREATE TABLE booking (
      id   TEXT PRIMARY KEY NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    ${settings('site', SITE)}
    ${settings('service', SERVICE)}
    ${settings('queue', QUEUE)}
    ${settings('counter', COUNTER)}

    UPDATE visit SET body = ${inserted('body', '$', VISIT)};
    UPDATE visit SET body = json_insert(body, '$.shared', json('false')) WHERE body ->> '$.state' = 'parked';
    ${facts('ticket-issued', '$.visit', VISIT)}
    ${facts('visit-changed', '$.visit', VISIT)}
    ${facts('visit-changed', '$.visit', `'shared', json('false')`, `fact ->> '$.visit.state' = 'parked'`)}
    ${facts('ticket-issued', '$', `'promise', NULL, 'promised', json('false')`)}

    UPDATE counter_state SET body = ${inserted('body', '$', COUNTER_STATE)} WHERE body ->> '$.state' <> 'closed';
    ${facts('counter-changed', '$.counter', COUNTER_STATE, `fact ->> '$.counter.state' <> 'closed'`)}
    ${facts('counter-changed', '$', `'undone', json('false')`)}
    UPDATE person SET body = ${inserted('body', '$', PERSON)};
    ${facts('person-changed', '$.person', PERSON)}
    UPDATE device SET body = ${inserted('body', '$', DEVICE)};
    ${facts('device-changed', '$.device', DEVICE)}
    ${facts('day-closed', '$', `'rolledOver', json('[]'), 'priorityGroups', json('{}')`)}
  `,
};

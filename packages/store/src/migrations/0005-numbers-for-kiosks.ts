import type { Migration } from './migration.ts';

/** Sites of older programs let their kiosks hold as many numbers as a new site does. */
export const numbersForKiosks: Migration = {
  version: 5,
  up: `
    UPDATE setting SET body = json_insert(body, '$.offlineNumbers', 30) WHERE kind = 'site';
    UPDATE journal SET fact = json_insert(fact, '$.setting.value.offlineNumbers', 30)
      WHERE fact ->> '$.type' = 'setting-changed' AND fact ->> '$.setting.kind' = 'site';
  `,
};

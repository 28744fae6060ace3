import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '@motcua/store';
import { ROOT } from '../../scripts/run-tasks.ts';

const page = readFileSync(join(ROOT, 'docs/personal-data.md'), 'utf8');
const isNamed = (name: string) => page.includes(`\`${name}\``);

describe('the list of personal data', () => {
  it('names every kind of fact that the journal may contain', () => {
    const source = readFileSync(join(ROOT, 'packages/protocol/src/facts.ts'), 'utf8');
    const facts = source.slice(
      source.indexOf('export type Fact ='),
      source.indexOf('export const DOOR_EVENTS'),
    );
    const types = [...facts.matchAll(/type: '([a-z-]+)'/g)].map(([, type]) => type ?? '');
    expect(types.length).toBeGreaterThan(10);
    expect(types.filter((type) => !isNamed(type))).toEqual([]);
  });

  it('names every table of the database', () => {
    const db = openDatabase(':memory:');
    const tables = db
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
      .map(({ name }) => name);
    db.close();
    expect(tables.filter((name) => !isNamed(name))).toEqual([]);
  });
});

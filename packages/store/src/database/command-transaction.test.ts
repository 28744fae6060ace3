import { beforeEach, describe, expect, it } from 'vitest';
import { CommandTransaction } from './command-transaction.ts';
import { type Db, openDatabase } from './database.ts';

describe('A transaction of several commands', () => {
  let db: Db;
  let transaction: CommandTransaction;
  const note = (day: string) =>
    db.prepare('INSERT INTO day (day, first_seq) VALUES (?, ?)').run(day, Number(day));
  const noted = () => db.prepare('SELECT day FROM day ORDER BY day').pluck().all();
  function failing(day: string): void {
    note(day);
    throw new RangeError(`no ${day}`);
  }

  beforeEach(() => {
    db = openDatabase(':memory:');
    transaction = new CommandTransaction(db);
  });

  it('keeps all of them, or none where it fails as a whole', () => {
    transaction.run(() => ['1', '2'].forEach(note));
    expect(() =>
      transaction.run(() => {
        note('3');
        failing('4');
      }),
    ).toThrow('no 4');
    expect(noted()).toEqual(['1', '2']);
    expect(db.inTransaction).toBe(false);
  });

  it.each([true, false])(
    'rolls back only the one that fails, the first or a later one: %s',
    (isFirst) => {
      transaction.run(() => {
        if (!isFirst) transaction.part(true, () => note('1'));
        expect(() => transaction.part(isFirst, () => failing('2'))).toThrow('no 2');
        transaction.part(isFirst, () => note('3'));
      });
      expect(noted()).toEqual(isFirst ? ['3'] : ['1', '3']);
    },
  );
});

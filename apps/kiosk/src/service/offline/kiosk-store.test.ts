import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  CommandId,
  LocalDate,
  PriorityGroupId,
  PrintJobId,
  QueueId,
  ServiceId,
  VisitId,
} from '@motcua/domain';
import { ONE_PERSON } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKioskStore } from './kiosk-store.ts';

describe('the kiosk’s store', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-kiosk-store-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('deletes confidential data after its day from every file', () => {
    const store = openKioskStore(dir);
    const ticket = {
      ...{ visitId: 'v-1' as VisitId, printJobId: 'p-1' as PrintJobId, number: 'H001' },
      ...{ day: '2026-11-23' as LocalDate, arrivedAt: T0, serviceIds: ['birth' as ServiceId] },
      ...{ language: 'vi', priorityGroupId: 'pregnant' as PriorityGroupId, bookedFor: null },
      ...{ needs: ['deaf' as const], party: ONE_PERSON },
    };
    store.add({
      ...{ requestId: 'r-1', commandId: 'c-1' as CommandId, queueId: 'civil' as QueueId, ticket },
      ...{ own: true, settled: true, print: null, resolution: null, instead: null },
    });
    const holding = () =>
      readdirSync(dir).filter((file) =>
        /pregnant|deaf/.test(readFileSync(join(dir, file), 'latin1')),
      );
    expect(holding()).not.toEqual([]);
    store.forgetBefore('2026-11-23' as LocalDate, '2026-11-24' as LocalDate);
    expect(holding()).toEqual([]);
    expect(store.isGiven('2026-11-23' as LocalDate, 'H001')).toBe(true);
    store.close();
  });
});

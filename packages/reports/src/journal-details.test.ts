import {
  type Device,
  type DeviceId,
  type LocalDate,
  type LocalTime,
  type Person,
  UNKNOWN_CONDITION,
  USUAL_BACKUP_SETTINGS,
} from '@motcua/domain';
import {
  aCounter,
  anAnnouncement,
  aPriorityGroup,
  aQueue,
  aService,
  aServiceGroup,
  aSite,
  CERT,
  CIVIL,
  LAN,
  T0,
} from '@motcua/domain/builders';
import { detailWords, isNamedField, LANGUAGES, texts } from '@motcua/i18n';
import type { Fact } from '@motcua/protocol';
import { describe, expect, it } from 'vitest';
import { changedFields, detailsOf } from './journal-details.ts';

const person: Person = {
  ...{ id: LAN, name: 'Bùi Thị Lan', login: 'lan', role: 'clerk', active: true, skills: [CIVIL] },
};
const device: Device = {
  ...{ id: 'wall' as DeviceId, name: 'Sảnh', role: 'display', pairedAt: T0, revoked: false },
  ...{ condition: UNKNOWN_CONDITION, locked: false, training: false },
};
const spans = [{ from: '07:30' as LocalTime, to: '11:30' as LocalTime }];
const reason = { vi: 'Quốc khánh' };
const site = aSite({
  hours: {
    week: [spans, spans, spans, spans, spans, spans, spans],
    closedDays: [{ date: '2026-09-02' as LocalDate, reason }],
    specialDays: [{ date: '2026-09-05' as LocalDate, spans, reason: { vi: 'Làm bù' } }],
  },
});
const words = (fact: Fact, language: 'vi' | 'en' = 'en') =>
  detailsOf(fact).map((detail) =>
    detailWords(detail, texts(language), (id) => (id === CERT ? 'Certification' : id)),
  );

describe('the details of a journal line', () => {
  it('have the old and the new value of a setting', () => {
    const setting = {
      kind: 'site',
      value: { ...site, rule: { ...site.rule, maxWaitMinutes: 45 }, estimates: false },
    } as const;
    expect(words({ type: 'setting-changed', setting, before: site })).toEqual([
      'Nobody is passed over after (minutes): 30 → 45',
      'Tell the expected waiting time: Yes → No',
    ]);
  });

  it('have the old value of a field that was empty, and none for what is new as a whole', () => {
    const before = aQueue();
    const value = aQueue({ dailyQuota: 60 });
    const setting = { kind: 'queue', value } as const;
    const label = 'Numbers per day';
    expect(words({ type: 'setting-changed', setting, before })).toEqual([`${label}: – → 60`]);
    const back = { kind: 'queue', value: before } as const;
    expect(words({ type: 'setting-changed', setting: back, before: value })).toEqual([
      `${label}: 60 → –`,
    ]);
    expect(words({ type: 'setting-changed', setting, before: null })).toContain(`${label}: 60`);
  });

  it('have the items added to and removed from a list, with names instead of ids', () => {
    const before = aCounter({ queueIds: [CIVIL] });
    const value = aCounter({ queueIds: [CIVIL, CERT] });
    expect(words({ type: 'setting-changed', setting: { kind: 'counter', value }, before })).toEqual(
      ['Queues this counter calls from: – → Certification'],
    );
    const turned = { ...value, queueIds: [CERT, CIVIL] };
    expect(changedFields(value, turned)).toEqual([
      { field: 'queueIds', before: [CIVIL, CERT], after: [CERT, CIVIL] },
    ]);
    const hours = { ...site.hours, closedDays: [], week: [[], ...site.hours.week.slice(1)] };
    expect(changedFields(site, { ...site, hours })).toEqual([
      { field: 'hours.week.0', before: ['07:30–11:30'], after: null },
      { field: 'hours.closedDays', before: ['2026-09-02 Quốc khánh'], after: null },
    ]);
  });

  it('have the former state of an account and a device', () => {
    const promoted: Person = { ...person, role: 'head', active: false };
    expect(words({ type: 'person-changed', person: promoted, before: person }, 'vi')).toEqual([
      'Vai trò: Cán bộ tại quầy → Lãnh đạo trung tâm',
      'Đang dùng: Có → Không',
    ]);
    const ofAll = { ...person, skills: null };
    expect(words({ type: 'person-changed', person, before: ofAll })).toEqual([
      `Queues served: All → ${CIVIL}`,
    ]);
    expect(words({ type: 'person-changed', person: ofAll, before: person })).toEqual([
      `Queues served: ${CIVIL} → All`,
    ]);
    const low = { ...device, condition: { printer: null, sound: 'blocked' } } as const;
    expect(words({ type: 'device-changed', device: low, before: device }, 'vi')).toEqual([
      'Âm thanh: – → Trình duyệt chặn âm thanh: hãy chạm vào màn hình',
    ]);
  });

  it('have the name of what was removed', () => {
    const before = aQueue();
    expect(words({ type: 'setting-removed', kind: 'queue', id: CIVIL, before })).toEqual([
      'Name: Hộ tịch → –',
    ]);
  });

  it('have the state that a call reached', () => {
    const announcement = anAnnouncement({ state: 'failed', failure: 'expired' });
    expect(words({ type: 'announcement-changed', announcement })).toEqual([
      'State: not heard',
      expect.stringMatching(/^Cause: /),
    ]);
  });

  it('are empty where an older hub did not record the former value', () => {
    const setting = { kind: 'site', value: site } as const;
    expect(words({ type: 'setting-changed', setting })).toEqual([]);
    expect(words({ type: 'person-changed', person })).toEqual([]);
  });

  it('have a label for every field that can be set, in every language', () => {
    const modes = [
      { type: 'ageing', bonusMinutes: 5 },
      { type: 'interleaved', priority: 1, normal: 2 },
    ] as const;
    const things = [
      ...modes.map((mode) => ({ ...site, rule: { ...site.rule, mode }, followAddress: 'x' })),
      ...[aService({ code: '1', papers: [reason] }), aServiceGroup(), aQueue({ dailyQuota: 9 })],
      ...[aCounter(), aPriorityGroup(), { ...USUAL_BACKUP_SETTINGS, standbyAddress: 'x' }, person],
      { ...device, condition: { printer: 'ready', sound: 'on' } },
    ];
    const fields = things.flatMap((thing) => changedFields(null, thing));
    const unnamed = fields.filter(({ field }) => !isNamedField(field)).map(({ field }) => field);
    expect(unnamed).toEqual([]);
    for (const language of LANGUAGES)
      for (const detail of fields)
        expect(detailWords(detail, texts(language), (id) => id)).not.toMatch(/^\w+\.|\{\w+\}/);
  });
});

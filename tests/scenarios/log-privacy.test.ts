import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant, ServiceId } from '@motcua/domain';
import { kimBoi } from '@motcua/testing';
import { type CentreDay, openCentre, SERVICES } from './centre-day.ts';
import { ELDERLY, wants } from './rules.ts';

const NOTE = 'Nhờ con trai đi cùng';
const REASON = 'Bà cụ mệt, cần về sớm';
const PASSWORD = 'vườn chuối sau nhà';

describe('the log of hub and kiosk', () => {
  let dir: string;
  let day: CentreDay;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-log-'));
    day = await openCentre('07:30', kimBoi, join(dir, 'all.log'));
  });
  afterEach(async () => {
    await day.close();
    rmSync(dir, { recursive: true });
  });
  const logged = () => readFileSync(join(dir, 'all.log'), 'utf8');

  it('has staff actions and their results, and nothing of a visitor', async () => {
    const kiosk = await day.asKiosk();
    const lan = await day.sit('lan', 2);
    await kiosk.execute(wants('birth', { priorityGroupId: ELDERLY, needs: ['deaf'] }));
    await day.takeNumber('birth');
    expect(await lan.act('call', { number: 'H002', reason: REASON })).toBe('H002');
    await lan.act('start-service');
    await lan.act('finish', { note: NOTE });
    expect(await lan.callNext()).toBe('H001');
    expect(await lan.act({ type: 'park', shared: false }, { note: NOTE })).toBe('H001');
    // Refusals are logged as well.
    expect(await lan.act('finish', { number: 'H001', note: NOTE })).toBe('action-not-allowed');
    const guide = await day.site.asPerson('hanh');
    const startsAt = Date.parse('2026-11-23T09:00:00+07:00') as Instant;
    const made = await guide.execute({
      type: 'make-booking',
      serviceId: SERVICES['birth'] as ServiceId,
      startsAt,
    });
    const [booked] = made.ok ? made.value : [];
    const code = booked?.type === 'booking-changed' ? booked.booking.code : '';
    expect(code).toHaveLength(6);
    const said = { priorityGroupId: ELDERLY, needs: ['wheelchair' as const] };
    const party = { people: 3, files: 1, proxy: true };
    await kiosk.execute({ type: 'check-in', code, language: 'vi', ...said, party });
    await fetch(`${day.site.hubUrl}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'lan', password: PASSWORD }),
    });

    const text = logged();
    for (const command of ['issue-ticket', 'act-on-visit', 'make-booking', 'check-in'])
      expect(text).toContain(`"command":"${command}"`);
    expect(text).toContain('"personId":"lan"');
    expect(text).toContain('"code":"action-not-allowed"');
    const [visit] = [...day.site.started.hub.state.visits.values()];
    for (const secret of [
      ...[NOTE, REASON, PASSWORD, code, visit?.id ?? ''],
      ...['H001', 'H002', ELDERLY, 'deaf', 'wheelchair', 'proxy', '"party"'],
    ])
      expect(text).not.toContain(secret);
  });

  it('has a number only when its slip failed, or its kiosk was offline', async () => {
    day.site.printer.setState({ paper: 'out' });
    expect((await day.takeNumber('birth')).slip).toBe('out-of-paper');
    day.site.printer.setState({ paper: 'ok' });
    await day.takeNumber('birth');
    await day.site.kioskHasNumbers();
    await day.stopHub();
    const alone = await day.kiosk.issue(SERVICES['birth'] as ServiceId, 'vi');
    const number = alone.ok ? alone.value.number : '';
    await day.site.startHubAgain();

    const lines = logged()
      .split('\n')
      .filter((line) => line.includes('"number"'));
    expect(lines.some((line) => line.includes('"H001"'))).toBe(true);
    expect(lines.some((line) => line.includes(`"${number}"`))).toBe(true);
    expect(logged()).not.toContain('H002');
  });
});

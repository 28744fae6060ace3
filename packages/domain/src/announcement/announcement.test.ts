import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterReport,
  ANNOUNCEMENT_LIFE_MS,
  endCall,
  hasExpired,
  reopenCall,
  withdraw,
  type AnnouncementReport,
} from './announcement.ts';
import { anAnnouncement, minutesAfterT0 } from '../builders.ts';
import type { Instant } from '../ids.ts';

const at = minutesAfterT0(6);
const PLAYING: AnnouncementReport = { state: 'playing' };
const PLAYED: AnnouncementReport = { state: 'played' };
const NO_SOUND: AnnouncementReport = { state: 'failed', failure: 'no-sound' };

const stateAfter = (...reports: readonly AnnouncementReport[]) =>
  reports.reduce((announcement, report) => afterReport(announcement, report, at) ?? announcement, {
    ...anAnnouncement(),
  });

describe('an announcement', () => {
  it('is playing, then played, as the display reports', () => {
    expect(afterReport(anAnnouncement(), PLAYING, at)).toMatchObject({
      state: 'playing',
      stateSince: at,
    });
    expect(stateAfter(PLAYING, PLAYED)).toMatchObject({ state: 'played', failure: null });
  });

  it('says why it was not heard', () => {
    expect(stateAfter(PLAYING, NO_SOUND)).toMatchObject({ state: 'failed', failure: 'no-sound' });
  });

  it('was heard as soon as one display played it, whatever the others say', () => {
    expect(stateAfter(NO_SOUND, PLAYED)).toMatchObject({ state: 'played', failure: null });
    expect(stateAfter(PLAYED, NO_SOUND)).toMatchObject({ state: 'played' });
    expect(stateAfter(PLAYED, PLAYING)).toMatchObject({ state: 'played' });
  });

  it('changes nothing when a report repeats', () => {
    for (const report of [PLAYING, PLAYED, NO_SOUND]) {
      expect(afterReport(stateAfter(report), report, minutesAfterT0(7))).toBeNull();
    }
  });

  it('ignores what a display reports long after the call', () => {
    const silent = stateAfter(NO_SOUND);
    const late = (silent.calledAt + 5 * ANNOUNCEMENT_LIFE_MS + 1) as Instant;
    expect(afterReport(silent, PLAYED, late)).toBeNull();
    expect(afterReport(silent, PLAYED, (late - 1) as Instant)).toMatchObject({ state: 'played' });
  });

  it('stays withdrawn', () => {
    const withdrawn = withdraw(anAnnouncement(), at);
    expect(withdrawn).toMatchObject({ state: 'failed', failure: 'withdrawn', stateSince: at });
    for (const report of [PLAYING, PLAYED, NO_SOUND]) {
      expect(afterReport(withdrawn, report, at)).toBeNull();
    }
  });

  it('is never spoken when its visit is no longer called before a display begins', () => {
    const ended = endCall(anAnnouncement(), 'over', at);
    expect(ended).toMatchObject({
      ...{ state: 'failed', failure: 'withdrawn', stateSince: at, ended: 'over' },
    });
  });

  it('is spoken to its end when its visit is no longer called meanwhile, and stays heard', () => {
    const playing = endCall(stateAfter(PLAYING), 'taken-back', at) ?? anAnnouncement();
    expect(playing).toMatchObject({ state: 'playing', failure: null, ended: 'taken-back' });
    expect(afterReport(playing, PLAYED, at)).toMatchObject({
      ...{ state: 'played', ended: 'taken-back' },
    });
    expect(endCall(stateAfter(PLAYED), 'over', at)).toMatchObject({ state: 'played' });
  });

  it('ends once, and is taken back even after its visitor came', () => {
    const over = { ...stateAfter(PLAYED), ended: 'over' as const };
    expect(endCall(over, 'over', at)).toBeNull();
    expect(endCall(over, 'taken-back', at)).toMatchObject({ ended: 'taken-back' });
    expect(endCall({ ...over, ended: 'taken-back' }, 'over', at)).toBeNull();
    expect(endCall(over, 'missed', at)).toMatchObject({ ended: 'missed' });
    expect(endCall({ ...over, ended: 'missed' }, 'over', at)).toBeNull();
    expect(reopenCall(over)).toEqual(stateAfter(PLAYED));
  });

  it('ends as played exactly when a display played it', () => {
    const reports = fc.array(fc.constantFrom(PLAYING, PLAYED, NO_SOUND), { maxLength: 12 });
    fc.assert(
      fc.property(reports, (all) => {
        expect(stateAfter(...all).state === 'played').toBe(all.includes(PLAYED));
      }),
    );
  });

  it('expires two minutes after the call, unless its outcome is known', () => {
    const queued = anAnnouncement();
    const limit = (queued.calledAt + ANNOUNCEMENT_LIFE_MS) as Instant;
    const later = (limit + 1) as Instant;
    expect(ANNOUNCEMENT_LIFE_MS).toBe(2 * 60_000);
    expect(hasExpired(queued, limit)).toBe(false);
    expect(hasExpired(queued, later)).toBe(true);
    expect(hasExpired(stateAfter(PLAYING), later)).toBe(true);
    expect(hasExpired(stateAfter(PLAYED), later)).toBe(false);
    expect(hasExpired(stateAfter(NO_SOUND), later)).toBe(false);
  });
});

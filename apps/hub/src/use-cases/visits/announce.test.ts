import { beforeEach, describe, expect, it } from 'vitest';
import { LAN } from '@motcua/domain/builders';
import { DISPLAY, openRoom, type Room } from '../../../test/room.ts';

describe('the announcement of a call', () => {
  let room: Room;

  beforeEach(async () => {
    room = await openRoom();
    return () => room.close();
  });

  it('shows the counter what became of its call', async () => {
    await room.issue();
    await room.open(LAN);
    await room.callNext(LAN);
    const [announcement] = room.hub.state.unheard();
    const announcementId = announcement?.id as never;
    await room.must(
      { type: 'report-announcement', announcementId, report: { state: 'playing' } },
      DISPLAY,
    );
    await room.must(
      { type: 'report-announcement', announcementId, report: { state: 'played' } },
      DISPLAY,
    );
    const late = await room.must(
      {
        type: 'report-announcement',
        announcementId,
        report: { state: 'failed', failure: 'no-sound' },
      },
      DISPLAY,
    );

    expect(late).toEqual([]);
    expect(room.hub.state.unheard()).toEqual([]);
  });
});

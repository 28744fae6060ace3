import type { CounterId, ServiceId, Visit } from '@motcua/domain';
import { plainTicket, type RequestedAction } from '@motcua/protocol';
import type { TestSite } from '@motcua/testing';
import { confirmAnnouncement } from './confirm-announcement.ts';

const MARRIAGE = '1.000894' as ServiceId;
const BIRTH = '1.001193' as ServiceId;
const COUNTER_2 = 'counter-2' as CounterId;

/** Does something to a number as Lan, at counter 2, through the hub. */
export async function actAsLan(
  site: TestSite,
  number: string,
  action: RequestedAction,
): Promise<void> {
  const lan = await site.asPerson('lan');
  const done = await lan.execute({
    ...{ type: 'act-on-visit', visitId: visitOf(site, number).id, counterId: COUNTER_2, action },
    ...{ note: null, reason: 'cần hỗ trợ sớm' },
  });
  if (!done.ok) throw new Error(`${number} ${action.type}: ${done.refusal.code}`);
}

function visitOf(site: TestSite, number: string): Visit {
  const visits = [...site.started.hub.state.visits.values()];
  const found = visits.find(({ ticket }) => ticket.number === number);
  if (found === undefined) throw new Error(`No visit ${number}`);
  return found;
}

/** Visits that wait, are called, parked, missed, postponed and reserved, with all possible details. */
export async function fillTheRoom(site: TestSite): Promise<void> {
  const guide = await site.asPerson('hanh');
  const lan = await site.asPerson('lan');
  for (let n = 0; n < 9; n += 1)
    await guide.execute({
      ...plainTicket(MARRIAGE),
      serviceIds: [MARRIAGE, BIRTH],
      priorityGroupId: n === 5 ? ('elderly' as never) : null,
      needs: n > 4 ? ['deaf', 'wheelchair', 'interpreter'] : [],
      party: { people: 3, files: 2, proxy: true },
    });
  await lan.execute({ type: 'open-counter', counterId: COUNTER_2, training: false });
  for (const number of ['H001', 'H002']) {
    await actAsLan(site, number, { type: 'call' });
    await confirmAnnouncement(site, number);
    await actAsLan(site, number, { type: 'mark-no-show' });
  }
  await actAsLan(site, 'H003', { type: 'call' });
  await actAsLan(site, 'H003', { type: 'park', shared: true });
  await actAsLan(site, 'H004', { type: 'postpone', minutes: 60 });
  const reservedFor = { type: 'counter', counterId: COUNTER_2 } as const;
  await actAsLan(site, 'H005', { type: 'reserve', reservedFor });
  await actAsLan(site, 'H006', { type: 'call' });
}

import { emptyMirror, type HubState, type Mirror } from '@motcua/client';
import { type Person, type PersonId, USUAL_BACKUP_SETTINGS } from '@motcua/domain';
import {
  aCounter,
  aPriorityGroup,
  aQueue,
  aService,
  aServiceGroup,
  aSite,
  LAN,
  T0,
  TODAY,
} from '@motcua/domain/builders';

/** The mirror of a small centre, for tests. */
export const aMirror = (overrides: Partial<Mirror> = {}): Mirror => ({
  ...emptyMirror(
    {
      site: aSite(),
      serviceGroups: [aServiceGroup()],
      services: [aService()],
      queues: [aQueue()],
      counters: [aCounter()],
      priorityGroups: [aPriorityGroup()],
      safekeeping: USUAL_BACKUP_SETTINGS,
    },
    TODAY,
  ),
  seq: 1,
  personId: LAN,
  people: new Map([[LAN, aPerson()]]),
  ...overrides,
});

export function aPerson(overrides: Partial<Person> = {}): Person {
  return {
    id: 'lan' as PersonId,
    name: 'Nguyễn Thị Lan',
    login: 'lan',
    role: 'administrator',
    active: true,
    skills: null,
    ...overrides,
  };
}

export const aHubState = (overrides: Partial<HubState> = {}): HubState => ({
  connection: 'live',
  turnedAway: null,
  mirror: aMirror(),
  clockOffsetMs: 0,
  history: null,
  lastMessageAt: T0,
  ...overrides,
});

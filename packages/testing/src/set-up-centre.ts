import { type CommandId, type Setting, type Settings, USUAL_BACKUP_SETTINGS } from '@motcua/domain';
import { type Hub, type HubCommand, THE_HUB_ITSELF } from '@motcua/hub';
import { KIM_BOI_PEOPLE } from './kim-boi/index.ts';

type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;

/** Gives an empty hub the settings of a centre, and Kim Bôi's people (without passwords). */
export async function setUpCentre(hub: Hub, settings: Settings): Promise<void> {
  await Promise.all([
    ...settingsOneByOne(settings).map((setting, n) =>
      give(hub, `seed-${n}`, { type: 'put-setting', setting }),
    ),
    ...KIM_BOI_PEOPLE.map((person) =>
      give(hub, `seed-${person.id}`, { type: 'put-person', person }),
    ),
  ]);
}

/** In an order in which every reference is known before it is used. */
export function settingsOneByOne(settings: Settings): readonly Setting[] {
  const { site, serviceGroups, queues, services, counters, priorityGroups, safekeeping } = settings;
  return [
    { kind: 'site', value: site },
    ...serviceGroups.map((value): Setting => ({ kind: 'service-group', value })),
    ...queues.map((value): Setting => ({ kind: 'queue', value })),
    ...services.map((value): Setting => ({ kind: 'service', value })),
    ...counters.map((value): Setting => ({ kind: 'counter', value })),
    ...priorityGroups.map((value): Setting => ({ kind: 'priority-group', value })),
    // The defaults of a hub need not be set.
    ...(safekeeping === USUAL_BACKUP_SETTINGS
      ? []
      : [{ kind: 'safekeeping', value: safekeeping } as const]),
  ];
}

async function give(hub: Hub, id: string, wish: WithoutId<HubCommand>): Promise<void> {
  const command = { ...wish, commandId: id as CommandId } as HubCommand;
  const result = await hub.execute(command, THE_HUB_ITSELF);
  if (!result.ok) throw new Error(`${wish.type} was refused: ${JSON.stringify(result.refusal)}`);
}

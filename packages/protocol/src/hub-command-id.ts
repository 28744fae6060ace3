import type { CommandId } from '@motcua/domain';

/** Begins the ids of commands that the hub itself gives; from a client they are refused, so that none can be taken. */
const OWN = 'hub:';

/** The id of a command of the hub's own; `name` is different each time. */
export function hubCommandId(name: string): CommandId {
  return `${OWN}${name}` as CommandId;
}

/** Whether only the hub may have minted that id. */
export function isHubCommandId(id: string): boolean {
  return id.startsWith(OWN);
}

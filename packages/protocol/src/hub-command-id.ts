import type { CommandId } from '@motcua/domain';

/** Begins the ids of the hub's own commands; from a client they are refused, so that none can be taken. */
const OWN = 'hub:';

/** The id of one of the hub's own commands; `name` is different each time. */
export function hubCommandId(name: string): CommandId {
  return `${OWN}${name}` as CommandId;
}

/** Whether only the hub can have made that id. */
export function isHubCommandId(id: string): boolean {
  return id.startsWith(OWN);
}

import type { HubLink, HubState } from '@motcua/client';
import type { CommandId, Result, VisitId } from '@motcua/domain';
import type { PlaceRequest, StepOutRequest, TicketView } from '../bridge.ts';

/** Where whoever holds a slip learns of their place in line, leaves it for some minutes, or takes it again. */
export interface Places {
  readonly ask: (request: PlaceRequest) => Promise<Result<TicketView>>;
  /** Answers with what is known afterwards. */
  readonly stepOut: (request: StepOutRequest) => Promise<Result<TicketView>>;
}

export interface PlacesOptions {
  readonly hub: HubLink;
  /** The number of a visit whose slip was printed here; null: not known here. */
  readonly numberOf: (visitId: VisitId) => string | null;
}

export function createPlaces({ hub, numberOf }: PlacesOptions): Places {
  const read = (typed: string): string => {
    const number = readNumber(typed, numberOf);
    return isTraining(hub.getState()) && !number.startsWith('#') ? `#${number}` : number;
  };
  const ask: Places['ask'] = ({ number }) => hub.ask({ type: 'ticket', number: read(number) });

  return {
    ask,
    async stepOut({ requestId, number, wish }) {
      const done = await hub.execute(
        { type: 'step-out', number: read(number), wish },
        requestId as CommandId,
      );
      return done.ok ? ask({ number }) : done;
    },
  };
}

/** Practice moves nobody who really waits. */
function isTraining({ mirror }: HubState): boolean {
  const own = mirror?.deviceId ?? null;
  return own !== null && mirror?.devices.get(own)?.training === true;
}

const ADDRESS = /^https?:\/\/\S+\/([^/?#\s]+)$/i;
const LONGEST_NUMBER = 12;

/** `h 021` is `H021`, and an address from a slip is the number of its visit. */
export function readNumber(typed: string, numberOf: PlacesOptions['numberOf']): string {
  const text = typed.normalize('NFKC').trim();
  const [, visitId] = ADDRESS.exec(text) ?? [];
  const known = visitId === undefined ? null : numberOf(decoded(visitId) as VisitId);
  const number = known ?? text.toUpperCase().replaceAll(/[\s-]/g, '');
  return number.slice(0, LONGEST_NUMBER);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

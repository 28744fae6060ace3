import {
  type Device,
  DEVICE_ROLES,
  type DeviceId,
  type DeviceRole,
  type Instant,
  type LocalText,
  type Person,
  PERSON_ROLES,
  type PersonId,
  PRINTER_STATES,
  type QueueId,
} from '@motcua/domain';
import { alsoFigures, type AlsoFigures } from './also-figures.ts';
import {
  fieldOf,
  flag,
  list,
  localText,
  number,
  oneOf,
  orNull,
  text,
  type Reader,
} from './read-answer.ts';

/** A device that shows this code and waits to be let in. */
export interface WaitingPairing {
  readonly code: string;
  readonly role: DeviceRole;
  /** What the device calls itself. */
  readonly name: string;
  readonly address: string;
  readonly askedAt: Instant;
}

export interface PersonWithSecret {
  readonly person: Person;
  readonly secret: string;
}

export interface PersonWithLink {
  readonly person: Person;
  readonly token: string;
}

export interface DeviceWithToken {
  readonly device: Device;
  readonly token: string;
}

export interface Spread {
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly longest: number | null;
}

/** What this page shows of a day's report; the files hold all of it. Durations in ms. */
export interface DayFigures {
  readonly dayClosed: boolean;
  readonly issued: number;
  readonly served: number;
  readonly noShows: number;
  readonly open: readonly string[];
  readonly waitingTime: Spread;
  readonly servingTime: Spread;
  readonly callsNotHeard: number;
  readonly slipsNotPrinted: number;
  readonly queues: readonly {
    readonly name: LocalText;
    readonly issued: number;
    readonly served: number;
    readonly waitingTime: Spread;
  }[];
  readonly counters: readonly {
    readonly number: number;
    readonly name: LocalText;
    readonly served: number;
    readonly servingTime: Spread;
    readonly openTime: number;
  }[];
  readonly hours: readonly { readonly hour: number; readonly arrivals: number }[];
  readonly also: AlsoFigures;
}

const conditionOf: Reader<Device['condition']> = (value) => ({
  printer: fieldOf(value, 'printer', orNull(oneOf(PRINTER_STATES))),
  sound: fieldOf(value, 'sound', orNull(oneOf(['on', 'blocked', 'off']))),
});

const deviceOf: Reader<Device> = (value) => ({
  id: fieldOf(value, 'id', text) as DeviceId,
  name: fieldOf(value, 'name', text),
  role: fieldOf(value, 'role', oneOf(DEVICE_ROLES)),
  pairedAt: fieldOf(value, 'pairedAt', number) as Instant,
  revoked: fieldOf(value, 'revoked', flag),
  condition: fieldOf(value, 'condition', conditionOf),
  locked: fieldOf(value, 'locked', flag),
  training: fieldOf(value, 'training', flag),
});

const personOf: Reader<Person> = (value) => ({
  id: fieldOf(value, 'id', text) as PersonId,
  name: fieldOf(value, 'name', text),
  login: fieldOf(value, 'login', text),
  role: fieldOf(value, 'role', oneOf(PERSON_ROLES)),
  active: fieldOf(value, 'active', flag),
  skills: fieldOf(value, 'skills', orNull(list((id) => text(id) as QueueId))),
});

export const deviceAnswer: Reader<Device> = (value) => fieldOf(value, 'device', deviceOf);
export const personAnswer: Reader<Person> = (value) => fieldOf(value, 'person', personOf);
export const deviceWithToken: Reader<DeviceWithToken> = (value) => ({
  device: deviceAnswer(value),
  token: fieldOf(value, 'token', text),
});
export const personWithLink: Reader<PersonWithLink> = (value) => ({
  person: personAnswer(value),
  token: fieldOf(value, 'token', text),
});

export const personWithSecret: Reader<PersonWithSecret> = (value) => ({
  person: personAnswer(value),
  secret: fieldOf(value, 'secret', text),
});

export const pairingsAnswer: Reader<readonly WaitingPairing[]> = (value) =>
  fieldOf(
    value,
    'pairings',
    list((pairing) => ({
      code: fieldOf(pairing, 'code', text),
      role: fieldOf(pairing, 'role', oneOf(DEVICE_ROLES)),
      name: fieldOf(pairing, 'name', text),
      address: fieldOf(pairing, 'address', text),
      askedAt: fieldOf(pairing, 'askedAt', number) as Instant,
    })),
  );

const spread: Reader<Spread> = (value) => ({
  count: fieldOf(value, 'count', number),
  median: fieldOf(value, 'median', orNull(number)),
  p90: fieldOf(value, 'p90', orNull(number)),
  longest: fieldOf(value, 'longest', orNull(number)),
});

const servedOf: Reader<number> = (value) =>
  fieldOf(value, 'outcomes', (outcomes) => fieldOf(outcomes, 'served', number));
const lengthOf = (value: unknown, name: string) =>
  fieldOf(
    value,
    name,
    list((each) => each),
  ).length;

export const dayFigures: Reader<DayFigures> = (value) => {
  const totals = fieldOf(value, 'totals', (each) => each);
  const times = fieldOf(value, 'times', (each) => each);
  return {
    dayClosed: fieldOf(value, 'dayClosed', flag),
    issued: fieldOf(totals, 'issued', number),
    served: servedOf(totals),
    noShows: fieldOf(totals, 'outcomes', (outcomes) => fieldOf(outcomes, 'no-show', number)),
    open: fieldOf(totals, 'open', list(text)),
    waitingTime: fieldOf(times, 'waitingTime', spread),
    servingTime: fieldOf(times, 'servingTime', spread),
    callsNotHeard: lengthOf(value, 'callsNotHeard'),
    slipsNotPrinted: lengthOf(value, 'slipsNotPrinted'),
    queues: fieldOf(
      value,
      'queues',
      list((queue) => ({
        name: fieldOf(queue, 'name', localText),
        issued: fieldOf(queue, 'issued', number),
        served: servedOf(queue),
        waitingTime: fieldOf(queue, 'waitingTime', spread),
      })),
    ),
    counters: fieldOf(
      value,
      'counters',
      list((counter) => ({
        number: fieldOf(counter, 'number', number),
        name: fieldOf(counter, 'name', localText),
        served: fieldOf(counter, 'served', number),
        servingTime: fieldOf(counter, 'servingTime', spread),
        openTime: fieldOf(counter, 'openTime', number),
      })),
    ),
    also: alsoFigures(value),
    hours: fieldOf(
      value,
      'hours',
      list((hour) => ({
        hour: fieldOf(hour, 'hour', number),
        arrivals: fieldOf(hour, 'arrivals', number),
      })),
    ),
  };
};

import type { LocalText, Service } from '@motcua/domain';
import { minutesAfterT0 } from '@motcua/domain/builders';
import { estimateText, type Slip } from '@motcua/printing';
import { kimBoi } from '@motcua/testing/kim-boi';

const service = (id: string): Pick<Service, 'name' | 'papers'> => {
  const found = kimBoi.services.find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`Kim Bôi has no service ${id}`);
  return found;
};

const longest = kimBoi.services.reduce((long, each) =>
  each.name.vi.length > long.name.vi.length ? each : long,
);

const papers = (count: number): readonly LocalText[] =>
  [...new Set(kimBoi.services.flatMap((each) => each.papers))].slice(0, count);

const plain = {
  language: 'vi',
  authority: kimBoi.site.authority,
  centre: kimBoi.site.name,
  priority: false,
  training: false,
  copy: false,
  bookedFor: null,
  length: 'short',
  laterServices: [],
  estimate: null,
  issuedAt: minutesAfterT0(41),
  zone: kimBoi.site.zone,
  papers: [],
  code: null,
  followUrl: null,
} as const satisfies Partial<Slip>;

const FOLLOW = 'https://motcua.kimboi.vn/f/0190f3a2-7c1e-7b3a-9d1f-4a5b6c7d8e9f';

/** From the shortest slip to the longest, in every language. */
export const SLIPS = {
  minimal: {
    ...plain,
    number: 'H970',
    serviceName: service('1.000894').name,
    counters: [2, 3],
    peopleAhead: 'unknown',
  },
  bare: {
    ...plain,
    number: 'T001',
    serviceName: service('result').name,
    counters: [],
    peopleAhead: null,
  },
  usual: {
    ...plain,
    number: 'H021',
    serviceName: service('1.000894').name,
    papers: service('1.000894').papers,
    counters: [2, 3],
    peopleAhead: 4,
    estimate: estimateText({ fromMinutes: 15, toMinutes: 25 }, 'vi'),
    followUrl: FOLLOW,
  },
  full: {
    ...plain,
    number: 'X9999',
    priority: true,
    serviceName: longest.name,
    papers: papers(9),
    counters: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    peopleAhead: 128,
    estimate: estimateText({ fromMinutes: 120, toMinutes: 165 }, 'vi'),
    followUrl: FOLLOW,
  },
  english: {
    ...plain,
    language: 'en',
    number: 'H022',
    priority: true,
    serviceName: service('2.000806').name,
    papers: papers(3),
    counters: [2],
    peopleAhead: 1,
    estimate: estimateText({ fromMinutes: 4, toMinutes: 9 }, 'en'),
    followUrl: FOLLOW,
  },
  german: {
    ...plain,
    language: 'de',
    number: 'M100',
    serviceName: longest.name,
    papers: papers(5),
    counters: [4],
    peopleAhead: 0,
  },
  several: {
    ...plain,
    number: 'H023',
    priority: true,
    serviceName: service('1.001193').name,
    laterServices: [service('2.000815').name, service('1.004873').name],
    papers: papers(2),
    counters: [2, 3],
    peopleAhead: 2,
    estimate: estimateText({ fromMinutes: 10, toMinutes: 20 }, 'vi'),
    followUrl: FOLLOW,
  },
  booked: {
    ...plain,
    number: 'H024',
    priority: true,
    bookedFor: minutesAfterT0(60),
    serviceName: service('2.000815').name,
    counters: [2, 3],
    peopleAhead: 23,
  },
  copy: {
    ...plain,
    language: 'en',
    copy: true,
    number: 'H025',
    serviceName: service('1.001193').name,
    counters: [2],
    peopleAhead: 5,
    followUrl: FOLLOW,
  },
  long: {
    ...plain,
    length: 'long',
    number: 'H026',
    serviceName: service('1.000894').name,
    papers: service('1.000894').papers,
    counters: [2, 3],
    peopleAhead: 4,
    estimate: estimateText({ fromMinutes: 15, toMinutes: 25 }, 'vi'),
    followUrl: FOLLOW,
  },
  training: {
    ...plain,
    language: 'de',
    number: '#H001',
    training: true,
    serviceName: service('1.001193').name,
    laterServices: [service('2.000815').name],
    counters: [2],
    peopleAhead: 0,
  },
} as const satisfies Record<string, Slip>;

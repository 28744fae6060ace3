import {
  addDays,
  type CounterId,
  daysOf,
  type Dossier,
  dossierFigures,
  type Instant,
  type LocalDate,
  type LocalTime,
  type Period,
  periodBefore,
  periodWith,
  type ServiceId,
  type Settings,
  weekdayOfDate,
} from '@motcua/domain';
import {
  aCounter,
  aQueue,
  aService,
  aSite,
  CERT,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
  minutesAfterT0,
  someSettings,
  TODAY,
} from '@motcua/domain/builders';
import type { DayFigures, PeriodReport } from '@motcua/protocol/http';
import { rollUpDay } from '../src/figures/day-roll-up.ts';
import { periodReport } from '../src/definitions/period-report.ts';
import { recordsOf } from '../src/intervals.ts';
import { JournalWriter } from './journal-writer.ts';

const span = (from: string, to: string) => ({ from: from as LocalTime, to: to as LocalTime });
const open = [span('07:30', '11:30'), span('13:30', '16:30')];

/** `serviceName` is what a centre calls its service, also when that looks like a formula. */
export const exampleSettings = (serviceName = 'Đăng ký kết hôn'): Settings =>
  someSettings({
    site: aSite({ hours: { week: [open, open, open, open, open, [], []], closedDays: [] } }),
    services: [aService({ id: 'marriage' as ServiceId, name: { vi: serviceName } })],
    queues: [aQueue(), aQueue({ id: CERT, series: { prefix: 'S', from: 1, to: 999 } })],
    counters: [aCounter(), aCounter({ id: COUNTER_3, number: 3 })],
  });

/** A month or any other period of made-up working days, with the dossiers of the centre's own July. */
export function examplePeriod(
  period: Period = periodWith('2026-07-01' as LocalDate, 'month'),
  settings = exampleSettings(),
): PeriodReport {
  const shapes = [9, 14, 20, 11, 26].map((visits) => aDay(visits, settings));
  const figures = (of: Period): readonly DayFigures[] =>
    daysOf(of)
      .filter((day) => weekdayOfDate(day) < 5 && !day.endsWith('-15'))
      .flatMap((day, index) => {
        const shape = shapes[index % shapes.length];
        return shape === undefined ? [] : [{ ...shape, day }];
      });
  const before = periodBefore(period);
  const counted = (of: Period) =>
    dossierFigures({
      dossiers: julyDossiers(period),
      period: of,
      asOf: of.to,
      dueOf: ({ due }) => due,
      serviceOf: ({ procedure }) => (procedure === 'marriage' ? ('marriage' as ServiceId) : null),
    });
  return periodReport({
    period,
    days: [...figures(period), ...figures(before)],
    settings,
    people: [
      { id: LAN, name: 'Bùi Thị Lan' },
      { id: HOA, name: 'Nguyễn Thị Hoa' },
    ],
    dossiers: { figures: counted(period), before: counted(before), complaints: 0 },
    today: addDays(period.to, 2),
    madeAt: Date.parse(`${addDays(period.to, 2)}T02:00:00Z`) as Instant,
    visitsFrom: null,
  });
}

function aDay(visits: number, settings: Settings): DayFigures {
  const journal = new JournalWriter();
  for (let index = 0; index < visits; index += 1) {
    const arrived = Math.round((index * 480) / visits);
    const [counterId, clerkId] =
      index % 3 === 0 ? ([COUNTER_3, HOA] as const) : ([COUNTER_2, LAN] as const);
    visit(journal, index, arrived, { counterId, clerkId });
  }
  return rollUpDay({ day: TODAY, settings, records: recordsOf(journal.changes) });
}

function visit(
  journal: JournalWriter,
  index: number,
  arrived: number,
  at: { readonly counterId: CounterId; readonly clerkId: typeof LAN },
): void {
  const called = arrived + 2 + ((index * 7) % 37);
  const id = journal.issue(minutesAfterT0(arrived), index % 4 === 0 ? { queueId: CERT } : {});
  journal.act(id, { type: 'call', ...at }, minutesAfterT0(called));
  if (index % 11 === 10) {
    journal.act(id, { type: 'mark-no-show' }, minutesAfterT0(called + 3));
    return;
  }
  journal.act(id, { type: 'start-service' }, minutesAfterT0(called + 1));
  journal.act(
    id,
    { type: 'finish', nextServiceId: null },
    minutesAfterT0(called + 5 + ((index * 5) % 23)),
  );
}

/** 705 received, 692 of them online; 430 resolved in their term, the others pending within it. */
function julyDossiers({ from, to }: Period): readonly Dossier[] {
  const moment = (day: LocalDate) => ({ day, time: null });
  return Array.from({ length: 705 }, (_, index): Dossier => ({
    code: `H44-260701-${String(index).padStart(4, '0')}`,
    procedure: index < 692 ? 'marriage' : '',
    procedureCode: null,
    field: null,
    channel: index < 692 ? 'online' : 'in-person',
    received: moment(from),
    due: moment(index < 430 ? addDays(from, 4) : addDays(to, 9)),
    resolved: index < 430 ? moment(addDays(from, index < 300 ? 3 : 4)) : null,
  }));
}

import {
  addDays,
  createSeededRandom,
  endOfTerm,
  type LocalDate,
  type OpeningHours,
  type Service,
} from '@motcua/domain';
import { columnsOf, columnTitle, toCsv } from '@motcua/tables';
import { texts } from '@motcua/i18n';

/** What the centre of Kim Bôi told of its July; what is not resolved on time is within its term. */
export const JULY = { received: 705, inPerson: 13, resolvedOnTime: 430, complaints: 0 } as const;

const SEED = 705;
/** Terms in working days: those that can end in the month, and those of land and social affairs. */
const SHORT_TERMS = [0, 1, 2, 3, 5, 7];
const LONG_TERMS = [10, 12, 15, 20, 25, 30];
const LONG_GROUPS = ['land', 'social', 'business', 'other'];

interface MadeUpDossier {
  readonly received: LocalDate;
  readonly isPending: boolean;
  readonly isInPerson: boolean;
}

/** The month's dossiers as a file of the provincial system: one row each, and nothing of applicants. */
export function julyDossiersCsv(
  services: readonly Service[],
  hours: OpeningHours,
  days: readonly LocalDate[],
): string {
  const random = createSeededRandom(SEED);
  const columns = columnsOf('dossiers');
  const coded = services.filter(({ code }) => code !== null);
  const isLong = ({ groupId }: Service) => LONG_GROUPS.includes(groupId);
  const last = days.at(-1) ?? ('' as LocalDate);
  const rows = madeUpDossiers(days).map(({ received, isPending, isInPerson }, index) => {
    const ends = (term: number) => endOfTerm({ day: received, time: null }, term, hours) ?? last;
    const terms = isPending
      ? [...SHORT_TERMS, ...LONG_TERMS].filter((term) => ends(term) > last)
      : SHORT_TERMS;
    const term = random.pick(terms);
    const due = ends(term);
    const service = random.pick(coded.filter((each) => isLong(each) === LONG_TERMS.includes(term)));
    const until = due < last ? due : last;
    const resolved = random.pick(days.filter((day) => received <= day && day <= until));
    const cells: Readonly<Record<string, string>> = {
      'code': `000.00.01.H44-${received.slice(2).replaceAll('-', '')}-${String(index + 1).padStart(4, '0')}`,
      'procedure': service.name.vi,
      'procedure-code': service.code ?? '',
      'channel': isInPerson ? 'Trực tiếp' : 'Trực tuyến',
      'received': written(received),
      'due': written(due),
      'resolved': isPending ? '' : written(resolved),
    };
    return columns.map((column) => cells[column] ?? '');
  });
  const t = texts('vi');
  return toCsv([columns.map((column) => columnTitle('dossiers', column, t)), ...rows], ';');
}

/** As many on each day; the later one was received, the more likely it is pending. */
function madeUpDossiers(days: readonly LocalDate[]): readonly MadeUpDossier[] {
  const random = createSeededRandom(SEED + 1);
  const places = Array.from({ length: JULY.received }, (_, place) => place);
  const pending = new Set(
    places
      .map((place) => ({ place, weight: random.next() * (place + JULY.received / 4) }))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, JULY.received - JULY.resolvedOnTime)
      .map(({ place }) => place),
  );
  const every = Math.floor(JULY.received / JULY.inPerson);
  return places.map((place) => ({
    received: days[Math.floor((place * days.length) / JULY.received)] ?? ('' as LocalDate),
    isPending: pending.has(place),
    isInPerson: place % every === 0 && place / every < JULY.inPerson,
  }));
}

/** The working days of the month. */
export function julyDays(isOpen: (day: LocalDate) => boolean): readonly LocalDate[] {
  return Array.from({ length: 31 }, (_, index) => addDays('2025-07-01' as LocalDate, index)).filter(
    isOpen,
  );
}

/** As provincial systems write days. */
function written(day: LocalDate): string {
  return day.split('-').toReversed().join('/');
}

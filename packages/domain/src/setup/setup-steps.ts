import type { LocalDate } from '../ids.ts';
import { prefixWarnings } from '../queue/prefix-proposal.ts';
import { proposeHolidays } from '../site/public-holidays.ts';
import { type SetupGap, setupGaps, type SetUp } from '../site/setup-gaps.ts';
import type { Settings } from '../site/settings.ts';
import { isMadeUp } from './set-up.ts';

/** In the order in which a centre is set up. */
export const SETUP_STEPS = [
  ...(['start', 'centre', 'services', 'queues', 'counters', 'hours', 'people'] as const),
  ...(['kiosk', 'display', 'backup', 'certificate', 'finish'] as const),
] as const;
export type SetupStepName = (typeof SETUP_STEPS)[number];

/** What a centre can work without, and should not. */
export type SetupAdvice =
  | 'made-up'
  | 'no-place'
  | 'poor-prefix'
  | 'no-holidays'
  | 'no-backup'
  | 'no-certificate';

const STEP_OF: { readonly [T in SetupGap['type'] | SetupAdvice]: SetupStepName } = {
  'made-up': 'start',
  'no-name': 'centre',
  'no-place': 'centre',
  'no-group': 'services',
  'no-service': 'services',
  'no-queue': 'services',
  'poor-prefix': 'queues',
  'no-counter': 'counters',
  'queue-without-counter': 'counters',
  'no-hours': 'hours',
  'no-holidays': 'hours',
  'no-clerk': 'people',
  'no-kiosk': 'kiosk',
  'no-display': 'display',
  'no-backup': 'backup',
  'no-certificate': 'certificate',
};

export interface SetupProgress extends SetUp {
  readonly settings: Settings;
  readonly today: LocalDate;
  /** Whether there is a backup; null: not known yet. */
  readonly isBackedUp: boolean | null;
  /** Whether pages of other computers reach the hub over TLS. */
  readonly isEncrypted: boolean;
}

/** A step, what is missing in it, and what is advised. */
export interface SetupStepState {
  readonly step: SetupStepName;
  readonly state: 'missing' | 'advised' | 'done';
  readonly gaps: readonly SetupGap[];
  readonly advice: readonly SetupAdvice[];
}

/** How far the set-up is, step by step. */
export function setupSteps(progress: SetupProgress): readonly SetupStepState[] {
  const [gaps, advice] = [setupGaps(progress), setupAdvice(progress)];
  return SETUP_STEPS.map((step) => {
    const ofStep = {
      gaps: gaps.filter(({ type }) => STEP_OF[type] === step),
      advice: advice.filter((type) => STEP_OF[type] === step),
    };
    const state = ofStep.gaps.length > 0 ? 'missing' : 'advised';
    // The last step is done with the others.
    const open = ofStep.gaps.length + ofStep.advice.length;
    const isDone = step === 'finish' ? gaps.length === 0 : open === 0;
    return { step, state: isDone ? 'done' : state, ...ofStep };
  });
}

function setupAdvice(progress: SetupProgress): readonly SetupAdvice[] {
  const { settings, today, isBackedUp, isEncrypted } = progress;
  const { site, queues } = settings;
  const prefixes = queues.flatMap(({ active, series }) => (active ? series.prefix : []));
  const closed = new Set(site.hours.closedDays.map(({ date }) => date));
  const holidays = proposeHolidays(Number(today.slice(0, 4)), site.hours.week);
  const isAdvised = {
    'made-up': isMadeUp(settings),
    'no-place': site.place === '',
    'poor-prefix': prefixes.some((prefix) => prefixWarnings(prefix, prefixes).length > 0),
    // One that was worked on purpose is the centre's own decision; none at all was forgotten.
    'no-holidays':
      site.hours.week.some((spans) => spans.length > 0) &&
      holidays.some(({ date }) => date >= today) &&
      !holidays.some(({ date }) => closed.has(date)),
    'no-backup': isBackedUp === false,
    'no-certificate': !isEncrypted,
  } satisfies Record<SetupAdvice, boolean>;
  const all: readonly SetupAdvice[] = [
    ...(['made-up', 'no-place', 'poor-prefix', 'no-holidays', 'no-backup'] as const),
    'no-certificate',
  ];
  return all.filter((type) => isAdvised[type]);
}

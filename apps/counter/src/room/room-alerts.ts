import {
  type Instant,
  type PrinterFault,
  type PrintJob,
  type PrintJobId,
  type RoomFinding,
  type RoomHealth,
  toSeeTo,
  type WatchFinding,
  watchFindings,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import type { Names } from '@motcua/ui';
import { roomHealthOf } from './hearing.ts';

/** Something in the room that needs attention, the most urgent first. */
export type RoomAlert =
  | {
      readonly type: 'slip-failed';
      readonly key: string;
      readonly printJobId: PrintJobId;
      readonly number: string;
      readonly fault: PrinterFault | null;
      /** The visitor confirmed having noted the number. */
      readonly noted: boolean;
      /** No choice was made: the visitor may not know the number. */
      readonly left: boolean;
    }
  | { readonly type: 'finding'; readonly key: string; readonly finding: RoomFinding }
  | {
      readonly type: 'watch';
      readonly key: string;
      readonly finding: WatchFinding;
      readonly names: Names;
    };

/** Alerts and findings for the staff. */
export interface RoomNews {
  readonly alerts: readonly RoomAlert[];
  /** Other findings, unknown ones before healthy ones. */
  readonly known: readonly RoomFinding[];
}

/** The news of paper and sound for the staff, only from known facts (docs/architecture.md). */
export function roomNews(mirror: Mirror, now: Instant): RoomNews {
  return newsOf(roomHealthOf(mirror, now), mirror, now);
}

export function newsOf(health: RoomHealth, mirror: Mirror, now: Instant): RoomNews {
  return {
    alerts: [...toSeeTo(health).map(toAlert), ...watchAlerts(mirror, now), ...slipAlerts(mirror)],
    // A healthy display does not prove that calls are audible; the voice's own finding does.
    known: health.findings.filter(
      ({ severity, subject }) =>
        subject !== 'display' && (severity === 'unknown' || severity === 'well'),
    ),
  };
}

function toAlert(finding: RoomFinding): RoomAlert {
  const of = 'device' in finding ? finding.device.id : 'room';
  return { type: 'finding', key: `${of}/${finding.subject}`, finding };
}

function watchAlerts(mirror: Mirror, now: Instant): readonly RoomAlert[] {
  const { settings, people, counters, visits, today } = mirror;
  const names: Names = {
    counter: (id) => settings.counters.find((each) => each.id === id)?.number ?? '',
    person: (id) => people.get(id)?.name ?? '',
  };
  const ofToday = [...visits.values()].filter(({ day }) => day === today);
  return watchFindings(counters.values(), ofToday, now).map((finding) => {
    const of = finding.subject === 'lingers' ? finding.visit.id : finding.counterId;
    return { type: 'watch', key: `${of}/${finding.subject}`, finding, names };
  });
}

const STILL_OPEN: ReadonlySet<PrintJob['resolution']> = new Set<PrintJob['resolution']>([
  null,
  'noted',
  'left',
]);

/** A failed slip matters while its visitor still waits and was not helped; after the call the number is known. */
function slipAlerts(mirror: Mirror): readonly RoomAlert[] {
  return [...mirror.printJobs.values()]
    .filter(({ state, resolution }) => state === 'failed' && STILL_OPEN.has(resolution))
    .filter(({ visitId }) => mirror.visits.get(visitId)?.state === 'waiting')
    .toSorted((a, b) => urgency(a) - urgency(b) || b.askedAt - a.askedAt)
    .map((job) => ({
      type: 'slip-failed',
      key: job.id,
      printJobId: job.id,
      number: job.number,
      fault: job.fault,
      noted: job.resolution === 'noted',
      left: job.resolution === 'left',
    }));
}

/** First visitors who left without a number, then those still at the kiosk, then those who noted it. */
function urgency({ resolution }: PrintJob): number {
  return resolution === 'left' ? 0 : resolution === null ? 1 : 2;
}

import type { Mirror } from '@motcua/client';
import {
  type Instant,
  type Queue,
  roomHealth,
  type RoomFinding,
  SEVERITIES,
  type Severity,
  type SetupGap,
  toSeeTo,
  watchFindings,
  type WatchFinding,
} from '@motcua/domain';
import type { QueueNow } from './today-view.ts';

/** One thing that staff should see to now. */
export type Attention = { readonly severity: Severity } & (
  | {
      /** They have waited longer than the centre's bound. */
      readonly type: 'beyond-bound';
      readonly queue: Queue;
      readonly count: number;
      readonly longestBeyondMs: number;
    }
  /** No counter that is open now would call them. */
  | { readonly type: 'unattended'; readonly queue: Queue; readonly count: number }
  | { readonly type: 'room'; readonly finding: RoomFinding }
  | { readonly type: 'watch'; readonly finding: WatchFinding }
);

/** What is known of the room now. */
export interface AttentionNow {
  /** The worst first. */
  readonly toSeeTo: readonly Attention[];
  /** Unknown states come before well ones. */
  readonly known: readonly RoomFinding[];
  /** Everything was confirmed, and no visit waits too long. */
  readonly isWell: boolean;
}

/** The worst of the room first, people before machines; what the list of gaps has already is not repeated. */
export function attentionNow(
  mirror: Pick<Mirror, 'devices' | 'announcements' | 'printJobs' | 'counters' | 'visits' | 'today'>,
  queues: readonly QueueNow[],
  gaps: readonly Pick<SetupGap, 'type'>[],
  at: Instant,
): AttentionNow {
  const { announcements } = mirror;
  const [devices, printJobs] = [mirror.devices.values(), mirror.printJobs.values()];
  const health = roomHealth({ devices, announcements, printJobs }, at);
  const isGap = (finding: RoomFinding) =>
    (finding.subject === 'no-kiosk' && gaps.some(({ type }) => type === 'no-kiosk')) ||
    (finding.subject === 'voice' &&
      finding.voice.state === 'no-display' &&
      gaps.some(({ type }) => type === 'no-display'));
  const ofToday = [...mirror.visits.values()].filter(({ day }) => day === mirror.today);
  const watched = watchFindings(mirror.counters.values(), ofToday, at);
  const found: readonly Attention[] = [
    ...queues.flatMap(({ queue, beyondBound: count, longestBeyondMs }): readonly Attention[] =>
      count === 0
        ? []
        : [{ severity: 'fault', type: 'beyond-bound', queue, count, longestBeyondMs }],
    ),
    ...toSeeTo(health)
      .filter((finding) => !isGap(finding))
      .map((finding): Attention => ({ severity: finding.severity, type: 'room', finding })),
    ...watched.map((finding): Attention => ({
      severity: finding.subject === 'unattended' ? 'fault' : 'attention',
      ...{ type: 'watch', finding },
    })),
    ...queues.flatMap(({ queue, unattended }): readonly Attention[] =>
      unattended === 0
        ? []
        : [{ severity: 'attention', type: 'unattended', queue, count: unattended }],
    ),
  ];
  const rank = ({ severity }: Attention) => SEVERITIES.indexOf(severity);
  return {
    toSeeTo: found.toSorted((a, b) => rank(a) - rank(b)),
    known: health.findings
      .filter((finding) => !isGap(finding))
      .filter(({ severity, subject }) =>
        severity === 'unknown' ? true : severity === 'well' && subject !== 'display',
      ),
    isWell: found.length === 0 && gaps.length === 0 && health.worst === 'well',
  };
}

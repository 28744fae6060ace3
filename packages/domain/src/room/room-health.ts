import {
  type Announcement,
  type AnnouncementFailure,
  hasExpired,
  isUnspoken,
} from '../announcement/announcement.ts';
import type { Instant } from '../ids.ts';
import { canPrint, type Device, type DeviceCondition } from '../people/people-and-devices.ts';
import { isInHand, type PrinterFault, type PrintJob } from '../printing/print-job.ts';

/** The worst first. `unknown`: neither a success nor a fault was reported. */
export const SEVERITIES = ['fault', 'attention', 'unknown', 'well'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What is known of the voice of the waiting room. Only a call that was heard makes it well. */
export type VoiceHealth =
  | { readonly state: 'no-display' | 'not-connected' | 'no-sound' }
  | { readonly state: 'failed'; readonly failure: AnnouncementFailure; readonly at: Instant }
  | { readonly state: 'not-heard-today' }
  | { readonly state: 'heard'; readonly at: Instant };

/** `muted`: meant to be silent while another display speaks. */
export type DisplayState = 'not-connected' | 'blocked' | 'muted' | 'on';

/**
 * Only a slip that came out makes a printer well. `ready` is its own report before the first slip; `reachable`: it accepts
 * data and reports nothing; `accepted`: it took a slip, and no report confirms that the slip came out.
 */
export type PrinterHealth =
  | { readonly state: 'silent' }
  | { readonly state: 'fault'; readonly fault: PrinterFault }
  | { readonly state: 'near-end' }
  | { readonly state: 'slip-failed'; readonly fault: PrinterFault | null; readonly at: Instant }
  | { readonly state: 'slip-unsettled'; readonly at: Instant }
  | { readonly state: 'ready' | 'reachable' }
  | { readonly state: 'accepted'; readonly at: Instant }
  | { readonly state: 'printed'; readonly at: Instant };

/** One thing that is known, or not known, of the waiting room. */
export type RoomFinding = { readonly severity: Severity } & (
  | { readonly subject: 'voice'; readonly voice: VoiceHealth }
  | { readonly subject: 'display'; readonly device: Device; readonly state: DisplayState }
  | { readonly subject: 'printer'; readonly device: Device; readonly printer: PrinterHealth }
  /** No kiosk is paired, so that no printer reports. */
  | { readonly subject: 'no-kiosk' }
);

export interface RoomFacts {
  readonly devices: Iterable<Device>;
  /** Of today, the oldest call first. */
  readonly announcements: Iterable<Announcement>;
  /** Of today. */
  readonly printJobs: Iterable<PrintJob>;
}

export interface RoomHealth {
  readonly voice: VoiceHealth;
  /** The worst first; among equals the voice, displays, printers. */
  readonly findings: readonly RoomFinding[];
  /** `well` only when every part was confirmed. */
  readonly worst: Severity;
}

/** A slip without a report for so long is not on its way any more. */
export const SLIP_SILENT_AFTER_MS = 180_000;

/** What is known of calls and slips at `at`. Nothing is well that was not confirmed. */
export function roomHealth(facts: RoomFacts, at: Instant): RoomHealth {
  const devices = [...facts.devices].filter(({ revoked }) => !revoked);
  const displays = devices.filter(({ role }) => role === 'display');
  const kiosks = devices.filter(({ role }) => role === 'kiosk');
  const voice = voiceHealth(displays, facts.announcements, at);
  const speaks = displays.some(({ condition }) => condition.sound === 'on');
  const jobs = [...facts.printJobs];
  const found: readonly RoomFinding[] = [
    { subject: 'voice', voice, severity: SEVERITY_OF_VOICE[voice.state] },
    ...displays.map((device) => displayFinding(device, speaks)),
    ...kiosks.map((device) => printerFinding(device, jobs, at)),
    ...(kiosks.length === 0 ? [{ subject: 'no-kiosk', severity: 'unknown' } as const] : []),
  ];
  const findings = found.toSorted((a, b) => rank(a.severity) - rank(b.severity));
  return { voice, findings, worst: findings[0]?.severity ?? 'unknown' };
}

/** What staff should see to, the worst first and each problem once: what all displays lack is reported of none of them. */
export function toSeeTo({ voice, findings }: RoomHealth): readonly RoomFinding[] {
  const isNamed = (state: DisplayState) =>
    findings.some((each) => each.subject === 'display' && each.state === state);
  return findings
    .filter(({ severity }) => severity === 'fault' || severity === 'attention')
    .filter(
      (each) =>
        each.subject !== 'display' ||
        each.state !== 'not-connected' ||
        voice.state !== 'not-connected',
    )
    .filter(
      ({ subject }) => subject !== 'voice' || voice.state !== 'no-sound' || !isNamed('blocked'),
    );
}

type Mute = 'no-display' | 'not-connected' | 'no-sound';

/** Why the voice cannot speak now, so that no clerk waits for it; null: it can. */
export function whyMute({ state }: VoiceHealth): Mute | null {
  return state === 'no-display' || state === 'not-connected' || state === 'no-sound' ? state : null;
}

/** Whether the waiting room heard a call; `unknown`: nothing is recorded. */
export type CallHearing =
  | { readonly state: 'unknown' | 'queued' | 'playing' | 'played' }
  | {
      readonly state: 'failed';
      readonly failure: AnnouncementFailure | Mute;
    };

/** Whether a call was heard, as of `at`: one that waits for a voice which cannot speak has failed already. */
export function callHearing(
  call: Announcement | undefined,
  voice: VoiceHealth,
  at: Instant,
): CallHearing {
  if (call === undefined) return { state: 'unknown' };
  const failure = failureOf(call, at);
  if (failure !== null) return { state: 'failed', failure };
  const mute = whyMute(voice);
  if (call.state === 'queued' && mute !== null) return { state: 'failed', failure: mute };
  return { state: call.state === 'failed' ? 'unknown' : call.state };
}

const SEVERITY_OF_VOICE = {
  'no-display': 'fault',
  'not-connected': 'fault',
  'no-sound': 'fault',
  'failed': 'fault',
  'not-heard-today': 'unknown',
  'heard': 'well',
} as const satisfies Record<VoiceHealth['state'], Severity>;

const SEVERITY_OF_DISPLAY = {
  'not-connected': 'fault',
  'blocked': 'fault',
  'muted': 'well',
  'on': 'well',
} as const satisfies Record<DisplayState, Severity>;

const SEVERITY_OF_PRINTER = {
  'silent': 'fault',
  'fault': 'fault',
  'near-end': 'attention',
  'slip-failed': 'unknown',
  'slip-unsettled': 'unknown',
  'ready': 'unknown',
  'reachable': 'unknown',
  'accepted': 'unknown',
  'printed': 'well',
} as const satisfies Record<PrinterHealth['state'], Severity>;

function voiceHealth(
  displays: readonly Device[],
  announcements: Iterable<Announcement>,
  at: Instant,
): VoiceHealth {
  if (displays.length === 0) return { state: 'no-display' };
  const sounds = displays.map(({ condition }) => condition.sound);
  if (sounds.every((sound) => sound === null)) return { state: 'not-connected' };
  if (!sounds.includes('on')) return { state: 'no-sound' };
  for (const call of [...announcements].toReversed()) {
    if (isUnspoken(call)) continue;
    const failure = failureOf(call, at);
    if (failure !== null) return { state: 'failed', failure, at: call.calledAt };
    if (call.state === 'played') return { state: 'heard', at: call.stateSince };
  }
  return { state: 'not-heard-today' };
}

/** Silence beyond the lifetime of an announcement is a failure. */
function failureOf(call: Announcement, at: Instant): AnnouncementFailure | null {
  if (hasExpired(call, at)) return 'expired';
  return call.state === 'failed' ? (call.failure ?? 'no-sound') : null;
}

function displayFinding(device: Device, speaks: boolean): RoomFinding {
  const state = displayState(device.condition, speaks);
  return { subject: 'display', device, state, severity: SEVERITY_OF_DISPLAY[state] };
}

function displayState({ sound }: DeviceCondition, speaks: boolean): DisplayState {
  switch (sound) {
    case null:
      return 'not-connected';
    case 'off':
      // Not every display can be meant to be silent.
      return speaks ? 'muted' : 'blocked';
    case 'blocked':
    case 'on':
      return sound;
  }
}

function printerFinding(device: Device, jobs: readonly PrintJob[], at: Instant): RoomFinding {
  const own = jobs.filter(({ kioskId }) => kioskId === device.id);
  const printer = printerHealth(device.condition, own, at);
  return { subject: 'printer', device, printer, severity: SEVERITY_OF_PRINTER[printer.state] };
}

function printerHealth(
  { printer }: DeviceCondition,
  jobs: readonly PrintJob[],
  at: Instant,
): PrinterHealth {
  if (printer === null) return { state: 'silent' };
  if (printer === 'near-end') return { state: 'near-end' };
  if (!canPrint(printer)) return { state: 'fault', fault: printer };
  for (const job of jobs.toSorted((a, b) => b.askedAt - a.askedAt)) {
    const settledAt = job.settledAt ?? job.askedAt;
    if (job.state === 'printed')
      return { state: isInHand(job) ? 'printed' : 'accepted', at: settledAt };
    if (job.state === 'failed') return { state: 'slip-failed', fault: job.fault, at: settledAt };
    if (at - job.askedAt > SLIP_SILENT_AFTER_MS)
      return { state: 'slip-unsettled', at: job.askedAt };
  }
  return { state: printer === 'reachable' ? 'reachable' : 'ready' };
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

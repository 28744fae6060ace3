import type { RoomFinding, Severity, SetupGap } from '@motcua/domain';
import { isMessageKey, type MessageKey } from '@motcua/i18n';
import type { RoomLine } from '@motcua/protocol/http';
import { bad, type Finding, attention, well, type Words } from './finding.ts';

export function toRoomLine(finding: RoomFinding): RoomLine {
  const { severity } = finding;
  const nothing = { severity, device: null, at: null, reason: null };
  switch (finding.subject) {
    case 'voice': {
      const { voice } = finding;
      return {
        ...nothing,
        name: `voice-${voice.state}`,
        at: 'at' in voice ? voice.at : null,
        reason: 'failure' in voice ? `failure-${voice.failure}` : null,
      };
    }
    case 'display':
      return { ...nothing, name: `display-${finding.state}`, device: finding.device.name };
    case 'printer': {
      const { printer, device } = finding;
      return {
        ...nothing,
        name: `printer-${printer.state}`,
        device: device.name,
        at: 'at' in printer ? printer.at : null,
        reason: 'fault' in printer ? `fault-${printer.fault ?? 'unknown'}` : null,
      };
    }
    case 'no-kiosk':
      return { ...nothing, name: 'no-kiosk' };
  }
}

const LEVELS = { fault: bad, attention, unknown: attention, well } as const satisfies Record<
  Severity,
  typeof bad
>;

/** The room as Today shows it: nothing is well that was not confirmed. */
export function checkRoom(lines: readonly RoomLine[], { say, time }: Words): readonly Finding[] {
  const wordsOf = (key: string) => (isMessageKey(key) ? say(key) : key);
  return lines.flatMap(({ severity, name, device, at, reason }) => {
    const key = `room.${name}`;
    if (!isRoomKey(key)) return [];
    const why = reason === null ? '' : wordsOf(`counter.${reason}`);
    const params = { device: device ?? '', time: at === null ? '' : time(at) };
    return [LEVELS[severity](key, { ...params, reason: why, fault: why })];
  });
}

function isRoomKey(key: string): key is Extract<MessageKey, `room.${string}`> {
  return key.startsWith('room.') && isMessageKey(key);
}

const SECTIONS = {
  'no-name': 'centre',
  'no-hours': 'hours',
  'no-queue': 'services',
  'no-group': 'services',
  'no-service': 'services',
  'no-counter': 'counters',
  'queue-without-counter': 'counters',
  'no-clerk': 'people',
  'no-display': 'devices',
  'no-kiosk': 'devices',
} as const satisfies Record<SetupGap['type'], string>;

/** What is missing before the centre can work, and where it is completed; the checks of the room are not repeated. */
export function checkSetup(
  gaps: readonly SetupGap[],
  nameOf: (queueId: string) => string,
  room: readonly RoomLine[],
  { say }: Words,
): readonly Finding[] {
  const isSaid = ({ type }: SetupGap) =>
    room.some(({ name }) => name === type || name === `voice-${type}`);
  return gaps
    .filter((gap) => !isSaid(gap))
    .map((gap) =>
      attention('doctor.setup-gap', {
        what: say(`admin.gap-${gap.type}`, {
          queues: 'queueIds' in gap ? gap.queueIds.map(nameOf).join(' · ') : '',
        }),
        section: say(`admin.page-${SECTIONS[gap.type]}`),
      }),
    );
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSeededRandom,
  type DeviceId,
  type DeviceRole,
  type Instant,
  isWorkingDay,
  type LocalDate,
  type LocalTime,
  type PersonId,
  type Result,
  type Settings,
  UNKNOWN_CONDITION,
} from '@motcua/domain';
import { NEW_SETTINGS, setUp } from '@motcua/domain/setup';
import { hubCommandId } from '@motcua/protocol';
import { writeSetupFile } from '@motcua/protocol/setup-file';
import { createHub, type Hub } from '../engine/hub.ts';
import { type HubCommand, THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { rollUpDays } from '../jobs/roll-up-days.ts';
import { runScheduledCommands } from '../jobs/scheduled-commands.ts';
import { setUpCentre } from '../operations/set-up.ts';
import { planOfImport } from '../reads/plan-import.ts';
import { read } from '../reads/read-task.ts';
import { DemoDay } from './july-day.ts';
import { julyDays, julyDossiersCsv } from './july-dossiers.ts';

const SEED = 2_025_07;
const KIOSK = 'demo-kiosk' as DeviceId;
const DISPLAY = 'demo-display' as DeviceId;
const DOSSIER_FILE = 'ho-so-2025-07.csv';
/** Invented; none of them can sign in before an administrator gives a link. */
const CLERKS = [
  ...['Bùi Thị Lan', 'Quách Thị Hoa', 'Bùi Văn Minh', 'Đinh Thị Thu', 'Bạch Công Sơn'],
].map((name, index) => ({ id: `demo-clerk-${index + 1}` as PersonId, name }));

type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;

/** A month that was lived, and its dossiers as a file of the provincial system. */
export interface LivedMonth {
  readonly hub: Hub;
  readonly dossierFile: string;
}

/** July 2025 of Kim Bôi in an empty folder. */
export async function fillJuly(dataDir: string): Promise<void> {
  const { hub, dossierFile } = await liveJuly(dataDir);
  hub.close();
  writeFileSync(join(dataDir, DOSSIER_FILE), dossierFile, { mode: 0o600 });
}

/**
 * The visits of each working day, and the dossiers as a file that is imported on the morning after. Everything goes
 * through the hub, so that the month is stored as any other is.
 */
export async function liveJuly(dataDir: string): Promise<LivedMonth> {
  let at = Date.UTC(2025, 5, 30, 1) as Instant;
  const setClock = (instant: Instant) => {
    at = instant;
  };
  using opened = new DisposableStack();
  const hub = createHub({ dataDir, now: () => at });
  opened.defer(() => hub.close());
  await setUpKimBoi(hub);
  const { services, site } = hub.state.settings.all();
  const days = julyDays((day) => isWorkingDay(site.hours, day));
  const room = {
    ...{ hub, setClock, kioskId: KIOSK, displayId: DISPLAY },
    clerkIds: CLERKS.map(({ id }) => id),
    random: createSeededRandom(SEED),
  };
  for (const day of days) {
    await beginDay(hub, setClock, day);
    await new DemoDay(room, day).run();
  }
  await beginDay(hub, setClock, '2025-08-01' as LocalDate);
  const dossierFile = julyDossiersCsv(services, site.hours, days);
  await importDossiers(hub, dossierFile);
  opened.move();
  return { hub, dossierFile };
}

async function setUpKimBoi(hub: Hub): Promise<void> {
  const text = writeSetupFile(kimBoi());
  valueOf(await setUpCentre(hub, { type: 'file', text }, THE_HUB_ITSELF));
  for (const { id, name } of CLERKS)
    await give(hub, {
      type: 'put-person',
      person: { id, name, login: id, role: 'clerk', active: true, skills: null },
    });
  for (const [id, name, role] of [
    [KIOSK, 'Ki-ốt (mẫu)', 'kiosk'],
    [DISPLAY, 'Màn hình (mẫu)', 'display'],
  ] as const)
    await give(hub, { type: 'put-device', device: aDevice(hub, id, name, role) });
}

function aDevice(hub: Hub, id: DeviceId, name: string, role: DeviceRole) {
  const made = { id, name, role, pairedAt: hub.now(), condition: UNKNOWN_CONDITION };
  return { ...made, revoked: false, locked: false, training: false };
}

/** The made-up centre of the set-up with the name and the hours of Kim Bôi. */
function kimBoi(): Settings {
  const madeUp = valueOf(setUp(NEW_SETTINGS, { type: 'made-up' }));
  const span = (from: string, to: string) => ({ from: from as LocalTime, to: to as LocalTime });
  const workingDay = [span('07:30', '11:30'), span('13:30', '17:00')];
  const site = {
    ...madeUp.site,
    name: {
      vi: 'Trung tâm Phục vụ hành chính công',
      en: 'Public Service Centre',
      de: 'Bürgerservice-Zentrum',
    },
    authority: {
      vi: 'UBND xã Kim Bôi',
      en: 'People’s Committee of Kim Bôi commune',
      de: 'Volkskomitee der Gemeinde Kim Bôi',
    },
    place: 'Kim Bôi',
    hours: {
      week: [...Array.from({ length: 5 }, () => workingDay), [], []],
      closedDays: [],
    },
  };
  // Most visitors come to the second counter, so others help where they wait.
  const busiest = madeUp.counters[1]?.queueIds ?? [];
  const counters = madeUp.counters.map((counter, index) =>
    index < 2 ? counter : { ...counter, queueIds: [...counter.queueIds, ...busiest] },
  );
  return { ...madeUp, site, counters };
}

/** Early in the morning: the day before is closed, and its figures are added up. */
async function beginDay(hub: Hub, setClock: (at: Instant) => void, day: LocalDate): Promise<void> {
  setClock(hub.state.settings.clock.instantAt(day, 7 * 60));
  await runScheduledCommands(hub);
  await rollUpDays(hub, {
    async text(task) {
      let text = '';
      for await (const piece of read(hub, task)) text += String(piece);
      return text;
    },
  });
}

async function importDossiers(hub: Hub, csv: string): Promise<void> {
  const importId = 'demo-july-dossiers';
  const planned = valueOf(
    await planOfImport(hub, {
      ...{ importId, kind: 'dossiers', fileName: DOSSIER_FILE },
      bytes: new TextEncoder().encode(csv),
      choice: { columnMap: null, isWholeList: false },
    }),
  );
  await give(hub, {
    ...{ type: 'import-table', importId, kind: 'dossiers', takesBack: null },
    ...planned,
  });
}

async function give(hub: Hub, wish: WithoutId<HubCommand>): Promise<void> {
  const commandId = hubCommandId(`demo-${hub.state.seq}-${wish.type}`);
  valueOf(await hub.execute({ ...wish, commandId }, THE_HUB_ITSELF));
}

/** The demonstration never asks for what is refused. */
function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`It was refused: ${result.refusal.code}`);
  return result.value;
}

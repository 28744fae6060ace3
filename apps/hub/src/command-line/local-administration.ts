import type { DeviceId } from '@motcua/domain';
import { writeSetupFile } from '@motcua/protocol/setup-file';
import { clockStateOf, confirmClock } from '../clock/clock-state.ts';
import { whyNoReport, writeDayReport } from '../reads/day-report.ts';
import { whyNoPeriodReport, writePeriodReport } from '../reads/period-report.ts';
import { createKey, listKeys, revokeKey } from '../identity/api-keys.ts';
import { createKeyUses } from '../identity/key-uses.ts';
import { addDevice, pairedDevices, revokeDevice } from '../identity/devices.ts';
import { createHub } from '../engine/hub.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { addPerson, giveLink, recoverByLogin } from '../identity/people.ts';
import { previewSetup, setUpCentre } from '../operations/set-up.ts';
import { createSessions } from '../identity/sessions.ts';
import type { Administration } from './administration.ts';
import { orSentence, Sentence, toSentence } from './sentence.ts';

/** Opens the data folder itself, when no hub runs on it. */
export function openLocalAdministration(dataDir: string): Administration {
  let fault: unknown = null;
  const hub = openHub(dataDir, (cause) => {
    fault = cause;
  });
  const done = <T>(result: Parameters<typeof orSentence<T>>[0]): T => {
    if (fault !== null) throw new Error('The change could not be stored', { cause: fault });
    return orSentence(result);
  };

  return {
    addDevice: async (device) => done(await addDevice(hub, device, THE_HUB_ITSELF)),
    devices: async () => pairedDevices(hub),
    revokeDevice: async (id) => done(await revokeDevice(hub, id as DeviceId, THE_HUB_ITSELF)),
    createKey: async (key) => done(await createKey(hub, key, THE_HUB_ITSELF)),
    keys: async () => listKeys(hub, createKeyUses(hub)),
    revokeKey: async (id) => done(await revokeKey(hub, id as DeviceId, THE_HUB_ITSELF)),
    // Pairing requests are in the memory of a running hub only.
    waitingPairings: () => Promise.resolve([]),
    refusePairing: () => Promise.reject(toSentence('pairing-code-unknown')),
    addPerson: async (person) => done(await addPerson(hub, person, THE_HUB_ITSELF)),
    recover: async (login) => {
      const known = orSentence(recoverByLogin(hub, login));
      const sessions = createSessions(hub.store.sessions, hub.now);
      return { ...done(await giveLink(hub, sessions, known.id, THE_HUB_ITSELF)), url: null };
    },
    people: async () => [...hub.state.people.values()],
    report: async (day, ...wish) => {
      const no = whyNoReport(hub, day);
      if (no !== null) throw toSentence(no.code, no.detail);
      return Buffer.from(await writeDayReport(hub, day, ...wish));
    },
    periodReport: async (period, ...options) => {
      const no = whyNoPeriodReport(hub, period);
      if (no !== null) throw toSentence(no.code, no.detail);
      return Buffer.from(await writePeriodReport(hub, period, ...options));
    },
    setupFile: async () => writeSetupFile(hub.state.settings.all()),
    previewSetup: async (step) => done(previewSetup(hub, step)),
    setUp: async (step) => done(await setUpCentre(hub, step, THE_HUB_ITSELF)),
    clock: async () => clockStateOf(hub),
    confirmClock: async () => {
      done(await confirmClock(hub, THE_HUB_ITSELF));
      return clockStateOf(hub);
    },
    close: () => hub.close(),
  };
}

function openHub(dataDir: string, onFault: (cause: unknown) => void) {
  try {
    return createHub({ dataDir, onFault });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Sentence(`The data in ${dataDir} cannot be opened: ${why}`, { cause });
  }
}

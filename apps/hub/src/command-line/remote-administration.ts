import {
  control as described,
  type GivenArgs,
  health,
  type HttpRoute,
  setupControl,
} from '@motcua/protocol/http';
import { periodText } from '@motcua/domain';
import type { Control } from '../operations/control-file.ts';
import type { Administration } from './administration.ts';
import { createControlClient } from './control-client.ts';
import { orSentence, Sentence } from './sentence.ts';

const HEALTH_TIMEOUT_MS = 2_000;
const ANSWER_TIMEOUT_MS = 60_000;

/**
 * Asks the running hub to do it, so that there is one writer. Null when nothing listens at the hub's address:
 * it was killed. Throws a sentence when it listens and does not answer.
 */
export async function openRemoteAdministration(control: Control): Promise<Administration | null> {
  return (await answers(control)) ? administrationOver(control) : null;
}

function administrationOver(control: Control): Administration {
  const hub = createControlClient(control, { timeoutMs: ANSWER_TIMEOUT_MS });
  const ask = async <R extends HttpRoute>(route: R, ...given: GivenArgs<R>) =>
    orSentence(await hub.ask(route, ...given));

  return {
    addDevice: (body) => ask(described.addDevice, { body }),
    devices: () => ask(described.devices),
    revokeDevice: (id) => ask(described.revokeDevice, { params: { deviceId: id } }),
    createKey: (body) => ask(described.createKey, { body }),
    keys: async () => (await ask(described.keys)).keys,
    revokeKey: (id) => ask(described.revokeKey, { params: { keyId: id } }),
    waitingPairings: () => ask(described.pairings),
    refusePairing: (code) => ask(described.refusePairing, { params: { code } }),
    addPerson: (body) => ask(described.addPerson, { body }),
    recover: async (login) => ({
      ...(await ask(described.recover, { body: { login } })),
      url: control.url,
    }),
    people: () => ask(described.people),
    report: async (day, format, language) => {
      const given = { params: { day }, query: { format, language } };
      const file = orSentence(await hub.download(described.report, given));
      return new Uint8Array(await file.arrayBuffer());
    },
    periodReport: async (period, format, language, complaints) => {
      const counted = complaints === null ? {} : { complaints };
      const given = { query: { period: periodText(period), format, language, ...counted } };
      const file = orSentence(await hub.download(described.periodReport, given));
      return new Uint8Array(await file.arrayBuffer());
    },
    setupFile: async () => orSentence(await hub.download(setupControl.file)).text(),
    previewSetup: async (step) => (await ask(setupControl.preview, { body: { step } })).changes,
    setUp: async (step) => (await ask(setupControl.apply, { body: { step } })).changes,
    clock: () => ask(described.clock),
    confirmClock: () => ask(described.confirmClock),
    close: () => {},
  };
}

async function answers(control: Control): Promise<boolean> {
  let fault: unknown = null;
  const hub = createControlClient(
    { ...control, controlToken: null },
    {
      timeoutMs: HEALTH_TIMEOUT_MS,
      onFault: (cause) => {
        fault = cause;
      },
    },
  );
  if ((await hub.ask(health.read)).ok) return true;
  if (!isTimeout(fault)) return false;
  throw new Sentence(
    `The hub at ${control.url} (process ${control.pid}) does not answer; wait a moment, or stop it and try again.`,
    { cause: fault },
  );
}

/** An aborted wait is the error itself, or its cause. */
function isTimeout(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return cause.name === 'TimeoutError' || cause.name === 'AbortError' || isTimeout(cause.cause);
}

import { PERSON_ROLES, type PersonId } from '@motcua/domain';
import type { Config } from '../../config.ts';
import type { Hub } from '../../engine/hub.ts';
import type { Log } from '../../operations/log.ts';
import type { OwnSecrets } from '../../identity/own-secrets.ts';
import type { PairingRegister } from '../../identity/pairing.ts';
import type { Sessions } from '../../identity/sessions.ts';
import type { SignIn } from '../../identity/sign-in.ts';
import type { HubServices } from '../../operations/hub-services.ts';
import type { Guard } from '../http/guard.ts';

export const EVERYONE_AT_WORK = PERSON_ROLES;

/** What routes may use. */
export interface RouteContext {
  readonly hub: Hub;
  readonly config: Config;
  readonly log: Log;
  readonly sessions: Sessions;
  readonly guard: Guard;
  readonly pairings: PairingRegister;
  readonly signIn: SignIn;
  readonly own: OwnSecrets;
  readonly controlToken: string;
  readonly services: HubServices;
  readonly signedOut: (personId: PersonId) => void;
}

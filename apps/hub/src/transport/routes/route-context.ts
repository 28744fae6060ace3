import type { PersonId } from '@motcua/domain';
import type { Config } from '../../config.ts';
import type { Hub } from '../../hub.ts';
import type { Log } from '../../log.ts';
import type { OwnSecrets } from '../../own-secrets.ts';
import type { PairingRegister } from '../../pairing.ts';
import type { Sessions } from '../../sessions.ts';
import type { SignIn } from '../../sign-in.ts';
import type { Upkeep } from '../../upkeep.ts';
import type { Guard } from '../guard.ts';

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
  readonly upkeep: Upkeep;
  readonly signedOut: (personId: PersonId) => void;
}

import type { Instant } from '@motcua/domain';
import type { KnownBrowser } from './known-browsers.ts';
import { createThrottle } from './throttle.ts';

const WINDOW_MS = 15 * 60_000;
/** Enough for a bad typist, hopeless for a guesser. */
const FAILURES_OF_LOGIN_AND_ADDRESS = 5;
/** One office may share an address, and one login may be tried from many. */
const FAILURES_OF_ADDRESS = 30;
const FAILURES_OF_LOGIN = 50;
/** A sign-in marks each browser with a cookie, and collecting cookies gains no attempts at others' logins. */
const FAILURES_OF_LOGIN_AND_OWNER = 15;
/** Failures of one address are recorded in journal and log so often, not once a guess. */
const NOTED_OF_ADDRESS = 60;

/** An attempt to sign in by password. */
export interface Attempt {
  /** Counts it; false: too many have failed. */
  readonly admits: () => boolean;
  /** It was no failure. */
  readonly forgive: () => void;
}

export interface SignInLimits {
  readonly of: (login: string, address: string, browser: KnownBrowser | null) => Attempt;
  /** Whether a failure from there is to be recorded once more. */
  readonly mayNote: (address: string) => boolean;
}

/**
 * Counts attempts. Guesses from elsewhere do not keep a person out at a browser that is known: it has attempts of its own.
 */
export function createSignInLimits(now: () => Instant): SignInLimits {
  const limit = (attempts: number) => createThrottle(now, { attempts, windowMs: WINDOW_MS });
  const both = limit(FAILURES_OF_LOGIN_AND_ADDRESS);
  const byAddress = limit(FAILURES_OF_ADDRESS);
  const byLogin = limit(FAILURES_OF_LOGIN);
  const byMark = limit(FAILURES_OF_LOGIN_AND_ADDRESS);
  const byOwner = limit(FAILURES_OF_LOGIN_AND_OWNER);

  return {
    of(login, address, browser) {
      const counted =
        browser === null
          ? ([
              [both, `${login} ${address}`],
              [byAddress, address],
              [byLogin, login],
            ] as const)
          : ([
              [byMark, `${login} ${browser.mark}`],
              [byOwner, `${login} ${browser.owner}`],
            ] as const);
      return {
        admits: () => counted.every(([throttle, key]) => throttle.admits(key)),
        forgive() {
          for (const [throttle, key] of counted) throttle.forgive(key);
        },
      };
    },
    mayNote: limit(NOTED_OF_ADDRESS).admits,
  };
}

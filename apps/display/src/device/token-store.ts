/** Where this device keeps its device token. */
export interface TokenStore {
  readonly read: () => string | null;
  readonly write: (token: string) => void;
}

const KEY = 'motcua.display-token';

/** Uses the browser's storage; where that is blocked, memory until the page is closed. */
export function browserTokenStore(): TokenStore {
  let token: string | null = null;
  try {
    token = localStorage.getItem(KEY);
  } catch {
    token = null;
  }
  return {
    read: () => token,
    write(fresh) {
      token = fresh;
      try {
        localStorage.setItem(KEY, fresh);
      } catch {
        // Without storage the device has to be paired again after the next start.
      }
    },
  };
}

/** Where this device keeps the token that lets it in. */
export interface TokenStore {
  readonly read: () => string | null;
  readonly write: (token: string) => void;
}

const KEY = 'motcua.display-token';

/** In the browser; where that is forbidden, only until the page is left. */
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
        // A browser that keeps nothing pairs again after the next start.
      }
    },
  };
}

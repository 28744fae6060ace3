// A small client of the API, to be copied: it needs only fetch and Web Crypto, which Node, Deno and browsers have.

export interface Live {
  readonly today: string;
  readonly open: boolean;
  readonly queues: readonly {
    readonly id: string;
    readonly name: { readonly vi: string };
    readonly waiting: readonly { readonly number: string; readonly since: number }[];
  }[];
}

export interface Ticket {
  readonly number: string;
  /** For the visitor only: it follows the ticket. */
  readonly code: string;
}

export interface Figures {
  /** `value` is null where nothing was measured, which is not zero. */
  readonly figures: readonly { readonly id: string; readonly value: number | null }[];
}

/** The hub said no. `code` is for programs, `message` for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

export interface ClientOptions {
  /** For example `https://motcua.kimboi.gov.vn`. */
  readonly url: string;
  /** `motcua_…` */
  readonly key: string;
  /** Of error messages: vi, en or de. */
  readonly language?: string;
  readonly fetch?: typeof globalThis.fetch;
}

const TIMEOUT_MS = 10_000;
const TRIES = 3;

export function createClient({
  url,
  key,
  language = 'vi',
  fetch = globalThis.fetch,
}: ClientOptions) {
  async function ask<T>(
    path: string,
    isExpected: (answer: unknown) => answer is T,
    init: RequestInit = {},
  ): Promise<T> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${key}`);
    headers.set('accept-language', language);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(new URL(`/api/v1/${path}`, url), { ...init, headers, signal });
    const answer: unknown = await response.json();
    if (!response.ok) {
      const { code, message } = isFields(answer) ? answer : {};
      throw new ApiError(response.status, String(code), String(message));
    }
    if (!isExpected(answer)) throw new Error(`An answer that is not understood: ${path}`);
    return answer;
  }

  return {
    live: () => ask('live', isLive),

    /** `period`: 2026-07-14, 2026-W27, 2026-07, 2026-Q3, 2026 or 2026-01-01..2026-06-30. */
    figures: (period: string) => ask(`figures?period=${encodeURIComponent(period)}`, isFigures),

    /**
     * Make the idempotency key once for each visitor and keep it until there is an answer. With it the request can be
     * repeated: the hub issues one ticket, however often it is asked.
     */
    async issueTicket(serviceIds: readonly string[], idempotencyKey: string): Promise<Ticket> {
      for (let tried = 1; ; tried += 1)
        try {
          return await ask('tickets', isTicket, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
            body: JSON.stringify({ serviceIds }),
          });
        } catch (error) {
          const isFinal = error instanceof ApiError && error.status !== 503;
          if (isFinal || tried === TRIES) throw error;
        }
    },
  };
}

const TOLERANCE_S = 5 * 60;

/**
 * Whether a request to your receiver came from the hub, and lately (Standard Webhooks). `body` is the text as it came,
 * before it is parsed. Keep each `webhook-id` that you have worked on: the same event may come twice.
 */
export async function isFromHub(
  headers: Headers,
  body: string,
  secret: string,
  now = Date.now(),
): Promise<boolean> {
  const [id, timestamp] = [headers.get('webhook-id'), headers.get('webhook-timestamp')];
  if (id === null || timestamp === null) return false;
  if (!(Math.abs(now / 1000 - Number(timestamp)) <= TOLERANCE_S)) return false;
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const raw = fromBase64(secret.replace(/^whsec_/, ''));
  const key = await crypto.subtle.importKey('raw', raw, hmac, false, ['verify']);
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  for (const signature of (headers.get('webhook-signature') ?? '').split(' ')) {
    const given = /^v1,([A-Za-z0-9+/]{43}=)$/.exec(signature)?.[1];
    // In constant time, which a comparison of texts is not.
    if (given !== undefined && (await crypto.subtle.verify(hmac, key, fromBase64(given), signed)))
      return true;
  }
  return false;
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Only what is used is checked: within version 1 answers may get new fields. */
const isLive = (answer: unknown): answer is Live =>
  isFields(answer) &&
  typeof answer['today'] === 'string' &&
  Array.isArray(answer['queues']) &&
  answer['queues'].every((queue) => isFields(queue) && Array.isArray(queue['waiting']));
const isTicket = (answer: unknown): answer is Ticket =>
  isFields(answer) && typeof answer['number'] === 'string' && typeof answer['code'] === 'string';
const isFigures = (answer: unknown): answer is Figures =>
  isFields(answer) &&
  Array.isArray(answer['figures']) &&
  answer['figures'].every((figure) => isFields(figure) && typeof figure['id'] === 'string');

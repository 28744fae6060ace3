import { ok, refuse, type Result } from '@motcua/domain';
import {
  type Given,
  type GivenArgs,
  type HttpRoute,
  type Parsed,
  readAnswer,
  readRefusal,
  toRequest,
} from '@motcua/protocol/http';

/** `fetch`, or a substitute. */
export type HttpFetch = (url: URL, init: RequestInit) => Promise<Response>;

export interface HttpClientOptions {
  /** The hub's origin; a page gives its own, and the browser keeps the session cookie. */
  readonly baseUrl: string;
  readonly fetch?: HttpFetch | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Called for each request: its signal aborts it. */
  readonly signal?: () => AbortSignal;
  /** Called with why the hub could not be reached or understood. */
  readonly onFault?: (cause: unknown) => void;
}

/** Asks what `@motcua/protocol/http` describes. Nothing throws: a hub that is away or not understood is a refusal. */
export interface HttpClient {
  readonly ask: <R extends HttpRoute>(
    route: R,
    ...given: GivenArgs<R>
  ) => Promise<Result<Parsed<R, 'answer'>>>;
  /** The same with a file for the body. */
  readonly upload: <R extends HttpRoute>(
    route: R,
    given: Given<R>,
    file: Blob,
  ) => Promise<Result<Parsed<R, 'answer'>>>;
  /** What a route without a described answer gives. */
  readonly download: <R extends HttpRoute>(
    route: R,
    ...given: GivenArgs<R>
  ) => Promise<Result<Blob>>;
}

/** A client of the hub at `baseUrl`; failures are refusals. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { baseUrl, fetch: send = (url, init) => fetch(url, init), headers, signal } = options;

  async function exchange<T>(
    route: HttpRoute,
    given: Parameters<typeof toRequest>[1],
    read: (response: Response) => Promise<Result<T>>,
    file: Blob | null = null,
  ): Promise<Result<T>> {
    try {
      const { method, path, body: json } = toRequest(route, given);
      const body = file ?? json;
      const type = file === null ? 'application/json' : 'application/octet-stream';
      const response = await send(new URL(path, baseUrl), {
        method,
        headers: { ...headers, ...(body !== null && { 'content-type': type }) },
        ...(body !== null && { body }),
        ...(signal !== undefined && { signal: signal() }),
      });
      if (response.ok) return await read(response);
      return readRefusal(response.status, await response.json().catch(() => null));
    } catch (cause) {
      options.onFault?.(cause);
      return refuse('hub-unavailable');
    }
  }

  return {
    ask: (route, ...[given]) =>
      exchange(route, given, async (response) => readAnswer(route, await response.json())),
    upload: (route, given, file) =>
      exchange(route, given, async (response) => readAnswer(route, await response.json()), file),
    download: (route, ...[given]) =>
      exchange(route, given, async (response) => ok(await response.blob())),
  };
}

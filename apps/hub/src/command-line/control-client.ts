import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { createHttpClient, type HttpClient, type HttpFetch } from '@motcua/client/http';
import type { Control } from '../operations/control-file.ts';

export interface ControlClientOptions {
  readonly timeoutMs: number;
  /** Called with why the hub could not be reached or understood. */
  readonly onFault?: (cause: unknown) => void;
}

/**
 * Asks the hub on this machine, with the token in `hub.json`. Over TLS the hub is verified by the certificate there,
 * whatever its names and its authority; nothing is sent to any other.
 */
export function createControlClient(
  {
    url,
    certificate,
    controlToken,
  }: Omit<Control, 'pid' | 'controlToken'> & {
    /** Null: the server has yet to prove that it is the hub. */
    readonly controlToken: string | null;
  },
  { timeoutMs, onFault }: ControlClientOptions,
): HttpClient {
  return createHttpClient({
    baseUrl: url,
    headers: controlToken === null ? {} : { authorization: `Bearer ${controlToken}` },
    fetch: (address, init) => fetchPinned(certificate, address, init),
    signal: () => AbortSignal.timeout(timeoutMs),
    ...(onFault !== undefined && { onFault }),
  });
}

async function fetchPinned(
  certificate: string | null,
  { protocol, hostname, port, pathname, search }: URL,
  { method = 'GET', headers, body, signal }: Parameters<HttpFetch>[1],
): Promise<Response> {
  const text = typeof body === 'string' ? body : '';
  const asked = {
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    port,
    path: pathname + search,
    agent: false,
    method,
    ...(signal && { signal }),
    headers: {
      host: `${hostname}:${port}`,
      ...Object.fromEntries(new Headers(headers)),
      ...(text !== '' && { 'content-length': Buffer.byteLength(text) }),
    },
  };
  const request =
    protocol === 'https:' && certificate !== null
      ? httpsRequest({
          ...asked,
          ca: certificate,
          allowPartialTrustChain: true,
          checkServerIdentity: () => undefined,
        })
      : httpRequest(asked);
  request.end(text);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return new Response(Buffer.concat(chunks), { status: response.statusCode ?? 500 });
}

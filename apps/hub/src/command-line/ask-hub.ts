import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Control } from '../operations/control-file.ts';

export interface HubAnswer {
  readonly ok: boolean;
  readonly bytes: Uint8Array;
  readonly json: () => unknown;
}

export interface Asked {
  readonly path: string;
  /** Null asks, anything else tells. */
  readonly body: object | null;
  readonly authorization: string | null;
  readonly timeoutMs: number;
}

/**
 * Asks the hub on this machine. Over TLS it is known by the certificate in `hub.json`, whatever names that has and
 * whoever vouches for it; nothing is said to any other. Rejects when it cannot be reached.
 */
export async function askHub(
  { url, certificate }: Pick<Control, 'url' | 'certificate'>,
  { path, body, authorization, timeoutMs }: Asked,
): Promise<HubAnswer> {
  const { protocol, hostname, port } = new URL(url);
  const text = body === null ? null : JSON.stringify(body);
  const asked = {
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    port,
    path,
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    method: text === null ? 'GET' : 'POST',
    headers: {
      host: `${hostname}:${port}`,
      ...(authorization === null ? {} : { authorization }),
      ...(text === null
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
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
  request.end(text ?? undefined);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const { statusCode = 500 } = response;
  return {
    ok: statusCode >= 200 && statusCode < 300,
    bytes,
    json: () => JSON.parse(bytes.toString('utf8')) as unknown,
  };
}

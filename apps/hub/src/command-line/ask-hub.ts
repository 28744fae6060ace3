import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { Control } from '../control-file.ts';

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
 * Asks the hub on this machine. Over TLS it is known by the fingerprint in `hub.json`, whatever names its
 * certificate has and whoever vouches for it; nothing is said before that. Rejects when it cannot be reached.
 */
export async function askHub(
  { url, fingerprint }: Pick<Control, 'url' | 'fingerprint'>,
  { path, body, authorization, timeoutMs }: Asked,
): Promise<HubAnswer> {
  const { hostname, port, protocol } = new URL(url);
  const signal = AbortSignal.timeout(timeoutMs);
  const host = hostname.replaceAll(/^\[|\]$/g, '');
  const tls = protocol === 'https:' ? await openTls(host, Number(port), fingerprint, signal) : null;
  const text = body === null ? null : JSON.stringify(body);
  const request = httpRequest({
    ...{ host, port, path, signal, agent: false },
    method: text === null ? 'GET' : 'POST',
    headers: {
      host: `${hostname}:${port}`,
      ...(authorization === null ? {} : { authorization }),
      ...(text === null
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    },
    ...(tls === null ? {} : { createConnection: () => tls }),
  });
  request.end(text);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  tls?.destroy();
  const bytes = Buffer.concat(chunks);
  const { statusCode = 500 } = response;
  return {
    ok: statusCode >= 200 && statusCode < 300,
    bytes,
    json: () => JSON.parse(bytes.toString('utf8')) as unknown,
  };
}

async function openTls(
  host: string,
  port: number,
  fingerprint: string | null,
  signal: AbortSignal,
): Promise<TLSSocket> {
  // Whom we speak to is decided below, before a word is said.
  const socket = connectTls({ host, port, rejectUnauthorized: false });
  try {
    await once(socket, 'secureConnect', { signal });
  } catch (cause) {
    socket.destroy();
    throw cause;
  }
  if (socket.getPeerCertificate().fingerprint256 === fingerprint) return socket;
  socket.destroy();
  throw new Error(`Another program answers on port ${port} than the hub that was started here`);
}

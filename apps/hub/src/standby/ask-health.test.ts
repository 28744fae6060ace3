import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeAuthority, makeServerCertificate } from '../tls/make-certificate.ts';
import { isListening } from './ask-health.ts';

/** The servers are in this process, and may need longer than a hub on its network. */
const TIMEOUT_MS = 10_000;

describe('whether a server listens', () => {
  let server: Pick<Server, 'listen' | 'close' | 'address' | 'once'>;
  afterEach(() => void server.close());

  async function listens(on: typeof server, protocol = 'http'): Promise<string> {
    server = on;
    on.listen(0, '127.0.0.1');
    await once(on as never, 'listening');
    return `${protocol}://127.0.0.1:${(on.address() as AddressInfo).port}`;
  }

  it('is so when it answers, even with a refusal', async () => {
    const refuses = createHttpServer((_request, answer) => answer.writeHead(502).end());
    expect(await isListening(await listens(refuses), TIMEOUT_MS)).toBe(true);
  });

  it('is so when it shows an untrusted certificate, also to a request without TLS', async () => {
    const authority = await makeAuthority('motcua', ['localhost'], {
      nowMs: Date.now(),
      lifeMs: 86_400_000,
    });
    const { certificate: cert, key } = await makeServerCertificate(
      authority,
      ['127.0.0.1'],
      Date.now(),
    );
    const url = await listens(createHttpsServer({ cert, key }), 'https');
    expect(await isListening(url, TIMEOUT_MS)).toBe(true);
    expect(await isListening(url.replace('https', 'http'), TIMEOUT_MS)).toBe(true);
  });

  it('is not so when it only hangs up, or the port is closed', async () => {
    const url = await listens(createTcpServer((socket) => socket.destroy()) as never);
    expect(await isListening(url)).toBe(false);
    server.close();
    await once(server as never, 'close');
    expect(await isListening(url)).toBe(false);
  });
});

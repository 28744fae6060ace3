import { createHmac } from 'node:crypto';
import * as http from 'node:http';
import * as https from 'node:https';
import type { Instant } from '@motcua/domain';
import { resolveAddress } from './check-address.ts';

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 4_096;

export interface Message {
  readonly id: string;
  readonly at: Instant;
  readonly body: string;
  readonly secret: string;
}

/** The headers of Standard Webhooks: HMAC-SHA256 over id, time and body. */
export function signedHeaders({ id, at, body, secret }: Message): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

/** Sends one event; answers the status, or why there was none. Redirects are not followed. */
export async function postEvent(
  { url: text, allowLocal }: { readonly url: string; readonly allowLocal: boolean },
  message: Message,
): Promise<string> {
  const target = await resolveAddress(text, allowLocal);
  if (!target.ok) return target.refusal.code.replace('webhook-', '');
  const { url, address, family } = target.value;
  const { request } = url.protocol === 'https:' ? https : http;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return new Promise((resolve) => {
    const sent = request(
      url,
      {
        ...{ method: 'POST', signal, agent: false, family },
        lookup: (_host, options, found) => {
          if (options.all === true) found(null, [{ address, family }]);
          else found(null, address, family);
        },
        headers: {
          ...signedHeaders(message),
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(message.body),
          'user-agent': 'motcua',
        },
      },
      (answer) => {
        let bytes = 0;
        const done = () => resolve(String(answer.statusCode ?? 0));
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > MAX_ANSWER_BYTES) answer.destroy();
        });
        answer.once('close', done);
      },
    );
    sent.once('error', () => resolve(signal.aborted ? 'timeout' : 'unreachable'));
    sent.end(message.body);
  });
}

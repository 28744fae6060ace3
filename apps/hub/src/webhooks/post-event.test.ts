import type { Instant } from '@motcua/domain';
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { signedHeaders } from './post-event.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`;
const BODY = JSON.stringify({ type: 'ticket.issued', data: { name: 'Đăng ký kết hôn' } });
const signedNow = () =>
  signedHeaders({ id: 'msg_1', at: Date.now() as Instant, body: BODY, secret: SECRET });

it('signs as the reference library of Standard Webhooks does', () => {
  const at = 1_790_000_000_999 as Instant;
  const { 'webhook-signature': signature } = signedHeaders({
    ...{ id: 'msg_1', at, body: BODY, secret: SECRET },
  });
  expect(signature).toBe(new Webhook(SECRET).sign('msg_1', new Date(at), BODY));
});

it('is verified by the reference library, until a byte of the body or the secret differs', () => {
  const receiver = new Webhook(SECRET);
  expect(receiver.verify(BODY, signedNow())).toEqual(JSON.parse(BODY));
  expect(() => receiver.verify(`${BODY} `, signedNow())).toThrow('No matching signature');
  const other = new Webhook(`whsec_${Buffer.from('another secret').toString('base64')}`);
  expect(() => other.verify(BODY, signedNow())).toThrow('No matching signature');
});

it('gives the signature that the reference implementations publish in their own tests', () => {
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: 1_614_265_330_000 as Instant,
    body: '{"test": 2432232314}',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  };
  expect(signedHeaders(message)).toEqual({
    'webhook-id': message.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

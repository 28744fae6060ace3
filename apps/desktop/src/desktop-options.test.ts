import { describe, expect, it } from 'vitest';
import { readOptions } from './desktop-options.ts';

describe('the desktop’s command line', () => {
  it('is found among the arguments of Chromium', () => {
    const read = readOptions([
      '--no-first-run',
      '--show',
      'display',
      '--hub=http://192.168.1.20:7100/',
      '/opt/motcua/app',
    ]);

    expect(read).toMatchObject({
      ok: true,
      options: { show: 'display', hub: 'http://192.168.1.20:7100', kioskPort: 7110 },
    });
  });

  it('accepts an external kiosk service, a folder, and a window for trying things', () => {
    const read = readOptions([
      ...['--show', 'kiosk', '--hub', 'http://127.0.0.1:7100', '--windowed'],
      ...['--kiosk-service', 'http://127.0.0.1:7110/', '--data', '/tmp/desk'],
    ]);

    expect(read).toMatchObject({
      ok: true,
      options: { kioskService: 'http://127.0.0.1:7110', dataDir: '/tmp/desk', windowed: true },
    });
  });

  it('accepts the key in the address of a kiosk service', () => {
    const read = readOptions([
      ...['--show', 'kiosk', '--hub', 'http://127.0.0.1:7100'],
      ...['--kiosk-service', 'http://127.0.0.1:7110/?key=abc-DEF_1'],
    ]);
    expect(read).toMatchObject({
      options: { kioskService: 'http://127.0.0.1:7110/?key=abc-DEF_1' },
    });
  });

  it.each([
    [[]],
    [['--show', 'admin', '--hub', 'http://a']],
    [['--show', 'kiosk']],
    [['--show', 'kiosk', '--hub', 'hub.local']],
    [['--show', 'kiosk', '--hub', 'file:///etc']],
    [['--show', 'kiosk', '--hub', 'javascript:1']],
    [['--show', 'kiosk', '--hub', 'http://a:b@hub']],
    [['--show', 'kiosk', '--hub', 'http://hub/admin/']],
    [['--show', 'kiosk', '--hub', 'http://hub', '--kiosk-port', '70000']],
    [['--show', 'kiosk', '--hub', 'http://hub', '--kiosk-service', 'file:///etc']],
    [['--show', 'kiosk', '--hub', 'http://hub', '--kiosk-service', 'http://127.0.0.1/?x=1']],
  ])('is refused in one sentence: %j', (args) => {
    const read = readOptions(args);

    expect(read.ok ? '' : read.sentence).toMatch(/\.|Usage/);
  });
});

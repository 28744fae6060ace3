import { describe, expect, it } from 'vitest';
import { readOptions } from './desktop-options.ts';

describe('the desktop’s command line', () => {
  it('is read among the arguments of Chromium', () => {
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
  ])('is refused in one sentence: %j', (args) => {
    const read = readOptions(args);

    expect(read.ok ? '' : read.sentence).toMatch(/\.|Usage/);
  });
});

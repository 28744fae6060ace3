import { describe, expect, it } from 'vitest';
import { firstLinkWords } from './first-link.ts';

const LINK = 'https://127.0.0.1:7100/admin/#link=abc';
const NAMES = ['hub', 'localhost', '127.0.0.1', '::1', '192.168.1.10'];

describe('the link of an empty hub', () => {
  it('names an address that a phone reaches, where the hub listens on it', async () => {
    const words = await firstLinkWords(LINK, '0.0.0.0', NAMES);
    expect(words).toContain('https://192.168.1.10:7100/admin/#link=abc\n');
    // A code of at least 25 by 25 dots, two above one another in a character.
    expect(words.split('\n').filter((line) => line.includes('█')).length).toBeGreaterThan(12);
  });

  it('stays on this machine where the hub does', async () => {
    expect(await firstLinkWords(LINK, '127.0.0.1', NAMES)).toContain(`${LINK}\n`);
    expect(await firstLinkWords(LINK, '0.0.0.0', ['localhost', '127.0.0.1'])).toContain(LINK);
  });
});

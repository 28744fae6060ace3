import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/run-tasks.ts';

describe('the list of promises', () => {
  it.each(['docs/promises.md', 'SECURITY.md'])('names tests that exist in %s', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const named = [...text.matchAll(/`((?:apps|packages|tests)\/[^`]+\.test\.tsx?)`/g)];
    expect(named.length).toBeGreaterThan(10);
    const missing = named
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });
});

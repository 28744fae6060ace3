import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNewestHub } from './newest-hub.ts';

describe('The newest hub', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'kiosk-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('is remembered across a restart', () => {
    expect(openNewestHub(dir).read()).toBeNull();
    openNewestHub(dir).write({ database: 'kim-boi', epoch: 7, life: '' });
    expect(openNewestHub(dir).read()).toEqual({ database: 'kim-boi', epoch: 7, life: '' });
  });

  it('is unknown when its file was damaged, and a failed write prevents no number', () => {
    writeFileSync(join(dir, 'newest-hub.json'), '{"epoch":');
    expect(openNewestHub(dir).read()).toBeNull();
    openNewestHub(join(dir, 'nowhere')).write({ database: 'kim-boi', epoch: 7, life: '' });
  });
});

import { USUAL_SAFEKEEPING } from '@motcua/domain';
import { describe, expect, it } from 'vitest';
import { checkSafekeeping, toSafekeeping, toSafekeepingForm } from './safekeeping-form.ts';

const FORM = toSafekeepingForm(USUAL_SAFEKEEPING);

describe('the form of safekeeping', () => {
  it('says what the hub has, and nothing else', () => {
    expect(toSafekeeping(FORM)).toEqual(USUAL_SAFEKEEPING);
    expect(checkSafekeeping(FORM)).toEqual({});
  });

  it('takes the address of a page for where its hub is', () => {
    const form = { ...FORM, standbyAddress: ' http://192.168.1.11:7100/admin/#today ' };
    expect(checkSafekeeping(form)).toEqual({});
    expect(toSafekeeping(form).standbyAddress).toBe('http://192.168.1.11:7100');
  });

  it.each([
    [{ backupAt: '7 giờ' }, 'backupAt'],
    [{ backupAt: '24:00' }, 'backupAt'],
    [{ backupsKept: '0' }, 'backupsKept'],
    [{ standbyAddress: 'PC 2' }, 'standbyAddress'],
    [{ standbyAddress: 'ftp://pc2' }, 'standbyAddress'],
  ])('does not save %j', (part, field) => {
    expect(Object.keys(checkSafekeeping({ ...FORM, ...part }))).toEqual([field]);
  });
});

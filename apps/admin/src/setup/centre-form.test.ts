import { aSite } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { checkCentre, toCentreForm, withCentre } from './centre-form.ts';

describe('the centre', () => {
  it('is unchanged by its form', () => {
    const site = aSite({ place: 'Kim Bôi', followAddress: 'https://kb.vn/' });
    expect(withCentre(site, toCentreForm(site))).toEqual(site);
    const long = { ...site, longSlips: true };
    expect(withCentre(long, toCentreForm(long))).toEqual(long);
    expect(checkCentre(toCentreForm(site))).toEqual({});
  });

  it('says whether counters record results, and nothing while that is the usual', () => {
    const site = aSite();
    const form = toCentreForm(site);
    expect(form.recordsResults).toBe(true);
    const off = withCentre(site, { ...form, recordsResults: false });
    expect(off.results).toBe('off');
    expect(withCentre(off, { ...toCentreForm(off), recordsResults: true }).results).toBe(
      'optional',
    );
  });

  it('keeps what another person saved about the hours meanwhile', () => {
    const form = toCentreForm(aSite());
    const now = aSite({ zone: 'Asia/Bangkok' });
    expect(withCentre(now, { ...form, place: 'Kim Bôi ' })).toEqual({ ...now, place: 'Kim Bôi' });
  });

  it.each(['kimboi', 'javascript:alert(1)', 'ftp://kimboi.vn'])('refuses %s in a QR code', (to) => {
    const form = { ...toCentreForm(aSite()), followAddress: to };
    expect(checkCentre(form)).toEqual({ followAddress: { key: 'admin.problem-address' } });
  });
});

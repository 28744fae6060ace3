import { describe, expect, it } from 'vitest';
import { type Bom, completed, whyNotWhole } from './sbom.ts';

const png = { 'bom-ref': 'png-js@2.0.0', 'name': 'png-js', 'version': '2.0.0' };
const licenses = [{ license: { id: 'MIT' } }];
const electron = {
  ...{ 'bom-ref': 'electron@45.4.1', 'name': 'electron', 'version': '45.4.1', licenses },
  scope: 'optional',
};
const folder = { 'bom-ref': 'motcua@0.1.0', 'name': 'a-folder', 'version': '0.1.0' };
const bom: Bom = {
  bomFormat: 'CycloneDX',
  metadata: { component: folder },
  components: [png, electron],
};
const shipped = [png, electron].map(({ name, version }) => ({ name, version, licence: 'MIT' }));

describe('the bill of materials', () => {
  it('has the name of motcua, every licence, and what only the installers contain', () => {
    const whole = completed(bom, 'motcua', shipped);
    expect(whole.metadata.component.name).toBe('motcua');
    expect(whole.components).toMatchObject([
      { name: 'png-js', licenses },
      { name: 'electron', scope: 'required', licenses },
    ]);
    expect(whyNotWhole(whole, shipped)).toBeNull();
  });

  it('is rejected with a missing, duplicate or unlicensed package', () => {
    expect(whyNotWhole(bom, shipped)).toBe('No licence is known of png-js@2.0.0.');
    expect(whyNotWhole({ ...bom, components: [electron] }, shipped)).toContain('png-js@2.0.0');
    expect(whyNotWhole({ ...bom, components: [png, png, electron] }, shipped)).toContain('twice');
    expect(whyNotWhole({ ...bom, bomFormat: 'SPDX' }, shipped)).toContain('CycloneDX');
  });
});

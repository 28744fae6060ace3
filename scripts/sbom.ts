import type { ShippedPackage } from './licences.ts';

/** What is looked at of a CycloneDX document; everything else stays as npm wrote it. */
export interface Bom {
  readonly bomFormat: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

interface Component {
  readonly 'bom-ref': string;
  readonly 'name': string;
  readonly 'version': string;
  readonly 'scope'?: string;
  readonly 'licenses'?: readonly object[];
}

const keyOf = ({ name, version }: Pick<Component, 'name' | 'version'>) => `${name}@${version}`;

/**
 * The list as whoever receives motcua needs it: npm calls it after the folder it lies in, leaves out licences that the
 * lock file does not have, and takes what only the installers hold for a tool that is not shipped.
 */
export function completed(bom: Bom, name: string, shipped: readonly ShippedPackage[]): Bom {
  const licences = new Map(shipped.map((each) => [keyOf(each), each.licence]));
  return {
    ...bom,
    metadata: { ...bom.metadata, component: { ...bom.metadata.component, name } },
    components: bom.components.map((component) => {
      const licence = licences.get(keyOf(component));
      if (licence === undefined) return component;
      const { licenses = [{ license: { id: licence } }] } = component;
      return { ...component, scope: 'required', licenses };
    }),
  };
}

/** Why the list is none of what is shipped, in one sentence; null when it is. */
export function whyNotWhole(bom: Bom, shipped: readonly ShippedPackage[]): string | null {
  if (bom.bomFormat !== 'CycloneDX') return 'The list is not in the CycloneDX format.';
  const listed = new Set(bom.components.map(keyOf));
  const missing = shipped.filter((each) => !listed.has(keyOf(each)));
  if (missing.length > 0) return `The list lacks ${missing.map(keyOf).join(', ')}.`;
  const refs = new Set(bom.components.map((component) => component['bom-ref']));
  if (refs.size < bom.components.length) return 'The list names a component twice.';
  const bare = bom.components.filter(({ licenses = [] }) => licenses.length === 0);
  return bare.length === 0 ? null : `No licence is known of ${bare.map(keyOf).join(', ')}.`;
}

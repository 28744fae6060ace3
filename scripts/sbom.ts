import type { ShippedPackage } from './licences.ts';

/** The parts of a CycloneDX document that are changed; the rest stays as npm wrote it. */
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
 * Corrects npm's document for the recipients of motcua: npm names it after its folder, leaves out licences that the
 * lock file does not have, and treats what only the installers contain as a development tool.
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

/** Why the document does not match the shipped packages, in one sentence; null when it does. */
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

import type { ServiceId } from '../ids.ts';
import type { Service } from '../queue/service.ts';
import { procedureKey } from './dossier-code.ts';
import type { Dossier } from './dossier.ts';

type Named = Pick<Service, 'id' | 'code' | 'name'>;

/**
 * Finds the service of the centre that a dossier belongs to: by the code of its procedure, else by the procedure's
 * Vietnamese name, whatever its capitals. Null: none of them. Of two services with one code the first counts.
 */
export function dossierService(
  services: readonly Named[],
): (dossier: Pick<Dossier, 'procedure' | 'procedureCode'>) => ServiceId | null {
  const byCode = new Map<string, ServiceId>();
  const byName = new Map<string, ServiceId>();
  for (const { id, code, name } of services.toReversed()) {
    if (code !== null) byCode.set(procedureKey(code), id);
    byName.set(toKey(name.vi), id);
  }
  return ({ procedure, procedureCode }) => {
    const found = procedureCode === null ? undefined : byCode.get(procedureKey(procedureCode));
    return found ?? byName.get(toKey(procedure)) ?? null;
  };
}

function toKey(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

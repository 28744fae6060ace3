import type { Section } from '../../section.ts';
import type { adminImport as vietnamese } from '../vi/admin-import.ts';

export const adminImport: Section<typeof vietnamese> = {
  'admin.import-kind-services': 'Leistungen und Unterlagen',
  'admin.import-kind-people': 'Personen',
  'admin.import-kind-holidays': 'Feiertage, Sondertage',
  'admin.import-kind-bookings': 'Termine',
  'admin.import-kind-dossiers': 'Vorgänge des Provinzsystems',
};

import type { Section } from '../../section.ts';
import type { adminImport as vietnamese } from '../vi/admin-import.ts';

export const adminImport: Section<typeof vietnamese> = {
  'admin.import-kind-services': 'Services and papers to bring',
  'admin.import-kind-people': 'People',
  'admin.import-kind-holidays': 'Holidays and special days',
  'admin.import-kind-bookings': 'Bookings',
  'admin.import-kind-dossiers': 'Dossiers of the provincial system',
};

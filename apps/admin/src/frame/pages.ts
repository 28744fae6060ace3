import type { PersonRole } from '@motcua/domain';

/** In the order of the navigation. */
export const ADMIN_PAGES = [
  'today',
  'report',
  'journal',
  'devices',
  'people',
  'counters',
  'services',
  'hours',
  'rules',
  'centre',
  'safekeeping',
] as const;

export type AdminPage = (typeof ADMIN_PAGES)[number];

/** People are the administrator's business; the head of centre sees everything else. */
export function pagesFor(role: PersonRole): readonly AdminPage[] {
  return ADMIN_PAGES.filter((page) => page !== 'people' || role === 'administrator');
}

/** The page an address names, the first one when it names none of this person's. */
export function pageIn(hash: string, role: PersonRole): AdminPage {
  const named = hash.replace(/^#/, '');
  return pagesFor(role).find((page) => page === named) ?? 'today';
}

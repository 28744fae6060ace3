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

/** What each page is about decides whose it is, as the hub's rights do. */
const OF: { readonly [P in AdminPage]: 'both' | 'head' | 'administrator' } = {
  today: 'both',
  devices: 'both',
  journal: 'both',
  safekeeping: 'both',
  people: 'administrator',
  report: 'head',
  counters: 'head',
  services: 'head',
  hours: 'head',
  rules: 'head',
  centre: 'head',
};

/** The administrator lets people and devices in; the head of centre has the room, its rules and its reports. */
export function pagesFor(role: PersonRole): readonly AdminPage[] {
  return ADMIN_PAGES.filter((page) => OF[page] === 'both' || OF[page] === role);
}

/** The page an address names, the first one when it names none of this person's. */
export function pageIn(hash: string, role: PersonRole): AdminPage {
  const named = hash.replace(/^#/, '');
  return pagesFor(role).find((page) => page === named) ?? 'today';
}

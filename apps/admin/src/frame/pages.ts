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
  counters: 'both',
  services: 'both',
  hours: 'both',
  rules: 'both',
  centre: 'both',
  people: 'administrator',
  report: 'head',
};

/** Whoever begins alone is an administrator: they can set everything up. The figures of the day are the head's. */
export function pagesFor(role: PersonRole): readonly AdminPage[] {
  return ADMIN_PAGES.filter((page) => isPageOf(page, role));
}

export function isPageOf(page: AdminPage, role: PersonRole): boolean {
  return OF[page] === 'both' || OF[page] === role;
}

/** Whose the page is, beside both; only for a page that is not everybody's here. */
export function ownerOf(page: AdminPage): 'head' | 'administrator' {
  return OF[page] === 'administrator' ? 'administrator' : 'head';
}

/** Where somebody is: a page, and perhaps a part of it. */
export interface Place {
  readonly page: AdminPage;
  readonly part: string | null;
}

/** What an address names: `#services/queues`. One that names nothing leads to the first page. */
export function placeIn(hash: string): Place {
  const [name, part] = hash.replace(/^#/, '').split('/');
  const page = ADMIN_PAGES.find((each) => each === name);
  return page === undefined ? { page: 'today', part: null } : { page, part: part ?? null };
}

export function toHash({ page, part }: Place): string {
  return part === null ? `#${page}` : `#${page}/${part}`;
}

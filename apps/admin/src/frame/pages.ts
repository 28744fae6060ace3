import type { PersonRole } from '@motcua/domain';

/** In the order of the navigation. */
export const ADMIN_PAGES = [
  'today',
  'setup',
  'report',
  'journal',
  'story',
  'devices',
  'people',
  'counters',
  'services',
  'hours',
  'rules',
  'centre',
  'import',
  'safekeeping',
  'programs',
] as const;

export type AdminPage = (typeof ADMIN_PAGES)[number];

/** The subject of each page decides which role sees it, as the hub's rights do. */
const OF: { readonly [P in AdminPage]: 'both' | 'head' | 'administrator' } = {
  today: 'both',
  setup: 'both',
  devices: 'both',
  journal: 'both',
  story: 'both',
  safekeeping: 'both',
  counters: 'both',
  services: 'both',
  hours: 'both',
  rules: 'both',
  centre: 'both',
  import: 'both',
  people: 'administrator',
  programs: 'administrator',
  report: 'head',
};

/** The first person is an administrator: they can set everything up. The figures of the day are the head's. */
export function pagesFor(role: PersonRole): readonly AdminPage[] {
  return ADMIN_PAGES.filter((page) => isPageOf(page, role));
}

export function isPageOf(page: AdminPage, role: PersonRole): boolean {
  return OF[page] === 'both' || OF[page] === role;
}

/** The role of the page, beside both; only for a page that is closed to this one. */
export function ownerOf(page: AdminPage): 'head' | 'administrator' {
  return OF[page] === 'administrator' ? 'administrator' : 'head';
}

/** The current place: a page, and perhaps a part of it. */
export interface Place {
  readonly page: AdminPage;
  readonly part: string | null;
}

/** The place of an address: `#services/queues`. An unknown one leads to the first page. */
export function placeIn(hash: string): Place {
  const [name, part] = hash.replace(/^#/, '').split('/');
  const page = ADMIN_PAGES.find((each) => each === name);
  return page === undefined ? { page: 'today', part: null } : { page, part: part ?? null };
}

export function toHash({ page, part }: Place): string {
  return part === null ? `#${page}` : `#${page}/${part}`;
}

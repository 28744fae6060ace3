import type { Account, HubLink, Mirror } from '@motcua/client';
import type { Person } from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import type { HubApi } from '../hub-api/hub-api.ts';
import type { Place } from './pages.ts';

/** What every page of the administration gets. */
export interface PageProps {
  readonly hub: HubLink;
  readonly mirror: Mirror;
  readonly me: Person;
  readonly api: HubApi;
  readonly account: Account;
  /** The part of the page that the address names. */
  readonly part: string | null;
  readonly go: (place: Place) => void;
}

export interface LanguageControl {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

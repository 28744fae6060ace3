import type { Person, PersonRole, Refusal } from '@motcua/domain';
import { useState } from 'react';
import type { HubApi } from '../hub-api/hub-api.ts';

/** A link that signs a person in once, as it is handed over. */
export interface ShownLink {
  readonly person: Person;
  readonly address: string;
}

export interface SignInLink {
  /** Null: nothing to show. */
  readonly shown: ShownLink | null;
  readonly give: (person: Person) => Promise<Refusal | null>;
  readonly close: () => void;
}

const PAGE_OF = {
  clerk: 'counter',
  guide: 'counter',
  head: 'admin',
  administrator: 'admin',
} as const satisfies Record<PersonRole, string>;

/** Gives links to people who have lost their password; `origin` is where the hub is reached. */
export function useSignInLink(api: Pick<HubApi, 'giveLink'>, origin: string): SignInLink {
  const [shown, setShown] = useState<ShownLink | null>(null);
  return {
    shown,
    close: () => setShown(null),
    give: async ({ id }) => {
      const given = await api.giveLink(id);
      if (!given.ok) return given.refusal;
      const { person, token } = given.value;
      setShown({ person, address: `${origin}/${PAGE_OF[person.role]}/#link=${token}` });
      return null;
    },
  };
}

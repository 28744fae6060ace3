import { PERSON_ROLES, type Person, type Queue, type Refusal } from '@motcua/domain';
import { classNames, useTexts } from '@motcua/ui';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import type { HubApi } from '../hub-api/hub-api.ts';
import { SkillsButton } from './skills-button.tsx';
import type { SignInLink } from './use-sign-in-link.ts';
import { State } from '../frame/state.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

type PersonPatch = Partial<Pick<Person, 'role' | 'active' | 'skills'>>;

interface PersonProps {
  readonly person: Person;
  readonly api: HubApi;
  readonly link: Pick<SignInLink, 'give'>;
  readonly words: (refusal: Refusal) => string;
}

export interface PersonRowProps extends PersonProps {
  readonly isMe: boolean;
  readonly queues: readonly Queue[];
  readonly onRefused: (refusal: Refusal | null) => void;
}

/** One person in the list, with the actions on them. */
export function PersonRow({ person, api, link, words, isMe, queues, onRefused }: PersonRowProps) {
  const t = useTexts();
  const change = async (patch: PersonPatch) => {
    const result = await api.changePerson(person.id, patch);
    return result.ok ? null : result.refusal;
  };
  return (
    <tr className={parts(person.active ? '' : 'dimmed')}>
      <th scope="row">
        {person.name}
        {isMe && <span className={parts('soft')}> ({t('admin.me')})</span>}
      </th>
      <td>{person.login}</td>
      <td>
        {person.active ? (
          <select
            className={parts('cell-select')}
            aria-label={t('admin.role-of', { name: person.name })}
            value={person.role}
            onChange={({ target }) => {
              const role = PERSON_ROLES.find((each) => each === target.value);
              if (role === undefined) return;
              void change({ role }).then(onRefused);
            }}
          >
            {PERSON_ROLES.map((role) => (
              <option key={role} value={role}>
                {t(`admin.role-${role}`)}
              </option>
            ))}
          </select>
        ) : (
          <State tone="closed">{t('admin.locked-out')}</State>
        )}
      </td>
      <td>
        {person.active && (
          <SkillsButton person={person} queues={queues} onSave={(skills) => change({ skills })} />
        )}
      </td>
      <PersonActions {...{ person, api, link, words, change }} />
    </tr>
  );
}

function PersonActions({
  person,
  api,
  link,
  words,
  change,
}: PersonProps & { readonly change: (patch: PersonPatch) => Promise<Refusal | null> }) {
  const t = useTexts();
  return (
    <td className={parts('row-actions')}>
      {person.active && (
        <>
          <ConfirmButton
            label={t('account.link-give')}
            fullLabel={t('account.link-give-title', { name: person.name })}
            title={t('account.link-give-title', { name: person.name })}
            confirmLabel={t('account.link-give')}
            onConfirm={() => link.give(person)}
            refusalWords={words}
          >
            {t('account.link-give-body')}
          </ConfirmButton>
          <ConfirmButton
            label={t('account.sign-out')}
            fullLabel={t('account.sign-out-title', { name: person.name })}
            title={t('account.sign-out-title', { name: person.name })}
            confirmLabel={t('account.everywhere')}
            onConfirm={async () => {
              const result = await api.signOutPerson(person.id);
              return result.ok ? null : result.refusal;
            }}
            refusalWords={words}
          >
            {t('account.sign-out-body')}
          </ConfirmButton>
        </>
      )}
      <ConfirmButton
        label={t(person.active ? 'admin.lock-out' : 'admin.let-in')}
        fullLabel={t(person.active ? 'admin.lock-out-title' : 'admin.let-in-title', {
          name: person.name,
        })}
        title={t(person.active ? 'admin.lock-out-title' : 'admin.let-in-title', {
          name: person.name,
        })}
        confirmLabel={t(person.active ? 'admin.lock-out' : 'admin.let-in')}
        onConfirm={() => change({ active: !person.active })}
        refusalWords={words}
      >
        {t(person.active ? 'admin.lock-out-body' : 'admin.let-in-body')}
      </ConfirmButton>
    </td>
  );
}

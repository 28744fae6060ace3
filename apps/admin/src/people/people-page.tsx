import { PERSON_ROLES, type Person, type Refusal } from '@motcua/domain';
import type { PersonWithSecret } from '@motcua/protocol/http';
import { Banner, refusalText, useTexts } from '@motcua/ui';
import { useState } from 'react';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { AddPerson } from './add-person.tsx';
import { inOrder } from './person-form.ts';
import { LinkDialog, SecretDialog } from './secret-dialog.tsx';
import { SkillsButton } from './skills-button.tsx';
import { useSignInLink } from './use-sign-in-link.ts';

export function PeoplePage({ mirror, api, me }: PageProps) {
  const t = useTexts();
  const [refused, setRefused] = useState<string | null>(null);
  const [added, setAdded] = useState<PersonWithSecret | null>(null);
  const link = useSignInLink(api, location.origin);
  const words = (refusal: Refusal) =>
    refusal.code === 'in-use' ? t('admin.last-administrator') : refusalText(t, refusal);
  const change = async (
    person: Person,
    patch: Partial<Pick<Person, 'role' | 'active' | 'skills'>>,
  ) => {
    const result = await api.changePerson(person.id, patch);
    return result.ok ? null : result.refusal;
  };
  const people = inOrder(mirror.people.values());
  return (
    <>
      <PageHead title={t('admin.page-people')} lead={t('admin.people-lead')}>
        <AddPerson api={api} people={people} onAdded={setAdded} />
      </PageHead>
      {refused !== null && <Banner tone="fault">{refused}</Banner>}
      <section className="card">
        <table>
          <thead>
            <tr>
              <th>{t('common.name')}</th>
              <th>{t('common.login')}</th>
              <th>{t('admin.field-role')}</th>
              <th>{t('admin.field-skills')}</th>
              <th>
                <span className="visually-hidden">{t('admin.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id} className={person.active ? '' : 'dimmed'}>
                <th scope="row">
                  {person.name}
                  {person.id === me.id && <span className="soft"> ({t('admin.me')})</span>}
                </th>
                <td>{person.login}</td>
                <td>
                  {person.active ? (
                    <select
                      className="cell-select"
                      aria-label={t('admin.role-of', { name: person.name })}
                      value={person.role}
                      onChange={({ target }) => {
                        const role = PERSON_ROLES.find((each) => each === target.value);
                        if (role === undefined) return;
                        void change(person, { role }).then((no) =>
                          setRefused(no === null ? null : words(no)),
                        );
                      }}
                    >
                      {PERSON_ROLES.map((role) => (
                        <option key={role} value={role}>
                          {t(`admin.role-${role}`)}
                        </option>
                      ))}
                    </select>
                  ) : (
                    <span className="state state-closed">{t('admin.locked-out')}</span>
                  )}
                </td>
                <td>
                  {person.active && (
                    <SkillsButton
                      person={person}
                      queues={mirror.settings.queues}
                      onSave={(skills) => change(person, { skills })}
                    />
                  )}
                </td>
                <td className="row-actions">
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
                    onConfirm={() => change(person, { active: !person.active })}
                    refusalWords={words}
                  >
                    {t(person.active ? 'admin.lock-out-body' : 'admin.let-in-body')}
                  </ConfirmButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <SecretDialog shown={added} onClose={() => setAdded(null)} />
      <LinkDialog shown={link.shown} onClose={link.close} />
    </>
  );
}

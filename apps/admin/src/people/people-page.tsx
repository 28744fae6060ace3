import type { Refusal } from '@motcua/domain';
import type { PersonWithSecret } from '@motcua/protocol/http';
import { Banner, classNames, refusalText, useTexts } from '@motcua/ui';
import { useState } from 'react';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { AddPerson } from './add-person.tsx';
import { inOrder } from './person-form.ts';
import { PersonRow } from './person-row.tsx';
import { LinkDialog, SecretDialog } from './secret-dialog.tsx';
import { useSignInLink } from './use-sign-in-link.ts';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export function PeoplePage({ mirror, api, me }: PageProps) {
  const t = useTexts();
  const [refused, setRefused] = useState<string | null>(null);
  const [added, setAdded] = useState<PersonWithSecret | null>(null);
  const link = useSignInLink(api, location.origin);
  const words = (refusal: Refusal) =>
    refusal.code === 'in-use' ? t('admin.last-administrator') : refusalText(t, refusal);
  const people = inOrder(mirror.people.values());
  return (
    <>
      <PageHead title={t('admin.page-people')} lead={t('admin.people-lead')}>
        <AddPerson api={api} people={people} onAdded={setAdded} />
      </PageHead>
      {refused !== null && <Banner tone="fault">{refused}</Banner>}
      <section className={parts('card')}>
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
              <PersonRow
                key={person.id}
                {...{ person, api, link, words }}
                isMe={person.id === me.id}
                queues={mirror.settings.queues}
                onRefused={(no) => setRefused(no === null ? null : words(no))}
              />
            ))}
          </tbody>
        </table>
      </section>
      <SecretDialog shown={added} onClose={() => setAdded(null)} />
      <LinkDialog shown={link.shown} onClose={link.close} />
    </>
  );
}

import {
  ONE_PERSON,
  inLanguage,
  MAX_STEPS,
  type Need,
  type Party,
  type PriorityGroupId,
  type ServiceId,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import type { ChangeOf } from '@motcua/protocol';
import { Button, classNames, useLanguage, useTexts } from '@motcua/ui';
import { type SubmitEvent, useState } from 'react';
import { NeedFields } from '../dialogs/visitor-notes-dialog.tsx';
import { ChoiceList } from '../dialogs/choice-list.tsx';
import { PartyFields } from '../dialogs/party-fields.tsx';
import { NoteField } from '../dialogs/reason-fields.tsx';
import type { FloorActions } from './use-floor.ts';
import { ServicePicker } from './service-picker.tsx';
import { Hint } from '../dialogs/fields.tsx';
import floorFormStyles from './floor-form.module.css';
import floorResultStyles from './floor-result.module.css';

const floorForm = classNames(floorFormStyles);
const floorResult = classNames(floorResultStyles);

export interface PanelProps {
  readonly mirror: Mirror;
  readonly actions: FloorActions;
}

interface Wanted {
  readonly serviceIds: readonly ServiceId[];
  readonly priorityGroupId: PriorityGroupId | null;
  readonly needs: readonly Need[];
  readonly party: Party;
  readonly reason: string;
}

const NOTHING: Wanted = {
  serviceIds: [],
  priorityGroupId: null,
  needs: [],
  party: ONE_PERSON,
  reason: '',
};
const NO_GROUP = 'none';

/** Issues a number for a visitor who cannot use the kiosk, or who comes when it issues none any more. */
export function IssuePanel({ mirror, actions }: PanelProps) {
  const t = useTexts();
  const language = useLanguage();
  const [wanted, setWanted] = useState(NOTHING);
  const want = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part });
  const { issued, exceptional } = actions;
  if (issued !== null)
    return (
      <IssuedTicket
        issued={issued}
        mirror={mirror}
        onAnother={() => {
          setWanted(NOTHING);
          actions.settle();
        }}
      />
    );

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (wanted.serviceIds.length === 0 || !actions.usable) return;
    const reason = wanted.reason.trim();
    actions.send({
      type: 'issue-ticket',
      ...wanted,
      language,
      reason: exceptional && reason !== '' ? reason : null,
      training: false,
    });
  };
  const groups = mirror.settings.priorityGroups.filter(({ active }) => active);
  return (
    <form className={floorForm('form')} onSubmit={submit}>
      <ServicePicker
        settings={mirror.settings}
        chosen={wanted.serviceIds}
        most={MAX_STEPS}
        onChoose={(serviceIds) => want({ serviceIds })}
      />
      <div className={floorForm('column')}>
        <PartyFields party={wanted.party} onChange={(party) => want({ party })} />
        <NeedFields needs={wanted.needs} onChange={(needs) => want({ needs })} />
      </div>
      <div className={floorForm('column')}>
        <ChoiceList<string>
          legend={t('counter.priority')}
          name="group"
          choices={[
            { value: NO_GROUP, label: t('counter.priority-none') },
            ...groups.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) })),
          ]}
          chosen={wanted.priorityGroupId ?? NO_GROUP}
          onChoose={(value) =>
            want({ priorityGroupId: groups.find(({ id }) => id === value)?.id ?? null })
          }
        />
        {exceptional && (
          <div className={floorForm('exception')}>
            <p>{t('counter.exception-hint')}</p>
            <NoteField note={wanted.reason} onNote={(reason) => want({ reason })} />
          </div>
        )}
        <Button
          type="submit"
          variant="primary"
          size="l"
          isDisabled={!actions.usable || wanted.serviceIds.length === 0}
        >
          {t('counter.issue')}
        </Button>
      </div>
    </form>
  );
}

interface IssuedTicketProps {
  readonly issued: ChangeOf<'ticket-issued'>;
  readonly mirror: Mirror;
  readonly onAnother: () => void;
}

/** Nothing is printed here: the number is read out and written down. */
function IssuedTicket({ issued, mirror, onAnother }: IssuedTicketProps) {
  const t = useTexts();
  const language = useLanguage();
  const { visit, peopleAhead } = issued;
  const service = mirror.settings.services.find(({ id }) => id === visit.serviceId);
  return (
    <section className={floorResult('result')} aria-label={visit.ticket.number}>
      <output>
        <p>{t('counter.issued')}</p>
        <p className={floorResult('number', 'ticket')} data-part="issued-number">
          {visit.ticket.number}
        </p>
        <p className={floorResult('service')}>
          {service !== undefined && inLanguage(service.name, language)}
        </p>
        {peopleAhead !== null && <p>{t('counter.people-ahead', { count: peopleAhead })}</p>}
      </output>
      <Hint>{t('counter.issued-hint')}</Hint>
      <Button variant="primary" size="l" autoFocus onPress={onAnother}>
        {t('counter.issue-another')}
      </Button>
    </section>
  );
}

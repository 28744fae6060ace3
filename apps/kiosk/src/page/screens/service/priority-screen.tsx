import { inLanguage } from '@motcua/domain';
import { PriorityPicture, useLanguage, useTexts } from '@motcua/ui';
import { X } from 'lucide-react';
import type { KioskView, TicketRequest } from '../../../bridge.ts';
import { Pager } from '../../touch/pager.tsx';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { PictureChoice, PictureChoices } from './picture-choice.tsx';
import { Title } from '../title.tsx';

export interface PriorityScreenProps {
  readonly groups: KioskView['priorityGroups'];
  readonly request: TicketRequest;
  readonly dispatch: Dispatch;
}

/** Self-declared: one touch chooses, another undoes it. */
export function PriorityScreen({ groups, request, dispatch }: PriorityScreenProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <>
      <Title remark={t('kiosk.priority-hint')}>{t('kiosk.priority-title')}</Title>
      <Pager>
        <PictureChoices>
          {request.priorityGroupId !== null && (
            <PictureChoice
              id="no-priority"
              name={t('kiosk.priority-none')}
              picture={<X data-picture strokeWidth={1.5} aria-hidden="true" />}
              isChosen={false}
              onPress={() => dispatch({ type: 'choose-priority', priorityGroupId: null })}
            />
          )}
          {groups.map(({ id, icon, name }) => (
            <PictureChoice
              key={id}
              id={`priority-${id}`}
              name={inLanguage(name, language)}
              picture={<PriorityPicture name={icon} />}
              isChosen={id === request.priorityGroupId}
              onPress={() => dispatch({ type: 'choose-priority', priorityGroupId: id })}
            />
          ))}
        </PictureChoices>
      </Pager>
    </>
  );
}

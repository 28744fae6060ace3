import { classNames, ServicePicture, useLanguage } from '@motcua/ui';
import type { KioskView } from '../../../bridge.ts';
import { nameAndRemark } from '../../flow/kiosk-words.ts';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { offeredGroups } from '../../flow/visible-screen.ts';
import { Card, NameAndRemark } from './card.tsx';
import styles from './card-lists.module.css';

const css = classNames(styles);

export interface GroupListProps {
  readonly view: KioskView;
  readonly dispatch: Dispatch;
}

export function GroupList({ view, dispatch }: GroupListProps) {
  const language = useLanguage();
  return (
    <ul className={css('groups')}>
      {offeredGroups(view).map((group) => {
        const { name, remark } = nameAndRemark(group.name, language);
        return (
          <li key={group.id}>
            <Card
              look="group"
              id={`group-${group.id}`}
              onPress={() => dispatch({ type: 'choose-group', groupId: group.id })}
            >
              <ServicePicture name={group.icon} />
              <NameAndRemark name={name} remark={remark} />
            </Card>
          </li>
        );
      })}
    </ul>
  );
}

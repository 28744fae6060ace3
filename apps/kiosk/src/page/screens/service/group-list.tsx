import { ServicePicture, useLanguage } from '@motcua/ui';
import type { KioskView } from '../../../bridge.ts';
import { nameAndRemark } from '../../flow/kiosk-words.ts';
import { Press } from '../../touch/press.tsx';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { offeredGroups } from '../../flow/visible-screen.ts';
import { Words } from '../../text/words.tsx';

export interface GroupListProps {
  readonly view: KioskView;
  readonly dispatch: Dispatch;
}

export function GroupList({ view, dispatch }: GroupListProps) {
  const language = useLanguage();
  return (
    <ul className="groups">
      {offeredGroups(view).map((group) => {
        const { name, remark } = nameAndRemark(group.name, language);
        return (
          <li key={group.id}>
            <Press
              className="card"
              id={`group-${group.id}`}
              onPress={() => dispatch({ type: 'choose-group', groupId: group.id })}
            >
              <ServicePicture name={group.icon} />
              <span className="card-words">
                <span className="card-name">
                  <Words>{name}</Words>
                </span>
                {remark !== null && <span className="card-remark">{remark}</span>}
              </span>
            </Press>
          </li>
        );
      })}
    </ul>
  );
}

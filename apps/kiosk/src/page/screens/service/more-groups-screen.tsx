import { classNames, useTexts } from '@motcua/ui';
import type { KioskView } from '../../../bridge.ts';
import { Pager } from '../../touch/pager.tsx';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { GroupList } from './group-list.tsx';
import { Title } from '../title.tsx';
import styles from './card-lists.module.css';

const css = classNames(styles);

export interface MoreGroupsScreenProps {
  readonly view: KioskView;
  readonly dispatch: Dispatch;
}

export function MoreGroupsScreen({ view, dispatch }: MoreGroupsScreenProps) {
  const t = useTexts();
  return (
    <>
      <Title remark={t('kiosk.more-services-hint')}>{t('kiosk.more-services-title')}</Title>
      <Pager>
        <div className={css('lists')}>
          <section>
            <GroupList view={view} dispatch={dispatch} />
          </section>
        </div>
      </Pager>
    </>
  );
}

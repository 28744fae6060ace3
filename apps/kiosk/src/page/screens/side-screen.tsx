import { classNames, useTexts } from '@motcua/ui';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Pager } from '../touch/pager.tsx';
import { Action } from '../touch/action.tsx';
import type { Dispatch } from '../flow/use-kiosk-flow.ts';
import { Title } from './title.tsx';
import styles from './side-screen.module.css';

const css = classNames(styles);

export interface SideScreenProps {
  readonly title: string;
  readonly remark: string;
  readonly dispatch: Dispatch;
  readonly children: ReactNode;
}

/** The frame of an optional screen beside the usual path. */
export function SideScreen({ title, remark, dispatch, children }: SideScreenProps) {
  const t = useTexts();
  return (
    <>
      <div className={css('head')}>
        <Title remark={remark}>{title}</Title>
        <Action look="primary" id="done" onPress={() => dispatch({ type: 'back' })}>
          <Check aria-hidden="true" />
          {t('kiosk.finish')}
        </Action>
      </div>
      <Pager>{children}</Pager>
    </>
  );
}

import { useTexts } from '@motcua/ui';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Pager } from '../touch/pager.tsx';
import { Press } from '../touch/press.tsx';
import type { Dispatch } from '../flow/use-kiosk-flow.ts';
import { Title } from './title.tsx';

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
      <div className="title-row">
        <Title remark={remark}>{title}</Title>
        <Press
          className="action action-primary"
          id="done"
          onPress={() => dispatch({ type: 'back' })}
        >
          <Check aria-hidden="true" />
          {t('kiosk.finish')}
        </Press>
      </div>
      <Pager>{children}</Pager>
    </>
  );
}

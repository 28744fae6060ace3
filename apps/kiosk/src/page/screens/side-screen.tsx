import type { ReactNode } from 'react';
import { Pager } from '../pager.tsx';
import type { Dispatch } from '../use-kiosk-flow.ts';
import { FinishButton } from './finish-button.tsx';
import { Title } from './title.tsx';

export interface SideScreenProps {
  readonly title: string;
  readonly remark: string;
  readonly dispatch: Dispatch;
  readonly children: ReactNode;
}

/** Something that few visitors need to say, off the way to a number and back to it. */
export function SideScreen({ title, remark, dispatch, children }: SideScreenProps) {
  return (
    <>
      <Title remark={remark}>{title}</Title>
      <Pager>{children}</Pager>
      <FinishButton id="done" onPress={() => dispatch({ type: 'back' })} />
    </>
  );
}

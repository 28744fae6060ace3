import { MOST_STEPS } from '@motcua/domain';
import { PriorityPicture, useTexts } from '@motcua/ui';
import { Check, FilesIcon, HandHelping, ListPlus, MessageCircleQuestionMark } from 'lucide-react';
import type { ReactNode } from 'react';
import type { KioskView, TicketRequest } from '../../bridge.ts';
import { hasParty } from '../flow/visible-screen.ts';
import { Press } from '../touch/press.tsx';
import type { SideWay } from '../flow/screen.ts';
import type { Dispatch } from '../flow/use-kiosk-flow.ts';
import { Words } from '../text/words.tsx';

export interface SideWaysProps {
  readonly view: Pick<KioskView, 'priorityGroups'>;
  readonly wish: TicketRequest;
  /** Whether a further service may be chosen. */
  readonly further?: boolean;
  readonly dispatch: Dispatch;
}

/**
 * A compact form where the services need the space: priority, and one button for everything else.
 */
export function FewSideWays({ view, wish, dispatch }: SideWaysProps) {
  const t = useTexts();
  return (
    <ul className="side-ways side-ways-few" aria-label={t('kiosk.side-ways')}>
      {view.priorityGroups.length > 0 && <PriorityWay wish={wish} dispatch={dispatch} />}
      <Way
        to="wishes"
        chosen={wish.needs.length > 0 || hasParty(wish.party)}
        picture={<MessageCircleQuestionMark aria-hidden="true" />}
        words={t('kiosk.wishes')}
        dispatch={dispatch}
      />
    </ul>
  );
}

/** Buttons to the optional screens; a mark shows that something was chosen, but never what. */
export function SideWays({ view, wish, further = true, dispatch }: SideWaysProps) {
  const t = useTexts();
  return (
    <ul className="side-ways" aria-label={t('kiosk.side-ways')}>
      {view.priorityGroups.length > 0 && <PriorityWay wish={wish} dispatch={dispatch} />}
      <OtherSideWays wish={wish} further={further} dispatch={dispatch} />
    </ul>
  );
}

/** All except priority. */
export function OtherSideWays({ wish, further = true, dispatch }: Omit<SideWaysProps, 'view'>) {
  const t = useTexts();
  return (
    <>
      <Way
        to="needs"
        chosen={wish.needs.length > 0}
        picture={<HandHelping aria-hidden="true" />}
        words={t('kiosk.needs')}
        dispatch={dispatch}
      />
      <Way
        to="party"
        chosen={hasParty(wish.party)}
        picture={<FilesIcon aria-hidden="true" />}
        words={t('kiosk.party')}
        dispatch={dispatch}
      />
      {further && wish.serviceIds.length < MOST_STEPS && (
        <Way
          to="more-groups"
          chosen={wish.serviceIds.length > 1}
          picture={<ListPlus aria-hidden="true" />}
          words={t('kiosk.more-services')}
          dispatch={dispatch}
        />
      )}
    </>
  );
}

function PriorityWay({ wish, dispatch }: Pick<SideWaysProps, 'wish' | 'dispatch'>) {
  const t = useTexts();
  return (
    <Way
      to="priority"
      chosen={wish.priorityGroupId !== null}
      picture={<PriorityPicture name="elderly" />}
      words={t('kiosk.priority')}
      dispatch={dispatch}
    />
  );
}

interface WayProps {
  readonly to: SideWay;
  readonly chosen: boolean;
  readonly picture: ReactNode;
  readonly words: string;
  readonly dispatch: Dispatch;
}

function Way({ to, chosen, picture, words, dispatch }: WayProps) {
  return (
    <li>
      <Press
        className="side-way"
        id={`go-${to}`}
        pressed={chosen}
        onPress={() => dispatch({ type: 'go-aside', to })}
      >
        {picture}
        <span>
          <Words>{words}</Words>
        </span>
        {chosen && <Check className="chosen" aria-hidden="true" />}
      </Press>
    </li>
  );
}

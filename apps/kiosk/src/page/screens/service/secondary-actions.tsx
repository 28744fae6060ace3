import { MAX_STEPS } from '@motcua/domain';
import { classNames, PriorityPicture, useTexts } from '@motcua/ui';
import { Check, FilesIcon, HandHelping, ListPlus, MessageCircleQuestionMark } from 'lucide-react';
import type { ReactNode } from 'react';
import type { KioskView, TicketRequest } from '../../../bridge.ts';
import { hasParty } from '../../flow/visible-screen.ts';
import { Press } from '../../touch/press.tsx';
import type { SideScreenName } from '../../flow/screen.ts';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { Words } from '../../text/words.tsx';
import styles from './secondary-actions.module.css';

const css = classNames(styles);

export interface SecondaryActionsProps {
  readonly view: Pick<KioskView, 'priorityGroups'>;
  readonly request: TicketRequest;
  /** Whether a further service may be chosen. */
  readonly further?: boolean;
  readonly dispatch: Dispatch;
}

/** A compact form where the services need the space: priority, and one button for everything else. */
export function FewSecondaryActions({ view, request, dispatch }: SecondaryActionsProps) {
  const t = useTexts();
  return (
    <ul className={css('ways', 'few')} aria-label={t('kiosk.optional')}>
      {view.priorityGroups.length > 0 && <PriorityWay request={request} dispatch={dispatch} />}
      <Way
        to="options"
        chosen={request.needs.length > 0 || hasParty(request.party)}
        picture={<MessageCircleQuestionMark aria-hidden="true" />}
        words={t('kiosk.options')}
        dispatch={dispatch}
      />
    </ul>
  );
}

/** Buttons to the optional screens; a mark shows that something was chosen, but never what. */
export function SecondaryActions({
  view,
  request,
  further = true,
  dispatch,
}: SecondaryActionsProps) {
  const t = useTexts();
  return (
    <ul className={css('ways')} aria-label={t('kiosk.optional')}>
      {view.priorityGroups.length > 0 && <PriorityWay request={request} dispatch={dispatch} />}
      <OtherSecondaryActions request={request} further={further} dispatch={dispatch} />
    </ul>
  );
}

/** All except priority, as large as there is space. */
export function LargeSecondaryActions(props: Omit<SecondaryActionsProps, 'view'>) {
  return (
    <ul className={css('large')}>
      <OtherSecondaryActions {...props} />
    </ul>
  );
}

/** All except priority. */
function OtherSecondaryActions({
  request,
  further = true,
  dispatch,
}: Omit<SecondaryActionsProps, 'view'>) {
  const t = useTexts();
  return (
    <>
      <Way
        to="needs"
        chosen={request.needs.length > 0}
        picture={<HandHelping aria-hidden="true" />}
        words={t('kiosk.needs')}
        dispatch={dispatch}
      />
      <Way
        to="party"
        chosen={hasParty(request.party)}
        picture={<FilesIcon aria-hidden="true" />}
        words={t('kiosk.party')}
        dispatch={dispatch}
      />
      {further && request.serviceIds.length < MAX_STEPS && (
        <Way
          to="more-groups"
          chosen={request.serviceIds.length > 1}
          picture={<ListPlus aria-hidden="true" />}
          words={t('kiosk.more-services')}
          dispatch={dispatch}
        />
      )}
    </>
  );
}

function PriorityWay({ request, dispatch }: Pick<SecondaryActionsProps, 'request' | 'dispatch'>) {
  const t = useTexts();
  return (
    <Way
      to="priority"
      chosen={request.priorityGroupId !== null}
      picture={<PriorityPicture name="elderly" />}
      words={t('kiosk.priority')}
      dispatch={dispatch}
    />
  );
}

interface WayProps {
  readonly to: SideScreenName;
  readonly chosen: boolean;
  readonly picture: ReactNode;
  readonly words: string;
  readonly dispatch: Dispatch;
}

function Way({ to, chosen, picture, words, dispatch }: WayProps) {
  return (
    <li>
      <Press
        className={css('way')}
        id={`go-${to}`}
        pressed={chosen}
        onPress={() => dispatch({ type: 'go-aside', to })}
      >
        {picture}
        <span>
          <Words>{words}</Words>
        </span>
        {chosen && <Check className={css('chosen')} aria-hidden="true" />}
      </Press>
    </li>
  );
}

import { MOST_STEPS } from '@motcua/domain';
import { PriorityPicture, useTexts } from '@motcua/ui';
import { Check, FilesIcon, HandHelping, ListPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { KioskView, TicketWish } from '../../bridge.ts';
import { hasParty } from '../what-to-show.ts';
import { Press } from '../press.tsx';
import type { SideWay } from '../screen.ts';
import type { Dispatch } from '../use-kiosk-flow.ts';
import { Words } from '../words.tsx';

export interface SideWaysProps {
  readonly view: Pick<KioskView, 'priorityGroups'>;
  readonly wish: TicketWish;
  /** Whether one more service may be chosen. */
  readonly further?: boolean;
  readonly dispatch: Dispatch;
}

/** What few visitors need: it asks nothing, and shows by a mark what was chosen, but never why. */
export function SideWays({ view, wish, further = true, dispatch }: SideWaysProps) {
  const t = useTexts();
  const way = (to: SideWay, chosen: boolean, picture: ReactNode, words: string) => (
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
  return (
    <ul className="side-ways" aria-label={t('kiosk.side-ways')}>
      {view.priorityGroups.length > 0 &&
        way(
          'priority',
          wish.priorityGroupId !== null,
          <PriorityPicture name="elderly" />,
          t('kiosk.priority'),
        )}
      {way('needs', wish.needs.length > 0, <HandHelping aria-hidden="true" />, t('kiosk.needs'))}
      {way('party', hasParty(wish.party), <FilesIcon aria-hidden="true" />, t('kiosk.party'))}
      {further &&
        wish.serviceIds.length < MOST_STEPS &&
        way(
          'more-groups',
          wish.serviceIds.length > 1,
          <ListPlus aria-hidden="true" />,
          t('kiosk.more-services'),
        )}
    </ul>
  );
}

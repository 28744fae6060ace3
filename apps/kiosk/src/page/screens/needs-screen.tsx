import { NEEDS, type Need } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { Accessibility, Check, EarOff, EyeOff, Languages, type LucideIcon } from 'lucide-react';
import type { TicketWish } from '../../bridge.ts';
import { Pager } from '../pager.tsx';
import { Press } from '../press.tsx';
import type { Dispatch } from '../use-kiosk-flow.ts';
import { Words } from '../words.tsx';
import { Title } from './title.tsx';

const PICTURES = {
  deaf: EarOff,
  blind: EyeOff,
  wheelchair: Accessibility,
  interpreter: Languages,
} as const satisfies Record<Need, LucideIcon>;

export interface NeedsScreenProps {
  readonly wish: TicketWish;
  readonly dispatch: Dispatch;
}

/** What the clerk should know before the call; nothing of it is printed. */
export function NeedsScreen({ wish, dispatch }: NeedsScreenProps) {
  const t = useTexts();
  return (
    <>
      <Title remark={t('kiosk.needs-hint')}>{t('kiosk.needs-title')}</Title>
      <Pager>
        <ul className="pictures">
          {NEEDS.map((need) => {
            const Picture = PICTURES[need];
            const chosen = wish.needs.includes(need);
            return (
              <li key={need}>
                <Press
                  className="card card-picture"
                  id={`need-${need}`}
                  pressed={chosen}
                  onPress={() => dispatch({ type: 'turn-need', need })}
                >
                  <Picture className="picture" strokeWidth={1.5} aria-hidden="true" />
                  <span className="card-name">
                    <Words>{t(`kiosk.need-${need}`)}</Words>
                  </span>
                  {chosen && <Check className="chosen" aria-hidden="true" />}
                </Press>
              </li>
            );
          })}
        </ul>
      </Pager>
      <Press
        className="action action-primary action-main"
        id="done"
        onPress={() => dispatch({ type: 'back' })}
      >
        <Check aria-hidden="true" />
        {t('kiosk.finish')}
      </Press>
    </>
  );
}

import { NEEDS, type Need } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { Accessibility, EarOff, EyeOff, Languages, type LucideIcon } from 'lucide-react';
import type { TicketRequest } from '../../../bridge.ts';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { PictureChoice, PictureChoices } from './picture-choice.tsx';
import { SideScreen } from '../side-screen.tsx';

const PICTURES = {
  deaf: EarOff,
  blind: EyeOff,
  wheelchair: Accessibility,
  interpreter: Languages,
} as const satisfies Record<Need, LucideIcon>;

export interface NeedsScreenProps {
  readonly request: TicketRequest;
  readonly dispatch: Dispatch;
}

/** What the clerk should know before the call; it is not printed. */
export function NeedsScreen({ request, dispatch }: NeedsScreenProps) {
  const t = useTexts();
  return (
    <SideScreen title={t('kiosk.needs-title')} remark={t('kiosk.needs-hint')} dispatch={dispatch}>
      <PictureChoices>
        {NEEDS.map((need) => {
          const Picture = PICTURES[need];
          return (
            <PictureChoice
              key={need}
              id={`need-${need}`}
              name={t(`kiosk.need-${need}`)}
              picture={<Picture data-picture strokeWidth={1.5} aria-hidden="true" />}
              isChosen={request.needs.includes(need)}
              onPress={() => dispatch({ type: 'turn-need', need })}
            />
          );
        })}
      </PictureChoices>
    </SideScreen>
  );
}

import { LARGEST_PARTY, type Party } from '@motcua/domain';
import { classNames, useTexts } from '@motcua/ui';
import { Minus, Plus, Square, SquareCheckBig } from 'lucide-react';
import type { TicketRequest } from '../../../bridge.ts';
import { Action } from '../../touch/action.tsx';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { SideScreen } from '../side-screen.tsx';
import { Card, CardName } from './card.tsx';
import styles from './party-screen.module.css';

const css = classNames(styles);

export interface PartyScreenProps {
  readonly request: TicketRequest;
  readonly dispatch: Dispatch;
}

/** One number for a family, for several files, or on behalf of an absent person. */
export function PartyScreen({ request: { party }, dispatch }: PartyScreenProps) {
  const t = useTexts();
  const set = (part: Partial<Party>) =>
    dispatch({ type: 'set-party', party: { ...party, ...part } });
  return (
    <SideScreen title={t('kiosk.party-title')} remark={t('kiosk.party-hint')} dispatch={dispatch}>
      <div className={css('party')}>
        <Count
          name="people"
          label={t('kiosk.party-people')}
          count={party.people}
          onCount={(people) => set({ people })}
        />
        <Count
          name="files"
          label={t('kiosk.party-files')}
          count={party.files}
          onCount={(files) => set({ files })}
        />
        <Card
          look="proxy"
          className={css('proxy')}
          id="proxy"
          pressed={party.proxy}
          onPress={() => set({ proxy: !party.proxy })}
        >
          {party.proxy ? <SquareCheckBig aria-hidden="true" /> : <Square aria-hidden="true" />}
          <CardName>{t('kiosk.party-proxy')}</CardName>
        </Card>
      </div>
    </SideScreen>
  );
}

interface CountProps {
  readonly name: string;
  readonly label: string;
  readonly count: number;
  readonly onCount: (count: number) => void;
}

function Count({ name, label, count, onCount }: CountProps) {
  const t = useTexts();
  return (
    <fieldset className={css('count')} aria-label={label}>
      <span className={css('label')}>{label}</span>
      <Action
        id={`${name}-fewer`}
        label={t('kiosk.fewer', { what: label })}
        disabled={count <= 1}
        repeats
        onPress={() => onCount(count - 1)}
      >
        <Minus aria-hidden="true" />
      </Action>
      <output className={css('number')} data-id={name}>
        {count}
      </output>
      <Action
        id={`${name}-more`}
        label={t('kiosk.more', { what: label })}
        disabled={count >= LARGEST_PARTY}
        repeats
        onPress={() => onCount(count + 1)}
      >
        <Plus aria-hidden="true" />
      </Action>
    </fieldset>
  );
}

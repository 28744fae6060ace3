import { LARGEST_PARTY, type Party } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { Minus, Plus, Square, SquareCheckBig } from 'lucide-react';
import type { TicketRequest } from '../../../bridge.ts';
import { Press } from '../../touch/press.tsx';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { Words } from '../../text/words.tsx';
import { SideScreen } from '../side-screen.tsx';

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
      <div className="party">
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
        <Press
          className="card card-proxy"
          id="proxy"
          pressed={party.proxy}
          onPress={() => set({ proxy: !party.proxy })}
        >
          {party.proxy ? <SquareCheckBig aria-hidden="true" /> : <Square aria-hidden="true" />}
          <span className="card-name">
            <Words>{t('kiosk.party-proxy')}</Words>
          </span>
        </Press>
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
    <fieldset className="count" aria-label={label}>
      <span className="count-label">{label}</span>
      <Press
        className="action"
        id={`${name}-fewer`}
        label={t('kiosk.fewer', { what: label })}
        disabled={count <= 1}
        repeats
        onPress={() => onCount(count - 1)}
      >
        <Minus aria-hidden="true" />
      </Press>
      <output className="count-number" data-id={name}>
        {count}
      </output>
      <Press
        className="action"
        id={`${name}-more`}
        label={t('kiosk.more', { what: label })}
        disabled={count >= LARGEST_PARTY}
        repeats
        onPress={() => onCount(count + 1)}
      >
        <Plus aria-hidden="true" />
      </Press>
    </fieldset>
  );
}

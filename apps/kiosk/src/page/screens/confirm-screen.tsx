import { inLanguage } from '@motcua/domain';
import { useLanguage, useTexts } from '@motcua/ui';
import { FileText, MapPin, Ticket, Users } from 'lucide-react';
import type { KioskService } from '../../bridge.ts';
import { countersText, waitingText } from '../kiosk-words.ts';
import { Pager } from '../pager.tsx';
import { Press } from '../press.tsx';
import { newRequestId, type Dispatch } from '../use-kiosk-flow.ts';
import { Title } from './title.tsx';

export interface ConfirmScreenProps {
  readonly service: KioskService;
  readonly dispatch: Dispatch;
}

export function ConfirmScreen({ service, dispatch }: ConfirmScreenProps) {
  const t = useTexts();
  const language = useLanguage();
  const name = inLanguage(service.name, language);
  const waiting = waitingText(t, service.waiting);
  const counters = countersText(t, service.counters);
  return (
    <>
      <Title remark={t('kiosk.confirm-title')}>{name}</Title>
      <Pager>
        <div className="confirm">
          <ul className="facts">
            {waiting !== null && (
              <li>
                <Users aria-hidden="true" />
                {waiting}
              </li>
            )}
            {counters !== null && (
              <li>
                <MapPin aria-hidden="true" />
                {counters}
              </li>
            )}
          </ul>
          {service.papers.length > 0 && (
            <section className="papers" aria-labelledby="papers">
              <h2 id="papers">
                <FileText aria-hidden="true" />
                {t('kiosk.papers')}
              </h2>
              <ul>
                {service.papers.map((paper) => (
                  <li key={paper.vi}>{inLanguage(paper, language)}</li>
                ))}
              </ul>
              <p>{t('kiosk.papers-ask')}</p>
            </section>
          )}
        </div>
      </Pager>
      <Press
        className="action action-primary action-main"
        id="take-number"
        label={t('kiosk.take-number-for', { service: name })}
        disabled={!service.available}
        onPress={() =>
          dispatch({ type: 'take-number', serviceId: service.id, requestId: newRequestId() })
        }
      >
        <Ticket aria-hidden="true" />
        {service.available ? t('kiosk.take-number') : t('kiosk.not-available')}
      </Press>
    </>
  );
}

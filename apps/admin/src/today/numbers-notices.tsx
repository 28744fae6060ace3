import type { Mirror } from '@motcua/client';
import { formatTicketNumber, offlineSeries } from '@motcua/domain';
import { classNames, formatTime, refusalText, useTexts } from '@motcua/ui';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface NumbersNoticesProps {
  readonly mirror: Pick<Mirror, 'historyLost' | 'refusedTickets' | 'devices' | 'settings'>;
}

/** Why numbers look different today, and which slips of visitors the hub does not accept. */
export function NumbersNotices({ mirror }: NumbersNoticesProps) {
  const t = useTexts();
  const { historyLost, refusedTickets, settings } = mirror;
  const { zone } = settings.site;
  const letters = historyLost?.letters ?? null;
  const prefix = settings.queues[0]?.series.prefix ?? '';
  return (
    <>
      {historyLost !== null && letters !== null && (
        <Card alarm>
          <h2>
            {t('admin.history-lost-title', { time: formatTime(historyLost.at, zone), letters })}
          </h2>
          <p>
            {t('admin.history-lost-body', {
              example: formatTicketNumber(offlineSeries(prefix, letters), 1),
            })}
          </p>
        </Card>
      )}
      {refusedTickets.length > 0 && (
        <Card alarm>
          <h2>{t('admin.tickets-refused', { count: refusedTickets.length })}</h2>
          <p>{t('admin.tickets-refused-hint')}</p>
          <ul className={parts('plain-list', 'said-of')}>
            {refusedTickets.slice(-NAMED).map(({ number, at, kioskId, code }) => (
              <li key={`${kioskId} ${number} ${at}`}>
                <strong className="tabular">{number}</strong>
                <span>
                  {formatTime(at, zone)} · {mirror.devices.get(kioskId)?.name ?? '–'} ·{' '}
                  {refusalText(t, { code, detail: {} })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** The journal has all of them. */
const NAMED = 10;

import type { Mirror } from '@motcua/client';
import { formatTicketNumber, offlineSeries } from '@motcua/domain';
import { formatTime, refusalText, useTexts } from '@motcua/ui';

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
        <section className="card card-warning stack">
          <h2>
            {t('admin.history-lost-title', { time: formatTime(historyLost.at, zone), letters })}
          </h2>
          <p>
            {t('admin.history-lost-body', {
              example: formatTicketNumber(offlineSeries(prefix, letters), 1),
            })}
          </p>
        </section>
      )}
      {refusedTickets.length > 0 && (
        <section className="card card-warning stack">
          <h2>{t('admin.tickets-refused', { count: refusedTickets.length })}</h2>
          <p>{t('admin.tickets-refused-hint')}</p>
          <ul className="plain-list said-of">
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
        </section>
      )}
    </>
  );
}

/** The journal has all of them. */
const NAMED = 10;

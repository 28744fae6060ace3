import type { Refusal } from '@motcua/domain';
import type { Delivery, Webhook } from '@motcua/protocol/http';
import {
  Banner,
  Button,
  classNames,
  formatDate,
  formatTime,
  refusalText,
  useLanguage,
  useTexts,
} from '@motcua/ui';
import { useState } from 'react';
import { Card } from '../frame/card.tsx';
import { State } from '../frame/state.tsx';
import type { HubApi } from '../hub-api/hub-api.ts';
import { answerText, eventName } from './webhook-words.ts';
import partsStyles from '../frame/parts.module.css';
import styles from './programs.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

const TONES = { waiting: 'paused', delivered: 'open', failed: 'fault' } as const;

export interface DeliveryListProps {
  readonly deliveries: readonly Delivery[];
  readonly webhooks: readonly Webhook[];
  readonly zone: string;
  readonly api: Pick<HubApi, 'sendAgain'>;
  readonly reload: () => Promise<void>;
}

/** What was sent and is to be sent, newest first. */
export function DeliveryList({ deliveries, webhooks, zone, api, reload }: DeliveryListProps) {
  const t = useTexts();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const sendAgain = async ({ webhookId, id }: Delivery) => {
    const result = await api.sendAgain(webhookId, id);
    setRefusal(result.ok ? null : result.refusal);
    await reload();
  };
  return (
    <Card>
      <h2>{t('admin.deliveries')}</h2>
      {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
      {deliveries.length === 0 ? (
        <p className={parts('nothing')}>{t('admin.deliveries-none')}</p>
      ) : (
        <div className={css('scroll')}>
          <table>
            <thead>
              <tr>
                <th>{t('admin.delivery-time')}</th>
                <th>{t('admin.delivery-event')}</th>
                <th>{t('admin.webhook-address')}</th>
                <th>{t('admin.delivery-state')}</th>
                <th>{t('admin.delivery-attempts')}</th>
                <th>{t('admin.delivery-answer')}</th>
                <th>
                  <span className="visually-hidden">{t('admin.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {deliveries.map((delivery) => (
                <DeliveryRow
                  key={`${delivery.webhookId} ${delivery.id}`}
                  delivery={delivery}
                  host={hostOf(webhooks, delivery)}
                  zone={zone}
                  onAgain={() => sendAgain(delivery)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

interface DeliveryRowProps extends Pick<DeliveryListProps, 'zone'> {
  readonly delivery: Delivery;
  readonly host: string;
  readonly onAgain: () => Promise<void>;
}

function DeliveryRow({ delivery, host, zone, onAgain }: DeliveryRowProps) {
  const t = useTexts();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const { type, state, attempts, madeAt, nextAt, answer } = delivery;
  const time = `${formatDate(madeAt, zone, language)} ${formatTime(madeAt, zone)}`;
  const event = eventName(t, type);
  return (
    <tr>
      <td className="tabular">{time}</td>
      <th scope="row">{event}</th>
      <td>{host}</td>
      <td>
        <State tone={TONES[state]}>{t(`admin.delivery-${state}`)}</State>
        {state === 'waiting' && attempts > 0 && (
          <div className={parts('note')}>
            {t('admin.delivery-next', { time: formatTime(nextAt, zone) })}
          </div>
        )}
      </td>
      <td className="tabular">{attempts}</td>
      <td>{answerText(t, answer)}</td>
      <td className={parts('row-actions')}>
        <Button
          variant="quiet"
          isPending={busy}
          aria-label={t('admin.delivery-again-of', { event, time })}
          onPress={() => {
            setBusy(true);
            void onAgain().finally(() => setBusy(false));
          }}
        >
          {t('admin.delivery-again')}
        </Button>
      </td>
    </tr>
  );
}

function hostOf(webhooks: readonly Webhook[], { webhookId }: Delivery): string {
  const url = webhooks.find(({ id }) => id === webhookId)?.url;
  return url === undefined ? '' : new URL(url).host;
}

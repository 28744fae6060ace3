import type { Webhook } from '@motcua/protocol/http';
import { Banner, classNames, refusalText, useTexts } from '@motcua/ui';
import { useState } from 'react';
import { usePolled } from '../backup-settings/use-polled.ts';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { Card } from '../frame/card.tsx';
import { State } from '../frame/state.tsx';
import type { HubApi } from '../hub-api/hub-api.ts';
import { OnceDialog, OnceShown } from '../people/secret-dialog.tsx';
import { AddWebhook } from './add-webhook.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { eventName } from './webhook-words.ts';
import partsStyles from '../frame/parts.module.css';
import styles from './programs.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

const POLL_INTERVAL_MS = 10_000;

export interface WebhookPartProps {
  readonly api: Pick<HubApi, 'webhooks' | 'addWebhook' | 'removeWebhook' | 'sendAgain'>;
  readonly zone: string;
}

/** Receivers of events, and what became of the newest events. */
export function WebhookPart({ api, zone }: WebhookPartProps) {
  const t = useTexts();
  const { answer, refusal, accept } = usePolled(api.webhooks, POLL_INTERVAL_MS);
  const [secret, setSecret] = useState<string | null>(null);
  const reload = async () => accept(await api.webhooks());
  const { webhooks = [], deliveries = [] } = answer ?? {};
  return (
    <>
      {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
      <Card>
        <div className={parts('head')}>
          <h2>{t('admin.part-webhooks')}</h2>
          <AddWebhook
            api={api}
            onAdded={(made) => {
              setSecret(made);
              void reload();
            }}
          />
        </div>
        {answer !== null && webhooks.length === 0 && (
          <p className={parts('nothing')}>{t('admin.webhook-none')}</p>
        )}
        {webhooks.length > 0 && (
          <div className={css('scroll')}>
            <table>
              <thead>
                <tr>
                  <th>{t('admin.webhook-address')}</th>
                  <th>{t('admin.webhook-events')}</th>
                  <th>
                    <span className="visually-hidden">{t('admin.actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {webhooks.map((webhook) => (
                  <WebhookRow key={webhook.id} {...{ webhook, api, reload }} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
      {webhooks.length > 0 && <DeliveryList {...{ deliveries, webhooks, zone, api, reload }} />}
      <OnceDialog
        title={secret === null ? null : t('admin.webhook-secret-title')}
        onClose={() => setSecret(null)}
      >
        {secret !== null && (
          <>
            <OnceShown label={t('admin.webhook-secret')} value={secret} />
            <p>{t('admin.webhook-secret-hint')}</p>
          </>
        )}
      </OnceDialog>
    </>
  );
}

interface WebhookRowProps extends Pick<WebhookPartProps, 'api'> {
  readonly webhook: Webhook;
  readonly reload: () => Promise<void>;
}

function WebhookRow({ webhook: { id, url, events, allowLocal }, api, reload }: WebhookRowProps) {
  const t = useTexts();
  return (
    <tr>
      <th scope="row" className={css('address')}>
        {url} {allowLocal && <State tone="paused">{t('admin.webhook-local')}</State>}
      </th>
      <td>{events.map((type) => eventName(t, type)).join(', ')}</td>
      <td className={parts('row-actions')}>
        <ConfirmButton
          label={t('common.remove')}
          fullLabel={`${t('common.remove')}: ${url}`}
          title={t('admin.webhook-remove-title')}
          confirmLabel={t('common.remove')}
          onConfirm={async () => {
            const result = await api.removeWebhook(id);
            await reload();
            return result.ok ? null : result.refusal;
          }}
        >
          {t('admin.webhook-remove-body', { address: url })}
        </ConfirmButton>
      </td>
    </tr>
  );
}

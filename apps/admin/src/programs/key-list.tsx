import type { ApiKey, ApiKeyWithToken } from '@motcua/protocol/http';
import {
  Banner,
  classNames,
  formatDate,
  formatTime,
  refusalText,
  useLanguage,
  useTexts,
} from '@motcua/ui';
import { useState } from 'react';
import { usePolled } from '../backup-settings/use-polled.ts';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { Card } from '../frame/card.tsx';
import { State } from '../frame/state.tsx';
import type { HubApi } from '../hub-api/hub-api.ts';
import { OnceDialog, OnceShown } from '../people/secret-dialog.tsx';
import { AddKey } from './add-key.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './programs.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

const POLL_INTERVAL_MS = 10_000;

export interface KeyListProps {
  readonly api: Pick<HubApi, 'keys' | 'createKey' | 'revokeKey'>;
  readonly zone: string;
}

/** Keys, how they are used, and the ways to make and revoke one. */
export function KeyList({ api, zone }: KeyListProps) {
  const t = useTexts();
  const { answer: keys, refusal, accept } = usePolled(api.keys, POLL_INTERVAL_MS);
  const [made, setMade] = useState<ApiKeyWithToken | null>(null);
  const reload = async () => accept(await api.keys());
  return (
    <>
      {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
      <Card>
        <div className={parts('head')}>
          <h2>{t('admin.part-keys')}</h2>
          <AddKey
            api={api}
            onMade={(key) => {
              setMade(key);
              void reload();
            }}
          />
        </div>
        {keys?.length === 0 && <p className={parts('nothing')}>{t('admin.key-none')}</p>}
        {keys !== null && keys.length > 0 && (
          <div className={css('scroll')}>
            <table>
              <thead>
                <tr>
                  <th>{t('admin.key-name')}</th>
                  <th>{t('admin.key-scopes')}</th>
                  <th>{t('admin.key-made')}</th>
                  <th>{t('admin.key-last-used')}</th>
                  <th>{t('admin.key-today')}</th>
                  <th>
                    <span className="visually-hidden">{t('admin.actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {keys.map((key) => (
                  <KeyRow key={key.key.id} {...{ shown: key, zone, api, reload }} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <p>
          <a href="/api/docs" target="_blank" rel="noreferrer">
            {t('admin.key-docs')}
          </a>
        </p>
      </Card>
      <OnceDialog
        title={made === null ? null : t('admin.key-once-title', { name: made.key.name })}
        onClose={() => setMade(null)}
      >
        {made !== null && (
          <>
            <OnceShown label={t('admin.key-label')} value={made.token} />
            <p>{t('admin.key-once-hint')}</p>
          </>
        )}
      </OnceDialog>
    </>
  );
}

interface KeyRowProps extends KeyListProps {
  readonly shown: ApiKey;
  readonly reload: () => Promise<void>;
}

function KeyRow({ shown: { key, lastUsedAt, today }, zone, api, reload }: KeyRowProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <tr className={parts(key.revoked ? 'dimmed' : '')}>
      <th scope="row">{key.name}</th>
      <td>{(key.scopes ?? []).map((scope) => t(`admin.key-scope-${scope}`)).join(', ')}</td>
      <td className="tabular">{formatDate(key.pairedAt, zone, language)}</td>
      <td className="tabular">
        {lastUsedAt === null
          ? t('admin.key-never-used')
          : `${formatDate(lastUsedAt, zone, language)} ${formatTime(lastUsedAt, zone)}`}
      </td>
      <td className="tabular">
        {today.requests}
        {today.refused > 0 && ` (${t('admin.key-refused', { count: today.refused })})`}
      </td>
      <td className={parts('row-actions')}>
        {key.revoked ? (
          <State tone="closed">{t('admin.key-revoked')}</State>
        ) : (
          <ConfirmButton
            label={t('admin.revoke')}
            fullLabel={t('admin.key-revoke-title', { name: key.name })}
            title={t('admin.key-revoke-title', { name: key.name })}
            confirmLabel={t('admin.revoke')}
            onConfirm={async () => {
              const result = await api.revokeKey(key.id);
              await reload();
              return result.ok ? null : result.refusal;
            }}
          >
            {t('admin.key-revoke-body')}
          </ConfirmButton>
        )}
      </td>
    </tr>
  );
}

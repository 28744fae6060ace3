import type { BackupStatus } from '@motcua/protocol/http';
import {
  Banner,
  Button,
  classNames,
  formatDate,
  formatTime,
  useLanguage,
  useTexts,
} from '@motcua/ui';
import { Save } from 'lucide-react';
import { useState } from 'react';
import type { HubApi } from '../hub-api/hub-api.ts';
import { agoWords, sizeText } from './age-words.ts';
import { usePolled } from './use-polled.ts';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './backup-card.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export interface BackupCardProps {
  readonly api: Pick<HubApi, 'backups' | 'backUp'>;
  readonly zone: string;
}

const POLL_INTERVAL_MS = 10_000;

/** The newest backup, its folder and the result of the last attempt; and one button. */
export function BackupCard({ api, zone }: BackupCardProps) {
  const t = useTexts();
  const { answer: backups, refusal, accept } = usePolled(api.backups, POLL_INTERVAL_MS);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const press = async () => {
    setBusy(true);
    setAsked(false);
    accept(await api.backUp());
    setBusy(false);
    setAsked(true);
  };
  return (
    <Card data-part="backups">
      <h2>{t('admin.backups')}</h2>
      {refusal !== null && <Banner tone="warning">{t(`refusal.${refusal.code}`)}</Banner>}
      {backups !== null && <BackupFacts backups={backups} zone={zone} />}
      {asked && refusal === null && backups?.failure === null && (
        <Banner tone="success">{t('admin.backup-made')}</Banner>
      )}
      <div>
        <Button
          variant="primary"
          icon={<Save size={20} />}
          isPending={busy}
          onPress={() => void press()}
        >
          {t('admin.backup-now')}
        </Button>
      </div>
      <p className={parts('soft')}>{t('admin.backup-hint')}</p>
    </Card>
  );
}

function BackupFacts({ backups, zone }: { readonly backups: BackupStatus; readonly zone: string }) {
  const t = useTexts();
  const language = useLanguage();
  const { newest, failure, folder, count, at, old } = backups;
  const when = (instant: BackupStatus['at']) =>
    `${formatTime(instant, zone)}, ${formatDate(instant, zone, language)}`;
  const ago = newest === null ? null : agoWords(at - newest.madeAt);
  return (
    <>
      {failure !== null && (
        <Banner tone="fault" title={t('admin.backup-failed', { time: when(failure.at) })}>
          {t(`admin.backup-${failure.problem}`)}
        </Banner>
      )}
      <dl className={css('facts')}>
        <dt>{t('admin.backup-newest')}</dt>
        <dd>
          {newest === null || ago === null ? (
            t('admin.backup-none')
          ) : (
            <>
              <strong className={css(old ? 'fault' : '')}>{t(ago.key, ago.params)}</strong>
              {` (${when(newest.madeAt)}, ${sizeText(newest.bytes)})`}
            </>
          )}
        </dd>
        <dt>{t('admin.backup-place')}</dt>
        <dd>
          <code>{newest === null ? folder : `${folder}/${newest.name}`}</code>
        </dd>
        <dt>{t('admin.backup-count')}</dt>
        <dd>{count}</dd>
      </dl>
    </>
  );
}

import type { Mirror } from '@motcua/client';
import { inLanguage, type PersonRole, type SetupGap } from '@motcua/domain';
import { Button, classNames, useLanguage, useTexts } from '@motcua/ui';
import type { PageProps } from '../frame/page-props.ts';
import { isPageOf, ownerOf, type Place } from '../frame/pages.ts';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './setup-list.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

/** Where each gap is closed. */
const PLACES = {
  'no-name': { page: 'centre', part: null },
  'no-hours': { page: 'hours', part: null },
  'no-queue': { page: 'services', part: 'queues' },
  'no-group': { page: 'services', part: 'groups' },
  'no-service': { page: 'services', part: 'services' },
  'no-counter': { page: 'counters', part: null },
  'queue-without-counter': { page: 'counters', part: null },
  'no-clerk': { page: 'people', part: null },
  'no-display': { page: 'devices', part: null },
  'no-kiosk': { page: 'devices', part: null },
} as const satisfies Record<SetupGap['type'], Place>;

/** The pages that other people and devices open. */
const ADDRESSES = {
  'no-clerk': '/counter/',
  'no-display': '/display/',
  'no-kiosk': '/counter/',
} as const;

export interface SetupListProps extends Pick<PageProps, 'go'> {
  /** With the way to the guided set-up. */
  readonly guided?: boolean;
  readonly gaps: readonly SetupGap[];
  readonly settings: Pick<Mirror['settings'], 'queues'>;
  readonly role: PersonRole;
  /** Of the hub: `http://192.168.1.10:7100`. */
  readonly origin: string;
}

/** What is missing before the centre can work, with a link to each; nothing when nothing is. */
export function SetupList({ guided = false, gaps, settings, role, origin, go }: SetupListProps) {
  const t = useTexts();
  const language = useLanguage();
  if (gaps.length === 0) return null;
  const params = (gap: SetupGap) =>
    gap.type === 'queue-without-counter'
      ? {
          queues: settings.queues
            .filter(({ id }) => gap.queueIds.includes(id))
            .map(({ name }) => inLanguage(name, language))
            .join(' · '),
        }
      : {
          address:
            origin + (Object.entries(ADDRESSES).find(([type]) => type === gap.type)?.[1] ?? ''),
        };
  return (
    <Card alarm aria-labelledby="setup-list">
      <h2 id="setup-list">{t('admin.setup-title')}</h2>
      <p className={parts('note')}>{t('admin.setup-lead')}</p>
      {guided && (
        <div>
          <Button variant="primary" onPress={() => go({ page: 'setup', part: null })}>
            {t('admin.page-setup')}
          </Button>
        </div>
      )}
      <ol className={css('gaps')}>
        {gaps.map((gap) => {
          const place = PLACES[gap.type];
          return (
            <li key={gap.type}>
              <div className={css('row')}>
                <span className={css('words')}>
                  <strong>{t(`admin.gap-${gap.type}`, params(gap))}</strong>
                  <span className={parts('soft')}>
                    {t(`admin.gap-${gap.type}-why`, params(gap))}
                  </span>
                </span>
                {isPageOf(place.page, role) ? (
                  <Button onPress={() => go(place)}>
                    {t('admin.go-to', { page: t(`admin.page-${place.page}`) })}
                  </Button>
                ) : (
                  <span className={parts('soft')}>
                    {t('admin.gap-theirs', { role: t(`admin.role-${ownerOf(place.page)}`) })}
                  </span>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

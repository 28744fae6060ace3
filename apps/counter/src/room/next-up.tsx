import { type Caller, inLanguage, type Instant, type Site } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import type { Language, Translate } from '@motcua/i18n';
import { classNames, formatTime, KeyCap, useLanguage, useTexts } from '@motcua/ui';
import { PriorityBadge } from '../visit/priority-badge.tsx';
import { sentenceOf, type WhyNext } from '../visit/why-next.ts';
import styles from './next-up.module.css';

const css = classNames(styles);

export interface NextUpProps {
  readonly next: WhyNext;
  readonly counter: Pick<Caller, 'quick' | 'ordered'>;
  readonly settings: Mirror['settings'];
  readonly now: Instant;
}

/** The next visit and why it is next, in one sentence; or why there is none. */
export function whyText(
  next: WhyNext,
  counter: NextUpProps['counter'],
  site: Site,
  now: Instant,
  t: Translate,
): string {
  if (next.type === 'none')
    return next.reasons.map(({ why, count }) => t(`counter.none-${why}`, { count })).join(' · ');
  const { key, params } = sentenceOf(next, counter, site, now, (at) => formatTime(at, site.zone));
  return t(key, params);
}

/** The large form, while no number is at the counter. */
export function NextUp({ next, counter, settings, now }: NextUpProps) {
  const t = useTexts();
  const language = useLanguage();
  const why = whyText(next, counter, settings.site, now, t);
  if (next.type === 'none')
    return (
      <>
        <h2 className={css('heading')}>{t('counter.none-here')}</h2>
        {why === '' ? (
          <p className={css('text')}>{t('counter.empty-hint')}</p>
        ) : (
          <p className={css('text', 'why')} data-part="next-why">
            {t('counter.none-why')} <strong>{why}</strong>
          </p>
        )}
      </>
    );
  const { visit } = next;
  return (
    <>
      <p className={css('title')}>
        {t('counter.next')} {visit.priority === 'priority' && <PriorityBadge />}
      </p>
      <h2 className={css('number')} data-part="next-number">
        {visit.ticket.number}
      </h2>
      <p className={css('service')}>{serviceName(settings, visit.serviceId, language)}</p>
      <p className={css('text', 'why')} data-part="next-why">
        {why}
      </p>
      <p className={css('text')}>
        <KeyCap name="Enter" /> {t('counter.call-next')}
      </p>
    </>
  );
}

/** One line above the list, while a visit is at the counter. */
export function NextLine({ next, counter, settings, now }: NextUpProps) {
  const t = useTexts();
  const why = whyText(next, counter, settings.site, now, t);
  if (next.type === 'none' && why === '') return null;
  return (
    <p className={css('line')}>
      {next.type === 'next' ? (
        <strong>{t('counter.next-number', { number: next.visit.ticket.number })}</strong>
      ) : (
        <strong>{t('counter.none-next')}</strong>
      )}{' '}
      {why}
    </p>
  );
}

function serviceName(settings: Mirror['settings'], serviceId: string, language: Language): string {
  const service = settings.services.find(({ id }) => id === serviceId);
  return service === undefined ? '' : inLanguage(service.name, language);
}

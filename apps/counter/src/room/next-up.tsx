import { type Caller, inLanguage, type Instant, type Site } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import type { Language, Translate } from '@motcua/i18n';
import { formatTime, KeyCap, useLanguage, useTexts } from '@motcua/ui';
import { PriorityBadge } from '../visit/priority-badge.tsx';
import { sentenceOf, type WhyNext } from '../visit/why-next.ts';

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
        <h2>{t('counter.none-here')}</h2>
        {why === '' ? (
          <p>{t('counter.empty-hint')}</p>
        ) : (
          <p className="next-why">
            {t('counter.none-why')} <strong>{why}</strong>
          </p>
        )}
      </>
    );
  const { visit } = next;
  return (
    <>
      <p className="next-title">
        {t('counter.next')} {visit.priority === 'priority' && <PriorityBadge />}
      </p>
      <h2 className="next-number tabular">{visit.ticket.number}</h2>
      <p className="next-service">{serviceName(settings, visit.serviceId, language)}</p>
      <p className="next-why">{why}</p>
      <p className="next-key">
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
    <p className="next-line">
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

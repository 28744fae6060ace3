import { inLanguage } from '@motcua/domain';
import { classNames, formatDuration, formatTime, useLanguage, useTexts } from '@motcua/ui';
import type { VisitRow } from './visit-row.ts';
import styles from './visit-line.module.css';

const css = classNames(styles);

export interface VisitDetailProps {
  readonly row: VisitRow;
  readonly zone: string;
}

/** The most important detail of a visit in a list, by its state. */
export function VisitDetail({ row, zone }: VisitDetailProps) {
  const t = useTexts();
  const language = useLanguage();
  const { visit, holder } = row;
  // A place may be older than a call or a night, so its holder has not waited all the time.
  const waitedAlways = row.waits.again === null && visit.waitsFrom === undefined;
  const counter = holder === null ? '' : t('counter.number', { counter: holder.number });
  switch (visit.state) {
    case 'waiting':
      if (visit.notBefore !== null)
        return (
          <span>{t('counter.postponed-until', { time: formatTime(visit.notBefore, zone) })}</span>
        );
      if (row.reservedForName !== null) {
        const whom =
          typeof row.reservedForName === 'string'
            ? row.reservedForName
            : t('counter.number', { counter: row.reservedForName.number });
        return <span>{t('counter.kept-for', { whom })}</span>;
      }
      return (
        <>
          {row.tooLong ? (
            <span className={css('late')}>
              {t(waitedAlways ? 'counter.too-long' : 'counter.goes-first')}
            </span>
          ) : (
            <span>{inLanguage(row.queue, language)}</span>
          )}
          {row.waits.again !== null && (
            <span>{t('counter.waits-again', { again: formatDuration(row.waits.again, t) })}</span>
          )}
        </>
      );
    case 'parked': {
      const since = t('counter.parked-since', { time: formatTime(visit.parkedAt, zone) });
      if (visit.shared) return <span>{`${t('counter.parked-for-all')} · ${counter}`}</span>;
      return <span>{row.heldElsewhere ? `${counter} · ${since}` : since}</span>;
    }
    case 'closed': {
      if (visit.outcome !== 'left' && visit.outcome !== 'no-show')
        return <span>{t(`counter.outcome-${visit.outcome}`)}</span>;
      const key = visit.outcome === 'left' ? 'counter.left-at' : 'counter.missed-at';
      const minutes = Math.ceil(row.awaitedMs / 60_000);
      const still =
        minutes > 0 ? t('counter.still-awaited', { minutes }) : t('counter.no-longer-awaited');
      return (
        <>
          <span>{still}</span>
          <span>{t(key, { time: formatTime(visit.closedAt, zone) })}</span>
        </>
      );
    }
    case 'called':
    case 'serving':
      return <span>{`${counter} · ${t(`counter.state-${visit.state}`)}`}</span>;
  }
}

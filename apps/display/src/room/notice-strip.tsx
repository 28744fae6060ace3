import type { Instant } from '@motcua/domain';
import { classNames } from '@motcua/ui';
import { texts } from '@motcua/i18n';
import {
  type NoticePage,
  noticePages,
  type Notices,
  numbersOfPage,
  turnAt,
} from '../page/notice-pages.ts';
import { useScreenSize } from '../page/use-screen-size.ts';
import styles from './notice-strip.module.css';

const css = classNames(styles);

export interface NoticeStripProps extends Notices {
  readonly at: Instant;
}

/** Missed calls and paused counters, large enough for the whole room, page after page. */
export function NoticeStrip({ missed, paused, at }: NoticeStripProps) {
  const screen = useScreenSize();
  const pages = noticePages({ missed, paused }, numbersOfPage(missed, screen));
  const current = turnAt(at) % Math.max(1, pages.length);
  const page = pages[current];
  if (page === undefined) return null;
  const t = texts(page.language);
  return (
    <footer className={css('strip', page.type)} lang={page.language}>
      {page.type === 'paused' ? (
        <p>
          {t(`display.paused-${page.counters.reason}`, {
            counter: page.counters.counterNumbers.join(', '),
          })}
        </p>
      ) : (
        <>
          <h2>{t('display.missed')}</h2>
          <MissedPage page={page} advice={t('display.missed-what-now')} />
        </>
      )}
      {pages.length > 1 && <Dots count={pages.length} current={current} />}
    </footer>
  );
}

interface MissedPageProps {
  readonly page: Exclude<NoticePage, { type: 'paused' }>;
  readonly advice: string;
}

function MissedPage({ page, advice }: MissedPageProps) {
  if (page.type === 'missed-advice') return <p>{advice}</p>;
  return (
    <ul>
      {page.numbers.map((number) => (
        <li key={number}>{number}</li>
      ))}
    </ul>
  );
}

interface DotsProps {
  readonly count: number;
  readonly current: number;
}

/** Page dots, only while there are few enough to count at a glance. */
function Dots({ count, current }: DotsProps) {
  if (count > 12) return null;
  return (
    <svg className={css('dots')} viewBox={`0 0 ${count * 3} 3`} aria-hidden="true">
      {Array.from({ length: count }, (_, dot) => (
        <circle key={dot} cx={dot * 3 + 1.5} cy="1.5" r="0.9" data-current={dot === current} />
      ))}
    </svg>
  );
}

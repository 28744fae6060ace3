import { classNames, formatTime, useTexts } from '@motcua/ui';
import type { ReactNode } from 'react';
import type { SetAside, TodayView } from './today-view.ts';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './set-aside-now.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export interface SetAsideNowProps {
  readonly view: Pick<TodayView, 'setAside' | 'bookings'>;
  readonly zone: string;
}

/** Visits that are not simply next in line, so that none is forgotten. */
export function SetAsideNow({ view, zone }: SetAsideNowProps) {
  const t = useTexts();
  const { awaited, later, reserved } = view.setAside;
  const { booked, checkedIn } = view.bookings;
  const until = (each: SetAside['awaited'][number]) =>
    t('admin.until-time', { time: formatTime(each.until, zone) });
  const lists = [
    ['awaited', awaited.map((each) => ({ number: each.number, words: until(each) }))],
    ['later', later.map((each) => ({ number: each.number, words: until(each) }))],
    [
      'reserved',
      reserved.map(({ number, counterNumber, clerk }) => ({
        number,
        words:
          counterNumber === null
            ? (clerk ?? '–')
            : t('admin.counter-number', { number: counterNumber }),
      })),
    ],
  ] as const;
  return (
    <Card>
      <h2>{t('admin.set-aside')}</h2>
      <dl className={css('list')} data-part="set-aside">
        {lists.map(([name, people]) => (
          <Entry key={name} name={t(`admin.set-aside-${name}`)}>
            {people.length === 0 ? (
              <span className={parts('soft')}>{t('admin.none')}</span>
            ) : (
              <ul className={css('numbers')}>
                {people.map(({ number, words }) => (
                  <li key={number}>
                    <strong className="tabular">{number}</strong>{' '}
                    <span className={parts('soft')}>{words}</span>
                  </li>
                ))}
              </ul>
            )}
          </Entry>
        ))}
        <Entry name={t('admin.bookings-now')}>
          {booked === 0 ? (
            <span className={parts('soft')}>{t('admin.no-bookings')}</span>
          ) : (
            t('admin.bookings-count', { booked, checkedIn })
          )}
        </Entry>
      </dl>
    </Card>
  );
}

interface EntryProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Entry({ name, children }: EntryProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

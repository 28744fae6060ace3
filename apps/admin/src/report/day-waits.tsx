import { inLanguage } from '@motcua/domain';
import type { DayReport } from '@motcua/protocol/http';
import { classNames, formatDuration, useLanguage, useTexts } from '@motcua/ui';
import { Card } from '../frame/card.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { WhyButton } from '../story/why-button.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface DayWaitsProps {
  readonly report: Pick<DayReport, 'day' | 'longestWaits' | 'queues'>;
  readonly go: PageProps['go'];
}

/** The longest waits of the day, each with the way to its story. */
export function DayWaits({ report, go }: DayWaitsProps) {
  const t = useTexts();
  const language = useLanguage();
  const { day, longestWaits, queues } = report;
  if (longestWaits.length === 0) return null;
  return (
    <Card>
      <h2>{t('report.longest-waits')}</h2>
      <table>
        <thead>
          <tr>
            <th>{t('journal.number')}</th>
            <th>{t('admin.field-queue')}</th>
            <th className={parts('right')}>{t('admin.time-waiting')}</th>
            <th>
              <span className="visually-hidden">{t('story.why')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {longestWaits.map(({ number, queueId, wholeWait }) => {
            const queue = queues.find((each) => each.queueId === queueId);
            return (
              <tr key={number}>
                <th scope="row" className="tabular">
                  {number}
                </th>
                <td>{queue !== undefined && inLanguage(queue.name, language)}</td>
                <td className={parts('right')}>{formatDuration(wholeWait, t)}</td>
                <td className={parts('right')}>
                  <WhyButton day={day} number={number} go={go} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}

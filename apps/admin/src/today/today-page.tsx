import { inLanguage, lostBookings, setupGaps } from '@motcua/domain';
import {
  classNames,
  formatDuration,
  formatLongDate,
  formatTime,
  useHubClock,
  useLanguage,
  useTexts,
  waitsText,
} from '@motcua/ui';
import { useMemo } from 'react';
import { LostBookingList } from '../bookings/lost-bookings.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { AlarmsNow } from './alarms-now.tsx';
import { CountersNow } from './counters-now.tsx';
import { EquipmentNow } from './equipment-now.tsx';
import { Incidents } from './incidents.tsx';
import { FirstStep } from '../forms/first-step.tsx';
import { LastCall } from './last-call.tsx';
import { LongestWaits } from './longest-waits.tsx';
import { NextHourCard } from './next-hour.tsx';
import { NumbersNotices } from './numbers-notices.tsx';
import { roomNow } from './room-now.ts';
import { SetAsideNow } from './set-aside-now.tsx';
import { SetupList } from './setup-list.tsx';
import { todayView, type QueueNow } from './today-view.ts';
import { useAcknowledged } from './use-acknowledged.ts';
import { useAlarmSound } from './use-alarm-sound.ts';
import { useNextHour } from './use-next-hour.ts';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './today-page.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

/** The room now; only what the hub sent, nothing guessed. */
export function TodayPage(props: Pick<PageProps, 'hub' | 'mirror' | 'me' | 'api' | 'go'>) {
  const { hub, mirror, me, api, go } = props;
  const t = useTexts();
  const language = useLanguage();
  const now = useHubClock(hub);
  const view = useMemo(() => todayView(mirror, now), [mirror, now]);
  const lost = useMemo(() => lostBookings(mirror, mirror.settings), [mirror]);
  const gaps = useMemo(() => {
    const { settings, devices, people } = mirror;
    return setupGaps({ settings, devices: [...devices.values()], people: [...people.values()] });
  }, [mirror]);
  const room = useMemo(() => roomNow(mirror, gaps, now), [mirror, gaps, now]);
  const acknowledged = useAcknowledged(api, room.alarms);
  const loud = room.alarms.filter(({ id }) => !acknowledged.ids.has(id));
  const sound = useAlarmSound(loud.map(({ id }) => id));
  const nextHour = useNextHour(api);
  const { zone, rule } = mirror.settings.site;
  return (
    <>
      <PageHead
        title={t('admin.page-today')}
        lead={`${formatLongDate(now, zone, language)} · ${formatTime(now, zone)}`}
      />
      <SetupList
        guided
        gaps={gaps}
        settings={mirror.settings}
        role={me.role}
        origin={location.origin}
        go={go}
      />
      <AlarmsNow now={room} {...{ mirror, acknowledged, sound }} />
      <Figures view={view} />
      <div className={css('beside')}>
        <NextHourCard mirror={mirror} read={nextHour} />
        <LastCall mirror={mirror} now={now} />
      </div>
      <div className={css('beside')} data-part="columns">
        <LongestWaits {...{ mirror, now, go }} />
        <Card>
          <h2>{t('admin.queues-now')}</h2>
          {view.queues.length === 0 ? (
            <FirstStep
              words={t('admin.no-queues')}
              action={t('admin.queues-add')}
              leadsAway
              onPress={() => go({ page: 'services', part: 'queues' })}
            />
          ) : (
            <table>
              <thead>
                <tr>
                  <th>{t('admin.field-queue')}</th>
                  <th className={parts('right')}>{t('admin.now-waiting')}</th>
                  <th className={parts('right')}>{t('admin.now-priority')}</th>
                  <th>{t('admin.longest-wait')}</th>
                </tr>
              </thead>
              <tbody>
                {view.queues.map((queue) => (
                  <tr key={queue.queue.id}>
                    <th scope="row">
                      <span className={parts('mark')}>{queue.queue.series.prefix}</span>{' '}
                      {inLanguage(queue.queue.name, language)}
                    </th>
                    <td className={parts('right', 'strong')}>{queue.waiting}</td>
                    <td className={parts('right')}>{queue.priority}</td>
                    <td>
                      <QueueWait queue={queue} maxWaitMinutes={rule.maxWaitMinutes} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Card>
      </div>
      <NumbersNotices mirror={mirror} />
      <Incidents view={view} mirror={mirror} />
      {lost.length > 0 && (
        <Card alarm>
          <h2>{t('admin.lost-now', { count: lost.length })}</h2>
          <p>{t('admin.lost-hint')}</p>
          <LostBookingList lost={lost} settings={mirror.settings} />
        </Card>
      )}
      <SetAsideNow view={view} zone={zone} />
      <div className={css('beside')}>
        <CountersNow counters={view.counters} zone={zone} go={go} />
        <EquipmentNow displays={view.displays} kiosks={view.kiosks} go={go} />
      </div>
    </>
  );
}

/** How many visits stand where. */
function Figures({ view }: { readonly view: ReturnType<typeof todayView> }) {
  const t = useTexts();
  const figures = [
    ['waiting', view.waiting],
    ['serving', view.beingServed],
    ['served', view.served],
    ['no-show', view.noShows],
  ] as const;
  return (
    <dl className={parts('figures')} data-part="figures">
      {figures.map(([name, count]) => (
        <div key={name} className={parts('figure')}>
          <dt>{t(`admin.now-${name}`)}</dt>
          <dd className="tabular">{count}</dd>
        </div>
      ))}
    </dl>
  );
}

interface QueueWaitProps {
  readonly queue: QueueNow;
  readonly maxWaitMinutes: number;
}

/** The longest wait, and in words what is wrong with it. */
export function QueueWait({ queue, maxWaitMinutes }: QueueWaitProps) {
  const t = useTexts();
  const { longestWait, beyondBound, unattended } = queue;
  if (longestWait === null) return <span className={parts('soft')}>{t('admin.none-waiting')}</span>;
  return (
    <span className={css('wait')}>
      <span className="tabular">{formatDuration(longestWait.total, t)}</span>
      {longestWait.again !== null && (
        <span className={parts('soft')}>{waitsText(longestWait, t)}</span>
      )}
      {beyondBound > 0 && (
        <span className={parts('warning')}>
          {t('admin.beyond-bound', { count: beyondBound, minutes: maxWaitMinutes })}
        </span>
      )}
      {unattended > 0 && (
        <span className={parts('warning')}>{t('admin.unattended', { count: unattended })}</span>
      )}
    </span>
  );
}

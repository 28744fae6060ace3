import type { Mirror } from '@motcua/client';
import { type Alarm, type Instant, visitOf } from '@motcua/domain';
import { Button, classNames, formatTime, roomWords, useLanguage, useTexts } from '@motcua/ui';
import {
  BellOff,
  BellRing,
  Check,
  CircleCheck,
  CircleQuestionMark,
  TriangleAlert,
} from 'lucide-react';
import { alarmWords } from './alarm-words.ts';
import { type AlarmGroup, inGroups, type RoomNow } from './room-now.ts';
import type { Acknowledged } from './use-acknowledged.ts';
import type { AlarmSound } from './use-alarm-sound.ts';
import partsStyles from '../frame/parts.module.css';
import styles from './alarms-now.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

/** How many numbers a line names; the queue has the others. */
const NAMED = 12;

export interface AlarmsNowProps {
  readonly now: RoomNow;
  readonly mirror: Pick<Mirror, 'settings' | 'people'>;
  readonly acknowledged: Acknowledged;
  readonly sound: AlarmSound;
}

/** What staff should see to, the worst first; "well" only when all of it was confirmed. */
export function AlarmsNow({ now, mirror, acknowledged, sound }: AlarmsNowProps) {
  const t = useTexts();
  const { zone } = mirror.settings.site;
  const toTime = (at: Instant) => formatTime(at, zone);
  const known = (severity: 'unknown' | 'well') => {
    const lines = now.known.filter((finding) => finding.severity === severity);
    if (lines.length === 0) return null;
    const Sign = severity === 'well' ? CircleCheck : CircleQuestionMark;
    return (
      <p className={css(severity)}>
        <Sign aria-hidden="true" size={20} />
        <span>{lines.map((finding) => roomWords(finding, t, toTime)).join(' ')}</span>
      </p>
    );
  };
  const isAlarm = now.alarms.length > 0;
  return (
    <section
      className={`${parts('card', 'stack')} ${css('panel')}`}
      data-alarm={isAlarm || undefined}
      aria-labelledby="attention"
    >
      <div className={parts('head')}>
        <h2 id="attention">
          {t(
            isAlarm
              ? 'alarm.title'
              : now.isWell
                ? 'admin.attention-well'
                : 'admin.attention-unknown',
          )}
        </h2>
        <Button
          variant="quiet"
          icon={sound.state === 'on' ? <BellRing size={20} /> : <BellOff size={20} />}
          onPress={sound.turn}
        >
          {t(
            sound.state === 'on'
              ? 'alarm.sound-stop'
              : sound.state === 'blocked'
                ? 'alarm.sound-blocked'
                : 'alarm.sound-start',
          )}
        </Button>
      </div>
      {isAlarm && (
        <ul className={parts('plain-list')} aria-live="polite">
          {inGroups(now.alarms).map((group) => (
            <Line key={group.key} {...{ group, now, mirror, acknowledged }} />
          ))}
        </ul>
      )}
      {known('unknown')}
      {known('well')}
    </section>
  );
}

interface LineProps extends Omit<AlarmsNowProps, 'sound'> {
  readonly group: AlarmGroup;
}

function Line({ group, now, mirror, acknowledged }: LineProps) {
  const t = useTexts();
  const language = useLanguage();
  const { first, alarms } = group;
  const loud = alarms.filter(({ id }) => !acknowledged.ids.has(id));
  const numbers = alarms.flatMap((alarm) => ('visit' in alarm ? (numberOf(alarm) ?? []) : []));
  return (
    <li className={css(first.level)} data-seen={loud.length === 0 || undefined}>
      <TriangleAlert aria-hidden="true" size={20} />
      <div className={css('said')}>
        <span>
          {alarmWords(group, mirror, now, language, t)}
          {numbers.length > 0 && (
            <span className="tabular">
              {' '}
              {numbers.slice(0, NAMED).join(', ')}
              {numbers.length > NAMED && ' …'}
            </span>
          )}
        </span>
        <span className={css('todo')}>
          {t(`alarm.${first.type}-do`)}
          {first.since !== null && (
            <span className={parts('soft')}>
              {' '}
              ({t('alarm.since', { time: formatTime(first.since, mirror.settings.site.zone) })})
            </span>
          )}
        </span>
      </div>
      {loud.length === 0 ? (
        <span className={css('seen')}>
          <Check aria-hidden="true" size={18} /> {t('alarm.acknowledged')}
        </span>
      ) : (
        <Button onPress={() => acknowledged.acknowledge(loud)}>{t('alarm.acknowledge')}</Button>
      )}
    </li>
  );
}

function numberOf(alarm: Alarm): string | null {
  return visitOf(alarm)?.ticket.number ?? null;
}

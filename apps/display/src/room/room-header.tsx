import type { HubLink } from '@motcua/client';
import type { Site } from '@motcua/domain';
import { classNames, formatLongDate, formatTime, useHubClock } from '@motcua/ui';
import styles from './room-header.module.css';

const css = classNames(styles);

export interface RoomHeaderProps {
  readonly hub: HubLink;
  readonly site: Site;
}

export function RoomHeader({ hub, site }: RoomHeaderProps) {
  const { name, authority, zone } = site;
  return (
    <header className={css('header')}>
      <div className={css('names')}>
        <p className={css('authority')}>{authority.vi}</p>
        <h1>{name.vi}</h1>
        {name['en'] !== undefined && (
          <p className={css('second')} lang="en">
            {name['en']}
          </p>
        )}
      </div>
      <RoomClock hub={hub} zone={zone} />
    </header>
  );
}

interface RoomClockProps {
  readonly hub: HubLink;
  readonly zone: string;
}

function RoomClock({ hub, zone }: RoomClockProps) {
  const at = useHubClock(hub);
  return (
    <p className={css('clock')}>
      <time className={css('time')}>{formatTime(at, zone)}</time>
      <span className={css('date')}>{formatLongDate(at, zone)}</span>
    </p>
  );
}

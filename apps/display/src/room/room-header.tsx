import type { HubLink } from '@motcua/client';
import type { Site } from '@motcua/domain';
import { formatLongDate, formatTime, useHubClock } from '@motcua/ui';
import './room-header.css';

export interface RoomHeaderProps {
  readonly hub: HubLink;
  readonly site: Site;
}

export function RoomHeader({ hub, site }: RoomHeaderProps) {
  const { name, authority, zone } = site;
  return (
    <header className="room-header">
      <div className="room-names">
        <p className="room-authority">{authority.vi}</p>
        <h1>{name.vi}</h1>
        {name['en'] !== undefined && (
          <p className="room-second" lang="en">
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
    <p className="room-clock">
      <time className="room-time tabular">{formatTime(at, zone)}</time>
      <span className="room-date">{formatLongDate(at, zone)}</span>
    </p>
  );
}

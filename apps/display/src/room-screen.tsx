import type { HubLink, Mirror } from '@motcua/client';
import type { AnnouncementId } from '@motcua/domain';
import { useHubClock } from '@motcua/ui';
import { CalledList } from './room/called-list.tsx';
import { FocusCall } from './room/focus-call.tsx';
import { MissedList } from './room/missed-list.tsx';
import { PausedCounters } from './room/paused-counters.tsx';
import { RoomHeader } from './room/room-header.tsx';
import { Welcome } from './room/welcome.tsx';
import { roomView } from './room-view.ts';

export interface RoomScreenProps {
  readonly hub: HubLink;
  readonly mirror: Mirror;
  /** Whether the picture is old: it is then shown without colour, and nothing in it moves. */
  readonly stale: boolean;
  readonly speaking: AnnouncementId | null;
}

export function RoomScreen({ hub, mirror, stale, speaking }: RoomScreenProps) {
  const at = useHubClock(hub);
  const { focus, lately, paused, missed } = roomView(mirror, at, speaking);
  return (
    <div className={stale ? 'room room-stale' : 'room'}>
      <RoomHeader hub={hub} site={mirror.settings.site} />
      <main className="room-calls">
        {focus === null ? (
          <Welcome />
        ) : (
          <FocusCall key={focus.id} call={focus} speaking={focus.id === speaking} />
        )}
        {lately.length > 0 && <CalledList calls={lately} />}
      </main>
      <MissedList missed={missed} />
      <PausedCounters counters={paused} />
    </div>
  );
}

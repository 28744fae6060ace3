import type { HubLink } from '@motcua/client';
import type { AnnouncementId, AnnouncementReport, DeviceCondition } from '@motcua/domain';

export interface Reporter {
  readonly announcement: (id: AnnouncementId, report: AnnouncementReport) => void;
  readonly sound: (sound: NonNullable<DeviceCondition['sound']>) => void;
  /** Sends pending reports, and the sound state after every reconnect. Call it on every change of the link. */
  readonly linkChanged: () => void;
}

/** Reports to the hub what was spoken. While offline only the latest report of each call is kept and sent after the reconnect. */
export function createReporter(hub: HubLink): Reporter {
  const outbox = new Map<AnnouncementId, AnnouncementReport>();
  const sending = new Set<AnnouncementId>();
  let sound: DeviceCondition['sound'] = null;
  let wasLive = false;

  const isLive = (): boolean => hub.getState().connection === 'live';

  async function flush(id: AnnouncementId): Promise<void> {
    if (sending.has(id)) return;
    sending.add(id);
    for (let report = outbox.get(id); report !== undefined && isLive(); report = outbox.get(id)) {
      const result = await hub.execute({
        type: 'report-announcement',
        announcementId: id,
        report,
      });
      // Keep the report until the link changes; retrying at once would loop for ever.
      if (!result.ok && result.refusal.code === 'hub-unavailable') break;
      if (outbox.get(id) === report) outbox.delete(id);
    }
    sending.delete(id);
  }

  function reportSound(): void {
    if (sound === null || !isLive()) return;
    void hub.execute({ type: 'report-condition', condition: { printer: null, sound } });
  }

  return {
    announcement(id, report) {
      outbox.set(id, report);
      void flush(id);
    },
    sound(now) {
      if (now === sound) return;
      sound = now;
      if (wasLive) reportSound();
    },
    linkChanged() {
      const live = isLive();
      if (live && !wasLive) reportSound();
      wasLive = live;
      if (live) for (const id of outbox.keys()) void flush(id);
    },
  };
}

import type { SiteId } from '../ids.ts';
import { USUAL_BACKUP_SETTINGS } from '../site/backup-settings.ts';
import type { Settings } from '../site/settings.ts';
import { type Site, UNNAMED_CENTRE, USUAL_RULES } from '../site/site.ts';

/** A site before set-up: closed all week, so that no ticket is given by mistake. */
export const NEW_SITE: Site = {
  id: 'site' as SiteId,
  name: UNNAMED_CENTRE,
  authority: UNNAMED_CENTRE,
  place: '',
  zone: 'Asia/Ho_Chi_Minh',
  hours: { week: [[], [], [], [], [], [], []], closedDays: [] },
  rule: { mode: { type: 'interleaved', priority: 1, normal: 2 }, maxWaitMinutes: 30 },
  ...USUAL_RULES,
  announcements: { repeat: 2, chime: true, reading: 'cardinal', inVisitorLanguage: true },
  followAddress: null,
};

export const NEW_SETTINGS: Settings = {
  site: NEW_SITE,
  ...{ serviceGroups: [], services: [], queues: [], counters: [], priorityGroups: [] },
  safekeeping: USUAL_BACKUP_SETTINGS,
};

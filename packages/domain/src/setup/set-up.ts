import type { LocalTime, ServiceId } from '../ids.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Settings } from '../site/settings.ts';
import { CATALOGUE } from './catalogue.ts';
import { chooseServices } from './choose-services.ts';
import { NEW_SETTINGS, NEW_SITE } from './new-centre.ts';
import { proposeCounters } from './propose-counters.ts';
import { setupChanges } from './setup-changes.ts';

/** One act of setting up that changes many settings at once: all or none. */
export type SetupStep =
  /** The settings of another office, from a file. */
  | { readonly type: 'file'; readonly settings: Settings }
  /** Exactly these services of the catalogue, with groups, queues and prefixes. */
  | { readonly type: 'services'; readonly serviceIds: readonly ServiceId[] }
  | { readonly type: 'counters'; readonly count: number }
  /** A made-up centre to try things out. */
  | { readonly type: 'made-up' }
  /** Back to an empty centre, as long as there is nothing but the made-up one. */
  | { readonly type: 'discard' };

const MADE_UP_COUNTERS = 5;

/** The settings after that step, or why it is not possible. */
export function setUp(settings: Settings, step: SetupStep): Result<Settings> {
  switch (step.type) {
    case 'file':
      return ok(fromOffice(settings, step.settings));
    case 'services':
      return chooseServices(settings, step.serviceIds);
    case 'counters':
      return ok(proposeCounters(settings, step.count));
    case 'made-up':
      return isEmpty(settings) ? madeUpCentre() : refuse('setup-not-empty');
    case 'discard':
      return isMadeUp(settings) ? ok(NEW_SETTINGS) : refuse('setup-not-made-up');
  }
}

/** What goes into a file for another office: all settings but the addresses of this office's own computers. */
export function forOtherOffice({ site, safekeeping, ...lists }: Settings): Settings {
  return {
    ...lists,
    site: { ...site, id: NEW_SITE.id, followAddress: null },
    safekeeping: { ...safekeeping, standbyAddress: null },
  };
}

/** The settings of a file; addresses and the site's own id stay this office's. */
function fromOffice({ site, safekeeping }: Settings, file: Settings): Settings {
  return {
    ...file,
    site: { ...file.site, id: site.id, followAddress: site.followAddress },
    safekeeping: { ...file.safekeeping, standbyAddress: safekeeping.standbyAddress },
  };
}

/** Whether nothing was set up yet. */
export function isEmpty(settings: Settings): boolean {
  return setupChanges(NEW_SETTINGS, settings).length === 0;
}

/** Whether the settings are the made-up centre, and nothing was changed since. */
export function isMadeUp(settings: Settings): boolean {
  const madeUp = madeUpCentre();
  return madeUp.ok && setupChanges(madeUp.value, settings).length === 0;
}

/** All services of the catalogue, five counters, open day and night. */
function madeUpCentre(): Result<Settings> {
  const always = [{ from: '00:00' as LocalTime, to: '24:00' as LocalTime }];
  const site = {
    ...NEW_SITE,
    authority: {
      vi: 'UBND xã Mẫu (dữ liệu thử)',
      en: 'People’s Committee of Mẫu commune (made up)',
      de: 'Volkskomitee der Gemeinde Mẫu (erfunden)',
    },
    place: 'Mẫu',
    hours: { week: Array.from({ length: 7 }, () => always), closedDays: [] },
  };
  const chosen = chooseServices(
    { ...NEW_SETTINGS, site },
    CATALOGUE.services.map(({ id }) => id),
  );
  return chosen.ok ? ok(proposeCounters(chosen.value, MADE_UP_COUNTERS)) : chosen;
}

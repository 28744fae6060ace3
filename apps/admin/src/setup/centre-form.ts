import type { AnnouncementSettings, LocalText, PriorityMode, Site } from '@motcua/domain';
import { numberProblem, textProblem, tidyText } from '../forms/text-fields.ts';
import { problemsOf, type Problems, type Words } from '../forms/words.ts';

/** The centre as it is typed; opening hours have a page of their own. */
export interface CentreForm {
  readonly name: LocalText;
  readonly authority: LocalText;
  readonly place: string;
  readonly mode: PriorityMode['type'];
  readonly priority: string;
  readonly normal: string;
  readonly bonusMinutes: string;
  readonly maxWaitMinutes: string;
  readonly announcements: AnnouncementSettings;
  /** Empty: the slip's QR code says the number itself. */
  readonly followAddress: string;
}

const PLACE_AT_MOST = 100;
const ADDRESS_AT_MOST = 200;

/** Numbers of the modes that are not chosen are proposals. */
export function toCentreForm({ name, authority, place, ...site }: Site): CentreForm {
  const { mode, maxWaitMinutes } = site.rule;
  const turns = mode.type === 'interleaved' ? mode : { priority: 1, normal: 2 };
  const bonus = mode.type === 'ageing' ? mode.bonusMinutes : 15;
  return {
    name,
    authority,
    place,
    mode: mode.type,
    priority: String(turns.priority),
    normal: String(turns.normal),
    bonusMinutes: String(bonus),
    maxWaitMinutes: String(maxWaitMinutes),
    announcements: site.announcements,
    followAddress: site.followAddress ?? '',
  };
}

/** The site with what the form says, and with everything else as the hub has it now. */
export function withCentre(site: Site, form: CentreForm): Site {
  const address = form.followAddress.trim();
  return {
    ...site,
    name: tidyText(form.name),
    authority: tidyText(form.authority),
    place: form.place.normalize('NFC').trim(),
    rule: { mode: toMode(form), maxWaitMinutes: Number(form.maxWaitMinutes) },
    announcements: form.announcements,
    followAddress: address === '' ? null : address,
  };
}

export function checkCentre(form: CentreForm): Problems {
  const { mode } = form;
  return problemsOf({
    name: textProblem(form.name),
    authority: textProblem(form.authority),
    place:
      form.place.length > PLACE_AT_MOST
        ? { key: 'admin.problem-too-long', params: { most: PLACE_AT_MOST } }
        : null,
    priority: mode === 'interleaved' ? numberProblem(form.priority, 1, 20) : null,
    normal: mode === 'interleaved' ? numberProblem(form.normal, 1, 20) : null,
    bonusMinutes: mode === 'ageing' ? numberProblem(form.bonusMinutes, 1, 480) : null,
    maxWaitMinutes: numberProblem(form.maxWaitMinutes, 1, 600),
    followAddress: addressProblem(form.followAddress.trim()),
  });
}

function toMode({ mode, priority, normal, bonusMinutes }: CentreForm): PriorityMode {
  switch (mode) {
    case 'strict':
      return { type: 'strict' };
    case 'interleaved':
      return { type: 'interleaved', priority: Number(priority), normal: Number(normal) };
    case 'ageing':
      return { type: 'ageing', bonusMinutes: Number(bonusMinutes) };
    default:
      return mode satisfies never;
  }
}

function addressProblem(address: string): Words | null {
  if (address === '') return null;
  if (address.length > ADDRESS_AT_MOST) {
    return { key: 'admin.problem-too-long', params: { most: ADDRESS_AT_MOST } };
  }
  const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  return isWeb ? null : { key: 'admin.problem-address' };
}

import {
  type AnnouncementSettings,
  type LocalText,
  type Site,
  USUAL_RESULT_RULE,
} from '@motcua/domain';
import { textProblem, tidyText } from '../forms/text-fields.ts';
import { problemsOf, type Problems, type Words } from '../forms/words.ts';

/** The centre as it is typed; opening hours and rules have pages of their own. */
export interface CentreForm {
  readonly name: LocalText;
  readonly authority: LocalText;
  readonly place: string;
  readonly announcements: AnnouncementSettings;
  /** Empty: the slip's QR code holds the number itself. */
  readonly followAddress: string;
  readonly longSlips: boolean;
  readonly recordsResults: boolean;
}

const MAX_PLACE_LENGTH = 100;
const MAX_ADDRESS_LENGTH = 200;

export function toCentreForm({ name, authority, place, ...site }: Site): CentreForm {
  return {
    name,
    authority,
    place,
    announcements: site.announcements,
    followAddress: site.followAddress ?? '',
    longSlips: site.longSlips ?? false,
    recordsResults: (site.results ?? USUAL_RESULT_RULE) !== 'off',
  };
}

/** The site with the values of the form, and everything else as the hub has it now. */
export function withCentre(site: Site, form: CentreForm): Site {
  const address = form.followAddress.trim();
  return {
    ...site,
    name: tidyText(form.name),
    authority: tidyText(form.authority),
    place: form.place.normalize('NFC').trim(),
    announcements: form.announcements,
    followAddress: address === '' ? null : address,
    ...(form.longSlips || site.longSlips !== undefined ? { longSlips: form.longSlips } : {}),
    ...(form.recordsResults && site.results === undefined
      ? {}
      : { results: form.recordsResults ? 'optional' : 'off' }),
  };
}

export function checkCentre(form: CentreForm): Problems {
  return problemsOf({
    name: textProblem(form.name),
    authority: textProblem(form.authority),
    place:
      form.place.length > MAX_PLACE_LENGTH
        ? { key: 'admin.problem-too-long', params: { most: MAX_PLACE_LENGTH } }
        : null,
    followAddress: addressProblem(form.followAddress.trim()),
  });
}

function addressProblem(address: string): Words | null {
  if (address === '') return null;
  if (address.length > MAX_ADDRESS_LENGTH) {
    return { key: 'admin.problem-too-long', params: { most: MAX_ADDRESS_LENGTH } };
  }
  const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  return isWeb ? null : { key: 'admin.problem-address' };
}

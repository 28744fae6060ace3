import type { PersonRole, RefusalCode } from '@motcua/domain';
import { type HubCommandType, type Identity, THE_HUB_ITSELF } from './hub-command.ts';

type Right = (identity: Identity) => RefusalCode | null;

const device =
  (...roles: readonly NonNullable<Identity['deviceRole']>[]): Right =>
  ({ deviceRole }) =>
    deviceRole !== null && roles.includes(deviceRole) ? null : 'role-not-allowed';
const person =
  (...roles: readonly PersonRole[]): Right =>
  ({ personRole }) => {
    if (personRole === null) return 'sign-in-first';
    return roles.includes(personRole) ? null : 'role-not-allowed';
  };
const nobody: Right = () => 'role-not-allowed';

const anybodyAtCounter = person('clerk', 'guide', 'head', 'administrator');
const kioskOrStaff: Right = (identity) =>
  identity.personRole === null ? device('kiosk')(identity) : anybodyAtCounter(identity);
const head = person('head', 'administrator');

/** Who may give which command; one line each, so that nothing is forgotten. */
const RIGHTS: { readonly [T in HubCommandType]: Right } = {
  'issue-ticket': kioskOrStaff,
  'check-in': kioskOrStaff,
  'step-out': kioskOrStaff,
  'make-booking': anybodyAtCounter,
  'cancel-booking': anybodyAtCounter,
  'set-care': anybodyAtCounter,
  'set-kiosk': anybodyAtCounter,
  'report-print': device('kiosk'),
  'resolve-print': device('kiosk'),
  'reserve-numbers': device('kiosk'),
  'settle-ticket': device('kiosk'),
  'report-announcement': device('display'),
  'report-condition': device('kiosk', 'display', 'counter'),
  'open-counter': anybodyAtCounter,
  'close-counter': anybodyAtCounter,
  'pause-counter': anybodyAtCounter,
  'resume-counter': anybodyAtCounter,
  'call-next': anybodyAtCounter,
  'act-on-visit': anybodyAtCounter,
  'undo': anybodyAtCounter,
  'put-setting': head,
  'remove-setting': head,
  'put-person': person('administrator'),
  'put-device': head,
  'close-day': nobody,
  'expire-announcements': nobody,
  'mark-missed': nobody,
  'doubt-numbers': nobody,
};

/** Why this identity may not give this command; null when it may. The hub itself may do anything. */
export function whyNot(type: HubCommandType, identity: Identity): RefusalCode | null {
  return identity === THE_HUB_ITSELF ? null : RIGHTS[type](identity);
}

export function isHead({ personRole }: Identity): boolean {
  return personRole === 'head' || personRole === 'administrator';
}

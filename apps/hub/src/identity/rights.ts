import type { DeviceRole, ImportKind, PersonRole, RefusalCode } from '@motcua/domain';
import type { Role } from '@motcua/protocol';
import { type HubCommandType, type Identity, THE_HUB_ITSELF } from '../engine/hub-command.ts';

type Who = DeviceRole | PersonRole;

const STAFF = ['clerk', 'guide', 'head'] as const satisfies readonly PersonRole[];
const AT_COUNTERS = ['clerk', 'head'] as const satisfies readonly PersonRole[];
/** The first person of a centre is an administrator, who can set the whole of it up. */
const SET_UP_ROLES = ['head', 'administrator'] as const satisfies readonly PersonRole[];
const ALL_ROLES = [...STAFF, 'administrator'] as const satisfies readonly PersonRole[];

/**
 * The senders that may give each command, one line each, so that nothing is forgotten. Clerks serve, guides help on the
 * floor, the head does both and sets the rules; the administrator sets the centre up, adds people and devices, and touches
 * no visit, except those of a revoked kiosk.
 */
const COMMANDS: { readonly [T in HubCommandType]: readonly Who[] | 'public' } = {
  'issue-ticket': ['kiosk', 'program', ...STAFF],
  'check-in': ['kiosk', ...STAFF],
  'step-out': ['kiosk', ...STAFF],
  'make-booking': ['program', ...STAFF],
  'cancel-booking': ['program', ...STAFF],
  'set-care': STAFF,
  'set-kiosk': STAFF,
  'withdraw-numbers': ['head', 'administrator'],
  'act-on-visit': STAFF,
  'open-counter': AT_COUNTERS,
  'close-counter': AT_COUNTERS,
  'pause-counter': AT_COUNTERS,
  'resume-counter': AT_COUNTERS,
  'call-next': AT_COUNTERS,
  'undo': STAFF,
  'report-print': ['kiosk'],
  'resolve-print': ['kiosk', ...STAFF],
  'print-again': STAFF,
  'settle-ticket': ['kiosk'],
  'report-announcement': ['display'],
  'report-condition': ['kiosk', 'display', 'counter'],
  'put-setting': SET_UP_ROLES,
  'remove-setting': SET_UP_ROLES,
  'apply-setup': SET_UP_ROLES,
  'put-person': ['administrator'],
  'put-device': ['administrator'],
  'import-table': SET_UP_ROLES,
  'record-access': 'public',
  'forget-visits': [],
  'close-day': [],
  'confirm-clock': ['head', 'administrator'],
  'expire-announcements': [],
  'mark-missed': [],
  'note-attendance': [],
  'note-lost-history': [],
};

/** The roles that each sender may say hello as. */
const ROLES: { readonly [R in Role]: readonly Who[] } = {
  kiosk: ['kiosk'],
  display: ['display'],
  counter: STAFF,
  admin: ['head', 'administrator'],
};

/** The roles that may use a part of the HTTP side; what is not named here is public, or one's own. */
export const ROUTE_ROLES = {
  people: ['administrator'],
  devices: ['administrator'],
  /** API keys and webhooks. */
  programs: ['administrator'],
  reports: ['head'],
  imports: SET_UP_ROLES,
  journal: ['head', 'administrator'],
  setup: SET_UP_ROLES,
  /** Backups, and the state of devices and hub. */
  maintenance: ['head', 'administrator'],
} as const satisfies Readonly<Record<string, readonly PersonRole[]>>;

/** Roles whose PIN opens a counter: none with rights beyond it. */
export const MAY_USE_PIN: readonly PersonRole[] = ['clerk', 'guide'];

/** Why this identity may not give this command; null when it may. The hub itself may do anything. */
export function whyNot(type: HubCommandType, identity: Identity): RefusalCode | null {
  const allowed = COMMANDS[type];
  // Public commands come only from the hub's own routes, on behalf of the sender.
  if (identity === THE_HUB_ITSELF || allowed === 'public') return null;
  return whyNotOne(allowed, identity);
}

/** Why this identity may not say hello as `role`; null when it may. */
export function whyNotAs(
  role: Role,
  identity: Identity,
): 'unknown-device' | 'sign-in-first' | 'role-not-allowed' | null {
  const no = whyNotOne(ROLES[role], identity);
  if (no !== null && (role === 'kiosk' || role === 'display')) return 'unknown-device';
  return no;
}

/** People are the administrator's. */
export function mayImport(kind: ImportKind, identity: Identity): boolean {
  if (identity === THE_HUB_ITSELF) return true;
  const { personRole } = identity;
  return personRole === 'administrator' || (personRole === 'head' && kind !== 'people');
}

export function isHead({ personRole }: Identity): boolean {
  return personRole === 'head';
}

/** Where a command has both a person and a device as senders, and people may give it, the person counts. */
function whyNotOne(
  allowed: readonly Who[],
  { deviceRole, personRole }: Identity,
): 'sign-in-first' | 'role-not-allowed' | null {
  const isForPeople = allowed.some(isPersonRole);
  const who = isForPeople && personRole !== null ? personRole : deviceRole;
  if (who !== null && allowed.includes(who)) return null;
  const onlyForPeople =
    isForPeople && allowed.every((each) => isPersonRole(each) || each === 'program');
  return onlyForPeople && personRole === null ? 'sign-in-first' : 'role-not-allowed';
}

function isPersonRole(who: Who): boolean {
  return ALL_ROLES.some((role) => role === who);
}

import type { Section } from '../../section.ts';
import type { adminMaintenance as vi } from '../vi/admin-maintenance.ts';

export const adminMaintenance = {
  'admin.page-safekeeping': 'Safekeeping',
  'admin.safekeeping-lead': 'Nightly backups and a standby hub, so that no number is lost.',
  'admin.backups': 'Backups',
  'admin.backup-now': 'Back up now',
  'admin.backup-made': 'The backup is made.',
  'admin.backup-hint':
    'A backup is one file with a checksum that only who runs the hub can read. Now and then, put a copy on a stick and keep it elsewhere.',
  'admin.backup-newest': 'Newest',
  'admin.backup-place': 'Place on the hub',
  'admin.backup-count': 'Kept',
  'admin.backup-none': 'There is none yet.',
  'admin.backup-failed': 'The backup of {time} failed',
  'admin.backup-no-room':
    'The disk has not enough room. Please remove files or choose another place.',
  'admin.backup-cannot-write':
    'It could not be written there. Please check the disk and its rights.',
  'admin.backup-damaged':
    'The data of the hub is damaged somewhere. Please tell who looks after it at once.',
  'admin.backup-stopped': 'The hub was stopped meanwhile.',
  'admin.backup-alarm-failed': 'The last backup failed.',
  'admin.backup-alarm-old': 'There has been no new backup for long.',
  'admin.backup-alarm-show': 'Show',
  'admin.clock-alarm': 'The hub’s clock shows {time} on {date}, but the open day is {today}.',
  'admin.clock-alarm-hint':
    'Work goes on by the open day. If the clock is wrong, please set it on the hub’s computer; if it is right, please say so.',
  'admin.clock-right': 'The clock is right',
  'admin.clock-right-title': 'Is it really {time} on {date} now?',
  'admin.clock-goes-on':
    'Please compare it with another clock. The day {today} is closed, and the numbers of {date} begin. Whoever came today keeps their number.',
  'admin.clock-goes-back':
    'Please compare it with another clock. The open day becomes {date} again; numbers given today are not given twice. Whoever came today keeps their number.',
  'admin.backup-nightly': 'Nightly backup',
  'admin.field-backup-at': 'Time',
  'admin.hint-backup-at':
    'Such as 19:00. If the hub is off then, the backup is made when it is on again.',
  'admin.field-backups-kept': 'How many are kept',
  'admin.hint-backups-kept': 'The oldest goes first.',
  'admin.standby': 'Standby hub',
  'admin.field-standby': 'Address of the standby',
  'admin.hint-standby':
    'Such as http://192.168.1.11:7100. Pages and kiosks go there by themselves once it has taken over. Empty: there is none.',
  'admin.problem-time-of-day': 'Please type a time such as 19:00.',
  'admin.ago-now': 'just now',
  'admin.ago-minutes': '{count} min ago',
  'admin.ago-hours': '{count} h ago',
  'admin.ago-days': '{count} days ago',
  'admin.heard': 'Last heard',
  'admin.never-heard': 'not heard yet',
  'admin.clock-off': 'clock off by {count} min',
  'admin.disk-low': '{free} left on its disk',
  'admin.last-call-heard': 'last call heard {count} min ago',
  'admin.history-lost-title': 'Since {time} the system’s numbers carry the letter {letters}',
  'admin.history-lost-body':
    'The system was restored from a backup or moved to another computer, so numbers given just before may be missing. New numbers read {example} for the rest of the day, so that none comes twice. Kiosks tell again what they printed; whoever holds a number that is not in the list gets a new one from you.',
  'admin.tickets-refused': 'Slips that a kiosk told of and that were not taken: {count}',
  'admin.tickets-refused-hint':
    'Somebody may hold these numbers: please give them new ones. If nobody knows why, have a look at the kiosk.',
  'admin.kiosk-was-offline-one':
    '{kiosk} was without the hub from {from} to {until} and gave 1 number by itself.',
  'admin.kiosk-was-offline':
    '{kiosk} was without the hub from {from} to {until} and gave {count} numbers by itself.',
  'admin.hub-disk-low':
    'Only {free} left on the disk of the hub. Please remove files nobody needs.',
} as const satisfies Section<typeof vi>;

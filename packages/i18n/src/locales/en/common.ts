import type { Section } from '../../section.ts';
import type { common as vi } from '../vi/common.ts';

export const common: Section<typeof vi> = {
  'common.back': 'Back',
  'common.booking-lost-closed-day': 'the centre is closed that day',
  'common.booking-lost-not-offered': 'bookings are no longer offered',
  'common.booking-lost-outside-hours': 'outside opening hours',
  'common.booking-lost-queue-closed': 'its queue is closed',
  'common.booking-lost-service-closed': 'its service is closed',
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.confirm': 'Confirm',
  'common.connecting': 'Connecting to the server…',
  'common.fault-happened': 'Sorry, something went wrong on this page.',
  'common.fault-reload': 'Reload the page',
  'common.fault-what-now': 'Every ticket that was given is safe. Please reload the page to go on.',
  'common.hours-minutes': '{hours} h {minutes} min',
  'common.language': 'Language',
  'common.less-than-a-minute': 'less than 1 min',
  'common.login': 'User name',
  'common.minutes': '{minutes} min',
  'common.name': 'Full name',
  'common.no': 'No',
  'common.offline': 'No connection to the server. Trying again…',
  'common.offline-since': 'No connection since {time}. What you see may be out of date.',
  'common.password': 'Password',
  'common.pairing-hint':
    'An administrator sees this code in Administration, under Devices. Please ask them to compare it and let this device in.',
  'common.pairing-title': 'Pair this device',
  'common.remove': 'Delete',
  'common.retry': 'Try again',
  'common.save': 'Save',
  'common.seconds': '{seconds} s',
  'common.shortcut': 'shortcut {key}',
  'common.sign-in': 'Sign in',
  'common.sign-out': 'Sign out',
  'common.turned-away-malformed':
    'The server did not understand this page. Please reload the page.',
  'common.turned-away-protocol-mismatch':
    'This page and the server are not of the same version. Please reload the page.',
  'common.turned-away-role-not-allowed': 'Your account may not use this page.',
  'common.turned-away-sign-in-first': 'Please sign in to go on.',
  'common.turned-away-superseded':
    'Another hub has taken over from this one. Please open the page at the address of the new hub.',
  'common.turned-away-unknown-device':
    'This device has not been paired, or its permission was withdrawn.',
  'common.yes': 'Yes',
};

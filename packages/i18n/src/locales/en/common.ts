import type { Section } from '../../section.ts';
import type { common as vi } from '../vi/common.ts';

export const common: Section<typeof vi> = {
  'common.back': 'Back',
  'common.booking-lost-closed-day': 'the centre is closed that day',
  'common.booking-lost-not-offered': 'bookings are no longer offered',
  'common.booking-lost-outside-hours': 'outside opening hours',
  'common.booking-lost-queue-closed': 'its queue is closed',
  'common.booking-lost-service-closed': 'its service is closed',
  'common.browser-too-old':
    'This browser is too old for this page. It needs Chrome or Edge {version} or newer. Please tell the administrator.',
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.confirm': 'Confirm',
  'common.connecting': 'Connecting to the server…',
  'common.empty': 'empty',
  'common.decrease': 'Decrease',
  'common.fault-happened': 'Sorry, something went wrong on this page.',
  'common.fault-reload': 'Reload the page',
  'common.fault-what-now': 'Every ticket that was given is safe. Please reload the page to go on.',
  'common.hours-minutes': '{hours} h {minutes} min',
  'common.waited-parts': '{first} until the first call, {again} again in line',
  'common.increase': 'Increase',
  'common.language': 'Language',
  'common.less-than-a-minute': 'less than 1 min',
  'common.login': 'User name',
  'common.menu-by-long-press': 'Press and hold, or press Alt + arrow down, to open the list',
  'common.minutes': '{minutes} min',
  'common.name': 'Full name',
  'common.needs-javascript': 'This page needs JavaScript. Please turn it on in the browser.',
  'common.no': 'No',
  'common.number-field': 'number field',
  'common.offline': 'No connection to the server. Trying again…',
  'common.offline-since': 'No connection since {time}. What you see may be out of date.',
  'common.password': 'Password',
  'common.page-not-loaded':
    'This page could not be loaded. Please load it again; if that does not help, tell the administrator.',
  'common.pairing-hint':
    'An administrator sees this code in Administration, under Devices. Please ask them to compare it and let this device in.',
  'common.websocket-blocked':
    'Slow connection: this network blocks WebSocket. Everything still works; please tell whoever looks after the network (antivirus, proxy).',
  'common.pairing-refused':
    'If this is a mistake, please speak to the administrator, then open this page again. The device asks again by itself after ten minutes.',
  'common.pairing-refused-title': 'The administrator refused this device',
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

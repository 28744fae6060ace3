import type { Section } from '../../section.ts';
import type { refusal as vi } from '../vi/refusal.ts';

export const refusal: Section<typeof vi> = {
  'refusal.dossier-code-malformed':
    'This is no dossier code; one reads like 000.00.01.H44-250715-0007. It was not noted.',
  'refusal.action-not-allowed': 'This cannot be done with a number in this state.',
  'refusal.already-checked-in': 'This booking has already been used to take a number.',
  'refusal.announcement-not-found': 'This call was not found.',
  'refusal.booking-cancelled': 'This booking was cancelled. Please ask the help desk.',
  'refusal.booking-not-found': 'This booking code was not found. Please check it.',
  'refusal.booking-other-day': 'This booking is for another day: {day}.',
  'refusal.booking-too-early':
    'Your appointment is at {time}. Please come back from {from} on, or take an ordinary number.',
  'refusal.bookings-not-offered': 'This centre takes no bookings.',
  'refusal.call-being-spoken': 'The call is being spoken. Please wait a moment.',
  'refusal.called-often-enough':
    'This number was called often enough. Please mark it absent or call the next.',
  'refusal.clerk-at-another-counter': 'You are at counter {counter}. Please close it first.',
  'refusal.clerk-not-at-counter': 'This clerk is not at a counter.',
  'refusal.clock-impossible':
    "The computer's clock cannot be right. Please set its date and time first.",
  'refusal.counter-closed': 'The counter is not open.',
  'refusal.counter-not-found': 'There is no such counter.',
  'refusal.counter-paused': 'The counter is paused. Resume before calling.',
  'refusal.counter-taken': 'Somebody else works at this counter: {clerk}.',
  'refusal.day-not-yet': 'The day {day} has not been yet.',
  'refusal.device-not-found': 'This device was not found.',
  'refusal.finish-first': 'Please finish number {number} before calling the next.',
  'refusal.grace-over': 'The time to come back is over. Please ask the help desk.',
  'refusal.hold-used': 'The place of this number was already held once.',
  'refusal.hub-unavailable': 'The server does not answer. Please try again in a few minutes.',
  'refusal.id-taken': 'This id belongs to another visit.',
  'refusal.file-too-large': 'The file is too large. Files up to {megabytes} MB are accepted.',
  'refusal.import-outdated': 'The data changed in the meantime. Please look at the preview again.',
  'refusal.import-changed-since':
    'What was imported has been changed since, so it cannot be taken back.',
  'refusal.import-not-found': 'There is no such import, or it has been taken back.',
  'refusal.import-has-errors': 'The file still has errors, so nothing was imported.',
  'refusal.in-use': 'This is in use and cannot be removed yet.',
  'refusal.kiosk-cannot-print':
    'The kiosk “{device}” cannot print at present. Please check its printer, or choose another.',
  'refusal.kiosk-locked': 'The kiosk is locked at the moment. Please ask the help desk.',
  'refusal.letters-not-drawable':
    'These letters cannot be printed on slips and reports: {letters}. Please use others.',
  'refusal.malformed': 'What was sent is not in the right form.',
  'refusal.name-taken': 'This name is already taken.',
  'refusal.nobody-waiting': 'Nobody is waiting.',
  'refusal.not-served-there': 'That counter does not serve the queue of this number.',
  'refusal.not-your-number': 'This number was not given by this kiosk.',
  'refusal.not-your-visit': 'This number is at another counter.',
  'refusal.nothing-to-undo': 'There is nothing left to undo.',
  'refusal.number-prefix-clashes':
    'With a kiosk’s letter behind them, this queue’s letters read like those of the queue “{queue}”. Please choose others.',
  'refusal.number-unknown': 'No queue has such a number.',
  'refusal.number-range-overlaps': 'The numbers overlap with the queue “{queue}”.',
  'refusal.numbers-ended':
    'No more numbers, because we close soon. Please come back when we open again.',
  'refusal.numbers-used-up': 'All numbers of today are used. Please ask the help desk.',
  'refusal.outside-opening-hours': 'No more tickets now. Please return during office hours.',
  'refusal.pairing-code-unknown': 'The pairing code is wrong or too old.',
  'refusal.password-common':
    'This password is too easy to guess. Please choose a few words of your own.',
  'refusal.password-own-name': 'The password should not be your name or login.',
  'refusal.password-short':
    'A password needs at least 10 characters. A few words will do; no symbols are needed.',
  'refusal.password-wrong': 'The present password is not right.',
  'refusal.period-reversed': 'The period ends before it begins.',
  'refusal.period-unreadable':
    '“{period}” is not a period. Examples: 2026-07, 2026-Q3, 2026-W27, 2026, 2026-01..2026-06.',
  'refusal.person-not-found': 'This person was not found.',
  'refusal.pin-not-here':
    'A PIN works only on a computer where somebody has signed in with a password today.',
  'refusal.pin-simple': 'This PIN is too easy to guess. Please choose other digits.',
  'refusal.pin-suspended':
    'The PIN is suspended after several wrong tries. Please sign in with your password.',
  'refusal.print-job-not-found': 'This slip was not found.',
  'refusal.queue-closed': 'No numbers for this service at present. Please ask the help desk.',
  'refusal.queue-letters-unknown':
    'The letters of a queue are A to Z or Vietnamese; letters of other alphabets only look like these.',
  'refusal.queue-not-found': 'There is no such queue.',
  'refusal.quota-reached':
    'This service has given all its numbers of today. Please ask the help desk.',
  'refusal.reason-needed': 'Please give a reason.',
  'refusal.role-not-allowed': 'You may not do this.',
  'refusal.service-not-found': 'There is no such service.',
  'refusal.setting-not-found': 'This item was not found.',
  'refusal.setup-file-incomplete':
    'The set-up file is cut or damaged: it cannot be read to its end. Please fetch it again.',
  'refusal.setup-file-other': 'This file is not a set-up of motcua.',
  'refusal.setup-file-version':
    'This set-up file has version {version}; this program reads version {known}. Update the program, or export the file again.',
  'refusal.setup-file-wrong':
    'The set-up file has a part that cannot be used: {at}. Nothing was changed.',
  'refusal.setup-has-visits':
    'Visits were recorded here, so this can no longer be thrown away. To begin anew, start the hub on an empty data folder.',
  'refusal.setup-not-empty': 'The centre is set up already, so made-up data cannot be put in.',
  'refusal.setup-not-made-up':
    'There is more here than made-up data: something was changed or added, so one button cannot throw it away.',
  'refusal.sign-in-failed': 'Name or password is wrong.',
  'refusal.sign-in-first': 'Please sign in first.',
  'refusal.slot-full': 'This time is fully booked.',
  'refusal.slot-not-offered': 'This time is not offered.',
  'refusal.steps-used-up': 'One visit can hold five services at most.',
  'refusal.slip-not-found':
    'This slip could not be read, or is not of today. Please scan it again, or ask our staff.',
  'refusal.ticket-not-found': 'There is no number {number} today. Please check your slip.',
  'refusal.ticket-too-old': 'The ticket is more than seven days old.',
  'refusal.too-many-requests': 'Too many attempts. Please wait a moment.',
  'refusal.visit-not-found': 'This number was not found.',
};

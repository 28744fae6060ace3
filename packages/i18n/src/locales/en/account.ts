import type { Section } from '../../section.ts';
import type { account as vi } from '../vi/account.ts';

export const account: Section<typeof vi> = {
  'account.title': 'My account',
  'account.password-title': 'Change password',
  'account.choose-title': 'Choose your password',
  'account.choose-body':
    'The link you came by works only once. Please choose a password for next time.',
  'account.current': 'Present password',
  'account.next': 'New password',
  'account.password-hint':
    'At least 10 characters. A few words are easier to keep and harder to guess than symbols.',
  'account.strength-weak': 'Not good enough',
  'account.strength-fair': 'Good',
  'account.strength-strong': 'Very good',
  'account.strength': 'Strength: {strength}',
  'account.show': 'Show the password',
  'account.password-save': 'Set password',
  'account.password-saved': 'The new password is set. Sessions on other computers have ended.',
  'account.pin-title': 'PIN for a quick change of clerk',
  'account.pin-hint':
    '4 to 6 digits. It works only on computers where somebody has signed in with a password today.',
  'account.pin-set': 'You have a PIN.',
  'account.pin-none': 'You have no PIN yet.',
  'account.pin': 'PIN',
  'account.pin-new': 'New PIN',
  'account.pin-save': 'Set PIN',
  'account.pin-remove': 'Remove PIN',
  'account.pin-saved': 'The PIN is set.',
  'account.pin-removed': 'The PIN is removed.',
  'account.everywhere-title': 'Sign out everywhere',
  'account.everywhere-body':
    'For when you forgot to sign out elsewhere. You are signed out here too.',
  'account.everywhere': 'Sign out everywhere',
  'account.pin-who': 'Who takes over?',
  'account.pin-enter': 'PIN of {name}',
  'account.pin-wrong': 'That PIN is not right.',
  'account.pin-other': 'Somebody else',
  'account.by-password': 'Sign in with a password',
  'account.by-pin': 'Sign in with a PIN',
  'account.hand-over': 'Change clerk',
  'account.link-give': 'Give a link',
  'account.link-give-title': 'Give a link to {name}?',
  'account.link-give-body':
    'For somebody who has lost the password. The link works once within 24 hours; they then choose a new password.',
  'account.link-title': 'Sign-in link of {name}',
  'account.link-label': 'Link',
  'account.link-hint':
    'It is shown only now. Open it on their computer, or write it down and hand it over.',
  'account.sign-out': 'Sign out',
  'account.sign-out-title': 'Sign out everywhere: {name}?',
  'account.sign-out-body': 'All sessions of this person end at once. The password stays.',
};

import type { Section } from '../../section.ts';
import type { account as vi } from '../vi/account.ts';

export const account: Section<typeof vi> = {
  'account.title': 'Mein Konto',
  'account.password-title': 'Passwort ändern',
  'account.choose-title': 'Wählen Sie Ihr Passwort',
  'account.choose-body':
    'Der Link, mit dem Sie kamen, gilt nur einmal. Bitte wählen Sie ein Passwort für das nächste Mal.',
  'account.current': 'Bisheriges Passwort',
  'account.next': 'Neues Passwort',
  'account.password-hint':
    'Mindestens 10 Zeichen. Einige Wörter merkt man sich leichter als Sonderzeichen, und sie sind schwerer zu erraten.',
  'account.strength-weak': 'Noch nicht ausreichend',
  'account.strength-fair': 'Gut',
  'account.strength-strong': 'Sehr gut',
  'account.strength': 'Stärke: {strength}',
  'account.show': 'Passwort zeigen',
  'account.password-save': 'Passwort setzen',
  'account.password-saved':
    'Das neue Passwort gilt. Anmeldungen an anderen Computern sind beendet.',
  'account.pin-title': 'PIN für den schnellen Wechsel am Schalter',
  'account.pin-hint':
    '4 bis 6 Ziffern. Sie gilt nur an Computern, an denen sich heute jemand mit Passwort angemeldet hat.',
  'account.pin-set': 'Sie haben eine PIN.',
  'account.pin-none': 'Sie haben noch keine PIN.',
  'account.pin': 'PIN',
  'account.pin-new': 'Neue PIN',
  'account.pin-save': 'PIN setzen',
  'account.pin-remove': 'PIN entfernen',
  'account.pin-saved': 'Die PIN gilt.',
  'account.pin-removed': 'Die PIN ist entfernt.',
  'account.everywhere-title': 'Überall abmelden',
  'account.everywhere-body':
    'Falls Sie anderswo das Abmelden vergessen haben. Auch hier werden Sie abgemeldet.',
  'account.everywhere': 'Überall abmelden',
  'account.pin-who': 'Wer übernimmt?',
  'account.pin-enter': 'PIN von {name}',
  'account.pin-wrong': 'Diese PIN stimmt nicht.',
  'account.pin-other': 'Jemand anderes',
  'account.by-password': 'Mit Passwort anmelden',
  'account.by-pin': 'Mit PIN anmelden',
  'account.hand-over': 'Wechsel',
  'account.link-give': 'Link geben',
  'account.link-give-title': '{name} einen Link geben?',
  'account.link-give-body':
    'Für alle, die ihr Passwort verloren haben. Der Link gilt einmal innerhalb von 24 Stunden; danach wird ein neues Passwort gewählt.',
  'account.link-title': 'Anmeldelink für {name}',
  'account.link-label': 'Link',
  'account.link-hint':
    'Er wird nur jetzt gezeigt. Öffnen Sie ihn am Computer der Person oder geben Sie ihn auf Papier weiter.',
  'account.sign-out': 'Abmelden',
  'account.sign-out-title': 'Abmelden an allen Computern: {name}?',
  'account.sign-out-body': 'Alle Anmeldungen dieser Person enden sofort. Das Passwort bleibt.',
};

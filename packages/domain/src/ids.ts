/** A brand keeps a QueueId from being passed where a CounterId is meant; it vanishes at run time. */
type Brand<T, Name extends string> = T & { readonly __brand: Name };

export type SiteId = Brand<string, 'SiteId'>;
export type ServiceGroupId = Brand<string, 'ServiceGroupId'>;
export type ServiceId = Brand<string, 'ServiceId'>;
export type QueueId = Brand<string, 'QueueId'>;
export type CounterId = Brand<string, 'CounterId'>;
export type VisitId = Brand<string, 'VisitId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type DeviceId = Brand<string, 'DeviceId'>;
export type CommandId = Brand<string, 'CommandId'>;
export type AnnouncementId = Brand<string, 'AnnouncementId'>;
export type PrintJobId = Brand<string, 'PrintJobId'>;
export type BookingId = Brand<string, 'BookingId'>;
export type PriorityGroupId = Brand<string, 'PriorityGroupId'>;

/** Milliseconds since the epoch, UTC. */
export type Instant = Brand<number, 'Instant'>;
/** A calendar day in the site's zone, `2026-11-23`. */
export type LocalDate = Brand<string, 'LocalDate'>;
/** A time of day in the site's zone, `07:30`; `24:00` ends a day. */
export type LocalTime = Brand<string, 'LocalTime'>;

/** A text in the languages a site offers. Vietnamese is always there; keys are BCP 47 tags. */
export interface LocalText {
  readonly vi: string;
  readonly [language: string]: string;
}

/** The text in the visitor's language, else in Vietnamese. */
export function inLanguage(text: LocalText, language: string): string {
  const translated = text[language] ?? '';
  return translated === '' ? text.vi : translated;
}

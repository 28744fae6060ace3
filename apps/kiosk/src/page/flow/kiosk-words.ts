import {
  inLanguage,
  type LocalDate,
  type LocalText,
  type PrinterFault,
  type Refusal,
  type ServiceId,
  type WaitingRange,
} from '@motcua/domain';
import type { Language, MessageKey, Translate } from '@motcua/i18n';
import { formatNearDate, formatTime, refusalText } from '@motcua/ui';
import type { IssuedTicket, KioskService, KioskView, TicketView } from '../../bridge.ts';
import type { SlipOnScreen } from './screen.ts';

export function waitingText(t: Translate, waiting: number | null): string | null {
  if (waiting === null) return null;
  if (waiting === 0) return t('kiosk.waiting-none');
  return waiting === 1 ? t('kiosk.waiting-one') : t('kiosk.waiting-many', { count: waiting });
}

export function estimateText(t: Translate, range: WaitingRange): string {
  return t('kiosk.estimate', { from: range.fromMinutes, to: range.toMinutes });
}

/** The expected waiting time where it can be estimated, else how many are waiting. */
export function waitText(
  t: Translate,
  { estimate, waiting }: Pick<KioskService, 'estimate' | 'waiting'>,
): string | null {
  return estimate === null ? waitingText(t, waiting) : estimateText(t, estimate);
}

/** Null: unknown because the hub was unreachable. */
export function aheadText(t: Translate, peopleAhead: number | null): string {
  if (peopleAhead === null) return t('kiosk.ahead-unknown');
  if (peopleAhead === 0) return t('kiosk.ahead-none');
  return peopleAhead === 1 ? t('kiosk.ahead-one') : t('kiosk.ahead-many', { count: peopleAhead });
}

/** "Quầy dự kiến: 2, 3"; null when no counter serves it. */
export function countersText(t: Translate, counters: readonly number[]): string | null {
  if (counters.length === 0) return null;
  const key: MessageKey = counters.length === 1 ? 'kiosk.counter-one' : 'kiosk.counters-many';
  return t(key, { counters: counters.join(', ') });
}

export function slipFaultText(t: Translate, fault: PrinterFault): string {
  if (fault === 'out-of-paper') return t('kiosk.slip-failed-out-of-paper');
  return t(
    fault === 'not-delivered' ? 'kiosk.slip-failed-not-delivered' : 'kiosk.slip-failed-trouble',
  );
}

/** Says no more than is known about the slip. */
export function ticketTitle(t: Translate, slip: SlipOnScreen): string {
  switch (slip) {
    case 'printing':
      return t('kiosk.printing');
    case 'slow':
      return t('kiosk.printing-slow');
    case 'accepted':
      return t('kiosk.slip-came-title');
    case 'confirmed':
      return t('kiosk.done-keep-slip');
    case 'printed':
      return t('kiosk.done-take-slip');
  }
}

/** When the visitor will be called, as far as it is known; for a booking, its booked time. */
export function ticketWaitText(
  t: Translate,
  { bookedFor, estimate, peopleAhead }: IssuedTicket,
  zone = 'Asia/Ho_Chi_Minh',
): string {
  if (bookedFor !== null) return t('kiosk.booked-for', { time: formatTime(bookedFor, zone) });
  return estimate === null ? aheadText(t, peopleAhead) : estimateText(t, estimate);
}

/** A name and the remark in brackets after it, which may be smaller. */
export function nameAndRemark(
  text: LocalText,
  language: Language,
): { readonly name: string; readonly remark: string | null } {
  const whole = inLanguage(text, language);
  const [, name, remark] = /^(.+?)\s*\(([^()]+)\)$/.exec(whole) ?? [];
  return name === undefined || remark === undefined
    ? { name: whole, remark: null }
    : { name, remark };
}

/** Why a request was refused, with dates in the visitor's language. */
export function kindRefusal(t: Translate, refusal: Refusal, language: Language): string {
  if (refusal.code === 'hub-unavailable') return t('kiosk.unconnected');
  const { day } = refusal.detail;
  if (day === undefined) return refusalText(t, refusal);
  const detail = { ...refusal.detail, day: formatNearDate(day as LocalDate, language) };
  return refusalText(t, { ...refusal, detail });
}

/** What is known of a visit's place in the queue, in one sentence. */
export function placeText(t: Translate, place: TicketView, zone: KioskView['zone']): string {
  const { state, heldUntil, peopleAhead, may } = place;
  if (heldUntil !== null) return t('kiosk.place-held', { time: formatTime(heldUntil, zone) });
  const counter = place.counterNumber ?? '';
  switch (state) {
    case 'waiting':
      return aheadText(t, peopleAhead);
    case 'called':
      return t('kiosk.place-called', { counter });
    case 'serving':
      return t('kiosk.place-serving', { counter });
    case 'parked':
      return t('kiosk.place-parked', { counter });
    case 'closed':
      return t(may.includes('rejoin') ? 'kiosk.place-missed' : 'kiosk.place-closed');
  }
}

/** The current service first, then the further ones; empty where only the number was shown. */
export function servicesOfPlace({ serviceId, next }: TicketView): readonly ServiceId[] {
  return serviceId === null ? [] : [serviceId, ...next];
}

import { WEBHOOK_EVENT_TYPES, type WebhookEventType } from '@motcua/protocol';
import type { Translate } from '@motcua/i18n';

const EVENTS = {
  'ticket.issued': 'admin.webhook-event-ticket-issued',
  'ticket.called': 'admin.webhook-event-ticket-called',
  'ticket.finished': 'admin.webhook-event-ticket-finished',
  'day.closed': 'admin.webhook-event-day-closed',
  'device.fault': 'admin.webhook-event-device-fault',
  'device.recovered': 'admin.webhook-event-device-recovered',
  'alarm.raised': 'admin.webhook-event-alarm-raised',
  'alarm.cleared': 'admin.webhook-event-alarm-cleared',
} as const satisfies Record<WebhookEventType, string>;

const ANSWERS = ['timeout', 'unreachable', 'address-local', 'address-unusable'] as const;

/** An event in words; one that a newer hub sends keeps its name. */
export function eventName(t: Translate, type: string): string {
  const known = WEBHOOK_EVENT_TYPES.find((each) => each === type);
  return known === undefined ? type : t(EVENTS[known]);
}

/** What a receiver answered, or why it did not. */
export function answerText(t: Translate, answer: string | null): string {
  if (answer === null) return '–';
  const none = ANSWERS.find((each) => each === answer);
  return none === undefined
    ? t('admin.answer-status', { status: answer })
    : t(`admin.answer-${none}`);
}

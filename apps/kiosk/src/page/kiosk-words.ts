import { inLanguage, type LocalText, type PrinterFault } from '@motcua/domain';
import type { Language, MessageKey, Translate } from '@motcua/i18n';

export function waitingText(t: Translate, waiting: number | null): string | null {
  if (waiting === null) return null;
  if (waiting === 0) return t('kiosk.waiting-none');
  return waiting === 1 ? t('kiosk.waiting-one') : t('kiosk.waiting-many', { count: waiting });
}

export function aheadText(t: Translate, peopleAhead: number): string {
  if (peopleAhead === 0) return t('kiosk.ahead-none');
  return peopleAhead === 1 ? t('kiosk.ahead-one') : t('kiosk.ahead-many', { count: peopleAhead });
}

/** "Quầy dự kiến: 2, 3"; null when nobody serves it. */
export function countersText(t: Translate, counters: readonly number[]): string | null {
  if (counters.length === 0) return null;
  const key: MessageKey = counters.length === 1 ? 'kiosk.counter-one' : 'kiosk.counters-many';
  return t(key, { counters: counters.join(', ') });
}

export function slipFaultText(t: Translate, fault: PrinterFault): string {
  return t(
    fault === 'out-of-paper' ? 'kiosk.slip-failed-out-of-paper' : 'kiosk.slip-failed-trouble',
  );
}

/** A name and the remark in brackets behind it, which may be smaller. */
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

import { inLanguage } from '@motcua/domain';
import { useLanguage, useTexts } from '@motcua/ui';
import type { IssuedTicket, KioskView } from '../../bridge.ts';

export interface NumberBlockProps {
  readonly ticket: IssuedTicket;
  readonly view: KioskView | null;
}

/** The number, as large as the glass allows, and what it is for. */
export function NumberBlock({ ticket, view }: NumberBlockProps) {
  const t = useTexts();
  const language = useLanguage();
  const service = view?.services.find(({ id }) => id === ticket.serviceId);
  return (
    <output className="number-block">
      <span className="number-label">{t('kiosk.your-number')}</span>
      <strong
        className="number"
        ref={(element) => {
          element?.style.setProperty('--letters', String(ticket.number.length));
        }}
      >
        {ticket.number}
      </strong>
      {service !== undefined && (
        <span className="number-service">{inLanguage(service.name, language)}</span>
      )}
    </output>
  );
}

import { inLanguage, type ServiceId } from '@motcua/domain';
import { useLanguage, useTexts } from '@motcua/ui';
import type { KioskView } from '../../../bridge.ts';
import { Words } from '../../text/words.tsx';

export interface NumberBlockProps {
  readonly number: string;
  /** The current service first, then the further ones. */
  readonly serviceIds: readonly ServiceId[];
  readonly priority?: boolean;
  readonly view: Pick<KioskView, 'services'> | null;
}

/** The number, as large as the screen allows, and its services. */
export function NumberBlock({ number, serviceIds, priority = false, view }: NumberBlockProps) {
  const t = useTexts();
  const language = useLanguage();
  const names = serviceIds.flatMap((serviceId) => {
    const service = view?.services.find(({ id }) => id === serviceId);
    return service === undefined ? [] : [{ serviceId, name: inLanguage(service.name, language) }];
  });
  const [only] = names;
  return (
    <output className="number-block">
      <span className="number-label">{t('kiosk.your-number')}</span>
      <strong
        className="number"
        ref={(element) => {
          element?.style.setProperty('--letters', String(number.length));
        }}
      >
        {number}
      </strong>
      {priority && <span className="number-priority">{t('kiosk.priority-mark')}</span>}
      {names.length === 1 && only !== undefined && (
        <span className="number-service">
          <Words>{only.name}</Words>
        </span>
      )}
      {names.length > 1 && (
        <ol className="number-steps">
          {names.map(({ serviceId, name }) => (
            <li key={serviceId}>
              <Words>{name}</Words>
            </li>
          ))}
        </ol>
      )}
    </output>
  );
}

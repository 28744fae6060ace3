import { inLanguage, type ServiceId } from '@motcua/domain';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import type { KioskView } from '../../../bridge.ts';
import { Words } from '../../text/words.tsx';
import styles from './number-block.module.css';

const css = classNames(styles);

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
    <output className={css('block', names.length > 1 ? 'several' : '')}>
      <span className={css('label')}>{t('kiosk.your-number')}</span>
      <strong
        className={css('number')}
        data-part="number"
        ref={(element) => {
          element?.style.setProperty('--letters', String(number.length));
        }}
      >
        {number}
      </strong>
      {priority && <span className={css('priority')}>{t('kiosk.priority-mark')}</span>}
      {names.length === 1 && only !== undefined && (
        <span className={css('service')} data-part="service">
          <Words>{only.name}</Words>
        </span>
      )}
      {names.length > 1 && (
        <ol className={css('steps')} data-part="steps">
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

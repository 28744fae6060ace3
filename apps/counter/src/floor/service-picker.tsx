import { inLanguage, type QueueId, type ServiceId, type Settings } from '@motcua/domain';
import { containsWords } from '@motcua/i18n';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import { useState } from 'react';
import { Field } from '../dialogs/fields.tsx';
import fieldsStyles from '../dialogs/fields.module.css';
import styles from './service-picker.module.css';

const fields = classNames(fieldsStyles);
const css = classNames(styles);

export interface ServicePickerProps {
  readonly settings: Settings;
  /** The services to choose from; default: all that are offered. */
  readonly services?: Settings['services'];
  readonly chosen: readonly ServiceId[];
  /** Shows the queue of each, where there is space for it. */
  readonly showsQueue?: boolean;
  /** The maximum number of choices; with one, another choice replaces it. */
  readonly most: number;
  readonly onChoose: (chosen: readonly ServiceId[]) => void;
}

/** The services of the centre, with a filter. */
export function ServicePicker(props: ServicePickerProps) {
  const { settings, chosen, most, showsQueue = false, onChoose } = props;
  const { services = settings.services.filter(({ active }) => active) } = props;
  const t = useTexts();
  const language = useLanguage();
  const [sought, setSought] = useState('');
  const found = services.filter(
    ({ id, name }) => chosen.includes(id) || containsWords(inLanguage(name, language), sought),
  );
  const queueOf = (queueId: QueueId) => {
    const queue = settings.queues.find(({ id }) => id === queueId);
    return queue === undefined ? '' : inLanguage(queue.name, language);
  };
  const toggle = (id: ServiceId) => {
    if (chosen.includes(id)) return onChoose(chosen.filter((each) => each !== id));
    onChoose(most === 1 ? [id] : [...chosen, id].slice(0, most));
  };
  return (
    <fieldset className={`${fields('choices')} ${css('picker')}`}>
      <legend>{t(most === 1 ? 'counter.service' : 'counter.services')}</legend>
      <Field>
        <span className="visually-hidden">{t('counter.service-search')}</span>
        <input
          type="search"
          placeholder={t('counter.service-search')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </Field>
      <div className={`${css('list')} ${fields('scrolling-in-dialog')}`}>
        {found.map(({ id, name, queueId }) => (
          <label key={id} className={fields('choice')}>
            <input
              type={most === 1 ? 'radio' : 'checkbox'}
              name="service"
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
            />
            <span className={fields('label')}>{inLanguage(name, language)}</span>
            {most > 1 && chosen.includes(id) && (
              <span className={fields('detail')}>{chosen.indexOf(id) + 1}</span>
            )}
            {showsQueue && <span className={fields('detail')}>{queueOf(queueId)}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

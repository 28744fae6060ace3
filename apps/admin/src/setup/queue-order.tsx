import { inLanguage, type Queue, type QueueId } from '@motcua/domain';
import { Button, classNames, useLanguage, useTexts } from '@motcua/ui';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useId } from 'react';
import { moved } from '../forms/reorder.ts';
import { say, type Words } from '../forms/words.ts';
import partsStyles from '../frame/parts.module.css';
import fieldsStyles from '../forms/fields.module.css';
import styles from './queue-order.module.css';

const parts = classNames(partsStyles);
const fields = classNames(fieldsStyles);
const css = classNames(styles);

export interface QueueOrderProps {
  readonly queues: readonly Queue[];
  readonly chosen: readonly QueueId[];
  readonly onChange: (chosen: readonly QueueId[]) => void;
  readonly problem?: Words | undefined;
}

/** The queues of a counter in their order; moved with buttons, so with the keyboard too. */
export function QueueOrder({ queues, chosen, onChange, problem }: QueueOrderProps) {
  const t = useTexts();
  const language = useLanguage();
  const id = useId();
  const nameOf = (queueId: QueueId) => {
    const queue = queues.find((each) => each.id === queueId);
    return queue === undefined ? queueId : inLanguage(queue.name, language);
  };
  const prefixOf = (queueId: QueueId) =>
    queues.find((queue) => queue.id === queueId)?.series.prefix ?? '';
  const others = queues.filter((queue) => !chosen.includes(queue.id));
  return (
    <fieldset className={`${fields('field')} ${css('order')}`} aria-describedby={`${id}-wrong`}>
      <legend>{t('admin.field-queues')}</legend>
      <ol>
        {chosen.map((queueId, index) => (
          <li key={queueId}>
            <span className={parts('mark')}>{prefixOf(queueId)}</span>
            <span className={css('name')}>{nameOf(queueId)}</span>
            <Button
              variant="quiet"
              icon={<ArrowUp size={20} />}
              aria-label={t('admin.move-up', { name: nameOf(queueId) })}
              isDisabled={index === 0}
              onPress={() => onChange(moved(chosen, index, -1))}
            />
            <Button
              variant="quiet"
              icon={<ArrowDown size={20} />}
              aria-label={t('admin.move-down', { name: nameOf(queueId) })}
              isDisabled={index === chosen.length - 1}
              onPress={() => onChange(moved(chosen, index, 1))}
            />
            <Button
              variant="quiet"
              icon={<X size={20} />}
              aria-label={t('admin.take-out', { name: nameOf(queueId) })}
              onPress={() => onChange(chosen.filter((each) => each !== queueId))}
            />
          </li>
        ))}
      </ol>
      <span className={fields('problem')} id={`${id}-wrong`}>
        {problem !== undefined && say(t, problem)}
      </span>
      <div className={css('others')} role="group" aria-label={t('admin.queues-to-add')}>
        {others.map((queue) => (
          <Button
            key={queue.id}
            icon={<Plus size={18} />}
            aria-label={t('admin.put-in', { name: inLanguage(queue.name, language) })}
            onPress={() => onChange([...chosen, queue.id])}
          >
            {inLanguage(queue.name, language)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

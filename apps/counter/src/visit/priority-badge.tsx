import { classNames, useTexts } from '@motcua/ui';
import styles from './badge.module.css';

const css = classNames(styles);

export function PriorityBadge() {
  const t = useTexts();
  return (
    <abbr className={css('badge', 'priority')} title={t('counter.priority')}>
      {t('counter.priority-short')}
    </abbr>
  );
}

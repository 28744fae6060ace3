import { useTexts } from '@motcua/ui';

export function PriorityBadge() {
  const t = useTexts();
  return (
    <abbr className="badge badge-priority" title={t('counter.priority')}>
      {t('counter.priority-short')}
    </abbr>
  );
}

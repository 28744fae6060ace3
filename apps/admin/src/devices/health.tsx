import { useTexts } from '@motcua/ui';
import type { HealthLine } from './device-health.ts';

export function Health({ lines }: { readonly lines: readonly HealthLine[] }) {
  const t = useTexts();
  if (lines.length === 0) return <span className="soft">–</span>;
  return (
    <span className="states">
      {lines.map(({ tone, key, params }) => (
        <span key={key} className={tone === 'fault' ? 'state state-fault' : 'soft'}>
          {t(key, params)}
        </span>
      ))}
    </span>
  );
}

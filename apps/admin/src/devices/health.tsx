import { classNames, useTexts } from '@motcua/ui';
import { State } from '../frame/state.tsx';
import type { HealthLine } from './device-health.ts';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export function Health({ lines }: { readonly lines: readonly HealthLine[] }) {
  const t = useTexts();
  if (lines.length === 0) return <span className={parts('soft')}>–</span>;
  return (
    <span className={parts('states')}>
      {lines.map(({ tone, key, params }) =>
        tone === 'fault' ? (
          <State key={key} tone="fault">
            {t(key, params)}
          </State>
        ) : (
          <span key={key} className={parts('soft')}>
            {t(key, params)}
          </span>
        ),
      )}
    </span>
  );
}

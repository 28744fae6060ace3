import type { Device } from '@motcua/domain';
import { classNames, useTexts } from '@motcua/ui';
import { State } from '../frame/state.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface ConditionProps {
  readonly device: Pick<Device, 'role' | 'condition' | 'revoked' | 'locked' | 'training'>;
}

/** A device's report of paper or sound, and what staff made of a kiosk. */
export function Condition({ device }: ConditionProps) {
  const t = useTexts();
  const { role, condition, revoked, locked, training } = device;
  if (revoked) return <State tone="closed">{t('admin.revoked')}</State>;
  const { printer, printProof, sound } = condition;
  if (role === 'kiosk') {
    const tone = printer === 'ready' ? 'open' : 'paused';
    return (
      <span className={parts('states')}>
        {locked && <State tone="paused">{t('admin.kiosk-locked')}</State>}
        {training && <State tone="paused">{t('admin.kiosk-training')}</State>}
        {printer === null ? (
          <span className={parts('soft')}>{t('admin.condition-unknown')}</span>
        ) : (
          <State tone={tone}>{t(`admin.printer-${printer}`)}</State>
        )}
        {printer !== null && printProof !== undefined && (
          <span className={parts('soft')} data-proof={printProof}>
            {t(printProof === 'proved' ? 'admin.printer-proves' : 'admin.printer-accepts')}
          </span>
        )}
      </span>
    );
  }
  if (role === 'display') {
    if (sound === null)
      return <span className={parts('soft')}>{t('admin.condition-unknown')}</span>;
    const tone = sound === 'on' ? 'open' : 'paused';
    return <State tone={tone}>{t(`admin.sound-${sound}`)}</State>;
  }
  return <span className={parts('soft')}>–</span>;
}

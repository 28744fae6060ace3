import type { Device } from '@motcua/domain';
import { useTexts } from '@motcua/ui';

export interface ConditionProps {
  readonly device: Pick<Device, 'role' | 'condition' | 'revoked' | 'locked' | 'training'>;
}

/** A device's report of paper or sound, and what staff made of a kiosk. */
export function Condition({ device }: ConditionProps) {
  const t = useTexts();
  const { role, condition, revoked, locked, training } = device;
  if (revoked) return <span className="state state-closed">{t('admin.revoked')}</span>;
  const { printer, printProof, sound } = condition;
  if (role === 'kiosk') {
    const tone = printer === 'ready' ? 'open' : 'paused';
    return (
      <span className="states">
        {locked && <span className="state state-paused">{t('admin.kiosk-locked')}</span>}
        {training && <span className="state state-paused">{t('admin.kiosk-training')}</span>}
        {printer === null ? (
          <span className="soft">{t('admin.condition-unknown')}</span>
        ) : (
          <span className={`state state-${tone}`}>{t(`admin.printer-${printer}`)}</span>
        )}
        {printer !== null && printProof !== undefined && (
          <span className="soft" data-proof={printProof}>
            {t(printProof === 'proved' ? 'admin.printer-proves' : 'admin.printer-accepts')}
          </span>
        )}
      </span>
    );
  }
  if (role === 'display') {
    if (sound === null) return <span className="soft">{t('admin.condition-unknown')}</span>;
    const tone = sound === 'on' ? 'open' : 'paused';
    return <span className={`state state-${tone}`}>{t(`admin.sound-${sound}`)}</span>;
  }
  return <span className="soft">–</span>;
}

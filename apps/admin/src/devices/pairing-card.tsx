import type { Refusal } from '@motcua/domain';
import type { WaitingPairing } from '@motcua/protocol/http';
import { Button, classNames, formatTime, refusalText, useTexts } from '@motcua/ui';
import { useState } from 'react';
import { TextField } from '../forms/fields.tsx';
import type { HubApi } from '../hub-api/hub-api.ts';
import partsStyles from '../frame/parts.module.css';
import fieldsStyles from '../forms/fields.module.css';
import styles from './pairing-card.module.css';

const parts = classNames(partsStyles);
const fields = classNames(fieldsStyles);
const css = classNames(styles);

export interface PairingCardProps {
  readonly pairing: WaitingPairing;
  readonly zone: string;
  readonly api: Pick<HubApi, 'approvePairing' | 'refusePairing'>;
  readonly onApproved: (name: string) => void;
  readonly onRefused: (name: string) => void;
}

/** One device that waits; its code is compared with the one on its screen. */
export function PairingCard({ pairing, zone, api, onApproved, onRefused }: PairingCardProps) {
  const t = useTexts();
  const [name, setName] = useState(pairing.name);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { code, role, address, askedAt } = pairing;
  const approve = async () => {
    if (name.trim() === '') return;
    setBusy(true);
    const result = await api.approvePairing(code, name.trim());
    setBusy(false);
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onApproved(result.value.device.name);
  };
  const refuse = async () => {
    setBusy(true);
    const result = await api.refusePairing(code);
    setBusy(false);
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onRefused(pairing.name);
  };
  return (
    <form
      className={css('pairing')}
      onSubmit={(event) => {
        event.preventDefault();
        void approve();
      }}
    >
      <span className={css('code')}>{`${code.slice(0, 3)} ${code.slice(3)}`}</span>
      <span className={parts('soft')}>
        {t(`admin.device-${role}`)} · {address} · {formatTime(askedAt, zone)}
      </span>
      <TextField
        label={t('admin.field-device-name')}
        value={name}
        onChange={setName}
        problem={name.trim() === '' ? { key: 'admin.problem-name' } : undefined}
      />
      {refusal !== null && (
        <span className={fields('problem')} role="alert">
          {refusalText(t, refusal)}
        </span>
      )}
      <Button type="submit" variant="primary" isPending={busy}>
        {t('admin.pairing-approve')}
      </Button>
      <Button isDisabled={busy} onPress={() => void refuse()}>
        {t('admin.pairing-refuse')}
      </Button>
    </form>
  );
}

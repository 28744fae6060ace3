import { DEVICE_ROLES, type PairedRole, type Refusal } from '@motcua/domain';
import { Banner, Button, classNames, Dialog, refusalText, useTexts } from '@motcua/ui';
import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { SelectField, TextField } from '../forms/fields.tsx';
import type { HubApi } from '../hub-api/hub-api.ts';
import { OnceShown } from '../people/secret-dialog.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface AddDeviceProps {
  readonly api: Pick<HubApi, 'addDevice'>;
}

/** For devices that cannot show a code; the token is shown once. */
export function AddDevice({ api }: AddDeviceProps) {
  const t = useTexts();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [role, setRole] = useState<PairedRole>('kiosk');
  const [attempted, setAttempted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [token, setToken] = useState<string | null>(null);

  const close = () => {
    setOpen(false);
    setToken(null);
    setName('');
    setAttempted(false);
    setRefusal(null);
  };
  const add = async () => {
    setAttempted(true);
    if (name.trim() === '') return;
    setBusy(true);
    const result = await api.addDevice({ role, name: name.trim() });
    setBusy(false);
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) setToken(result.value.token);
  };
  return (
    <>
      <Button icon={<Plus size={20} />} onPress={() => setOpen(true)}>
        {t('admin.device-add')}
      </Button>
      <Dialog
        title={t('admin.device-add')}
        isOpen={open}
        onClose={close}
        closesOutside={token === null}
        actions={
          token === null ? (
            <>
              <Button onPress={close}>{t('common.cancel')}</Button>
              <Button type="submit" form={formId} variant="primary" isPending={busy}>
                {t('admin.add')}
              </Button>
            </>
          ) : (
            <Button variant="primary" onPress={close}>
              {t('admin.secret-noted')}
            </Button>
          )
        }
      >
        {token === null ? (
          <form
            id={formId}
            noValidate
            className={parts('stack')}
            onSubmit={(event) => {
              event.preventDefault();
              void add();
            }}
          >
            <p>{t('admin.device-add-hint')}</p>
            <TextField
              label={t('admin.field-device-name')}
              value={name}
              onChange={setName}
              problem={attempted && name.trim() === '' ? { key: 'admin.problem-name' } : undefined}
            />
            <SelectField
              label={t('admin.field-device-role')}
              value={role}
              choices={DEVICE_ROLES.map((value) => ({ value, label: t(`admin.device-${value}`) }))}
              onChange={setRole}
            />
            {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
          </form>
        ) : (
          <div className={parts('stack')}>
            <OnceShown label={t('admin.token-of', { name })} value={token} />
            <p>{t('admin.token-hint')}</p>
          </div>
        )}
      </Dialog>
    </>
  );
}

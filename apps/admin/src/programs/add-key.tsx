import { API_SCOPES, type ApiScope, type Refusal } from '@motcua/domain';
import type { ApiKeyWithToken } from '@motcua/protocol/http';
import { Banner, Button, classNames, Dialog, refusalText, useTexts } from '@motcua/ui';
import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { CheckList } from '../forms/check-list.tsx';
import { TextField } from '../forms/fields.tsx';
import type { HubApi } from '../hub-api/hub-api.ts';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface AddKeyProps {
  readonly api: Pick<HubApi, 'createKey'>;
  readonly onMade: (made: ApiKeyWithToken) => void;
}

interface Form {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
}
const EMPTY: Form = { name: '', scopes: [] };

/** Asks for the program and what it may do. */
export function AddKey({ api, onMade }: AddKeyProps) {
  const t = useTexts();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState(EMPTY);
  const [attempted, setAttempted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isNamed = form.name.trim() !== '';

  const close = () => {
    setOpen(false);
    setForm(EMPTY);
    setAttempted(false);
    setRefusal(null);
  };
  const create = async () => {
    setAttempted(true);
    if (!isNamed || form.scopes.length === 0) return;
    setBusy(true);
    const result = await api.createKey(form);
    setBusy(false);
    if (!result.ok) {
      setRefusal(result.refusal);
      return;
    }
    close();
    onMade(result.value);
  };
  return (
    <>
      <Button variant="primary" icon={<Plus size={20} />} onPress={() => setOpen(true)}>
        {t('admin.key-add')}
      </Button>
      <Dialog
        title={t('admin.key-add')}
        isOpen={open}
        onClose={close}
        closesOutside={false}
        actions={
          <>
            <Button onPress={close}>{t('common.cancel')}</Button>
            <Button type="submit" form={formId} variant="primary" isPending={busy}>
              {t('admin.key-add')}
            </Button>
          </>
        }
      >
        <form
          id={formId}
          noValidate
          className={parts('stack')}
          onSubmit={(event) => {
            event.preventDefault();
            void create();
          }}
        >
          <TextField
            label={t('admin.key-name')}
            value={form.name}
            onChange={(name) => setForm({ ...form, name })}
            problem={attempted && !isNamed ? { key: 'admin.problem-name' } : undefined}
          />
          <CheckList
            label={t('admin.key-scopes')}
            choices={API_SCOPES.map((value) => ({ value, label: t(`admin.key-scope-${value}`) }))}
            chosen={form.scopes}
            onChange={(scopes) => setForm({ ...form, scopes })}
            problem={
              attempted && form.scopes.length === 0
                ? { key: 'admin.problem-choose-one' }
                : undefined
            }
          />
          {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
        </form>
      </Dialog>
    </>
  );
}

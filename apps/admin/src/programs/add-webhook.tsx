import type { Refusal } from '@motcua/domain';
import { WEBHOOK_EVENT_TYPES } from '@motcua/protocol';
import type { NewWebhook } from '@motcua/protocol/http';
import { Banner, Button, classNames, Dialog, refusalText, useTexts } from '@motcua/ui';
import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { CheckList } from '../forms/check-list.tsx';
import { SwitchField, TextField } from '../forms/fields.tsx';
import type { HubApi } from '../hub-api/hub-api.ts';
import { eventName } from './webhook-words.ts';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface AddWebhookProps {
  readonly api: Pick<HubApi, 'addWebhook'>;
  readonly onAdded: (secret: string) => void;
}

const EMPTY: NewWebhook = { url: '', events: [], allowLocal: false };

/** Asks for the receiver and what it is told; whether its address is usable is for the hub to say. */
export function AddWebhook({ api, onAdded }: AddWebhookProps) {
  const t = useTexts();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState(EMPTY);
  const [attempted, setAttempted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const change = (changed: Partial<NewWebhook>) => {
    setForm({ ...form, ...changed });
    setRefusal(null);
  };
  const close = () => {
    setOpen(false);
    change(EMPTY);
    setAttempted(false);
  };
  const add = async () => {
    setAttempted(true);
    if (form.events.length === 0) return;
    setBusy(true);
    const result = await api.addWebhook({ ...form, url: form.url.trim() });
    setBusy(false);
    if (!result.ok) {
      setRefusal(result.refusal);
      return;
    }
    close();
    onAdded(result.value.secret);
  };
  return (
    <>
      <Button variant="primary" icon={<Plus size={20} />} onPress={() => setOpen(true)}>
        {t('admin.webhook-add')}
      </Button>
      <Dialog
        title={t('admin.webhook-add')}
        isOpen={open}
        onClose={close}
        closesOutside={false}
        actions={
          <>
            <Button onPress={close}>{t('common.cancel')}</Button>
            <Button type="submit" form={formId} variant="primary" isPending={busy}>
              {t('admin.webhook-add')}
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
            void add();
          }}
        >
          <TextField
            label={t('admin.webhook-address')}
            hint={t('admin.hint-webhook-address')}
            value={form.url}
            onChange={(url) => change({ url })}
          />
          <CheckList
            label={t('admin.webhook-events')}
            choices={WEBHOOK_EVENT_TYPES.map((value) => ({ value, label: eventName(t, value) }))}
            chosen={form.events}
            onChange={(events) => change({ events: [...events] })}
            problem={
              attempted && form.events.length === 0
                ? { key: 'admin.problem-choose-one' }
                : undefined
            }
          />
          <SwitchField
            label={t('admin.webhook-allow-local')}
            value={form.allowLocal}
            onChange={(allowLocal) => change({ allowLocal })}
          />
          {form.allowLocal && (
            <Banner tone="warning">{t('admin.webhook-allow-local-warning')}</Banner>
          )}
          {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
        </form>
      </Dialog>
    </>
  );
}

import { PERSON_ROLES, type Person, type Refusal } from '@motcua/domain';
import type { PersonWithSecret } from '@motcua/protocol/http';
import { Banner, Button, classNames, Dialog, refusalText, useTexts } from '@motcua/ui';
import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { SelectField, TextField } from '../forms/fields.tsx';
import { say } from '../forms/words.ts';
import type { HubApi, NewPerson } from '../hub-api/hub-api.ts';
import { checkPerson } from './person-form.ts';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface AddPersonProps {
  readonly api: Pick<HubApi, 'addPerson'>;
  readonly people: readonly Person[];
  readonly onAdded: (made: PersonWithSecret) => void;
}

const EMPTY: NewPerson = { name: '', login: '', role: 'clerk', skills: null };

export function AddPerson({ api, people, onAdded }: AddPersonProps) {
  const t = useTexts();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState(EMPTY);
  const [attempted, setAttempted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const problems = attempted ? checkPerson(form, people) : {};

  const close = () => {
    setOpen(false);
    setForm(EMPTY);
    setAttempted(false);
    setRefusal(null);
  };
  const add = async () => {
    setAttempted(true);
    if (Object.keys(checkPerson(form, people)).length > 0) return;
    setBusy(true);
    const result = await api.addPerson(form);
    setBusy(false);
    if (!result.ok) {
      setRefusal(result.refusal);
      return;
    }
    close();
    onAdded(result.value);
  };
  const refusalWords = (no: Refusal) =>
    no.code === 'name-taken'
      ? say(t, { key: 'admin.problem-login-taken', params: { login: form.login } })
      : refusalText(t, no);
  return (
    <>
      <Button variant="primary" icon={<Plus size={20} />} onPress={() => setOpen(true)}>
        {t('admin.person-add')}
      </Button>
      <Dialog
        title={t('admin.person-add')}
        isOpen={open}
        onClose={close}
        closesOutside={false}
        actions={
          <>
            <Button onPress={close}>{t('common.cancel')}</Button>
            <Button type="submit" form={formId} variant="primary" isPending={busy}>
              {t('admin.add')}
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
            label={t('common.name')}
            value={form.name}
            onChange={(name) => setForm({ ...form, name })}
            problem={problems['name']}
          />
          <TextField
            label={t('common.login')}
            hint={t('admin.hint-login')}
            value={form.login}
            onChange={(login) => setForm({ ...form, login })}
            problem={problems['login']}
          />
          <SelectField
            label={t('admin.field-role')}
            hint={t(`admin.role-${form.role}-hint`)}
            value={form.role}
            choices={PERSON_ROLES.map((value) => ({ value, label: t(`admin.role-${value}`) }))}
            onChange={(role) => setForm({ ...form, role })}
          />
          {refusal !== null && <Banner tone="fault">{refusalWords(refusal)}</Banner>}
        </form>
      </Dialog>
    </>
  );
}

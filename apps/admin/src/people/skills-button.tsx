import { inLanguage, type Person, type Queue, type QueueId, type Refusal } from '@motcua/domain';
import { Banner, Button, classNames, Dialog, refusalText, useLanguage, useTexts } from '@motcua/ui';
import { useState } from 'react';
import { SwitchField } from '../forms/fields.tsx';
import partsStyles from '../frame/parts.module.css';
import fieldsStyles from '../forms/fields.module.css';
import styles from './skills-button.module.css';

const parts = classNames(partsStyles);
const fields = classNames(fieldsStyles);
const css = classNames(styles);

export interface SkillsButtonProps {
  readonly person: Person;
  readonly queues: readonly Queue[];
  /** Null: done. */
  readonly onSave: (skills: Person['skills']) => Promise<Refusal | null>;
}

/** Shows which queues a person can serve, and opens the list of them. */
export function SkillsButton({ person, queues, onSave }: SkillsButtonProps) {
  const t = useTexts();
  const language = useLanguage();
  const [draft, setDraft] = useState<Person['skills'] | undefined>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const title = t('admin.skills-title', { name: person.name });
  const known = (skills: readonly QueueId[]) =>
    queues.map(({ id }) => id).filter((id) => skills.includes(id));
  const chosen = draft ?? null;
  const served =
    person.skills === null
      ? t('admin.skills-all')
      : t('admin.skills-some', { count: known(person.skills).length });

  const close = () => {
    setDraft(undefined);
    setRefusal(null);
  };
  const save = async () => {
    setBusy(true);
    const no = await onSave(chosen);
    setBusy(false);
    setRefusal(no);
    if (no === null) close();
  };
  return (
    <>
      <Button
        variant="quiet"
        aria-label={`${title}: ${served}`}
        onPress={() => setDraft(person.skills === null ? null : known(person.skills))}
      >
        {served}
      </Button>
      <Dialog
        title={title}
        isOpen={draft !== undefined}
        onClose={close}
        closesOutside={false}
        actions={
          <>
            <Button onPress={close}>{t('common.cancel')}</Button>
            <Button
              variant="primary"
              isPending={busy}
              isDisabled={chosen?.length === 0}
              onPress={() => void save()}
            >
              {t('common.save')}
            </Button>
          </>
        }
      >
        <div className={parts('stack')}>
          <p className={fields('hint')}>{t('admin.skills-hint')}</p>
          <SwitchField
            label={t('admin.skills-every')}
            value={chosen === null}
            onChange={(all) => setDraft(all ? null : queues.map(({ id }) => id))}
          />
          {chosen !== null && (
            <div className={css('skills')}>
              {queues.map(({ id, name, series }) => (
                <SwitchField
                  key={id}
                  label={`${series.prefix} ${inLanguage(name, language)}`.trim()}
                  value={chosen.includes(id)}
                  onChange={(can) => setDraft(known(can ? [...chosen, id] : without(chosen, id)))}
                />
              ))}
            </div>
          )}
          {chosen?.length === 0 && <Banner tone="warning">{t('admin.problem-skills')}</Banner>}
          {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
        </div>
      </Dialog>
    </>
  );
}

function without(skills: readonly QueueId[], id: QueueId): readonly QueueId[] {
  return skills.filter((each) => each !== id);
}

import { Banner, Button, classNames, refusalText, useTexts } from '@motcua/ui';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { SettingForm } from './use-setting-form.ts';
import styles from './setting-form-frame.module.css';

const css = classNames(styles);

export interface SettingFormFrameProps {
  readonly setting: Omit<SettingForm<object>, 'form' | 'edit'>;
  /** The consequences of saving. */
  readonly warning?: ReactNode;
  /** Buttons beside "Save". */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

/** Around the fields of a setting: conflicts, the hub's refusal, and the save button. */
export function SettingFormFrame({ setting, warning, more, children }: SettingFormFrameProps) {
  const t = useTexts();
  const { conflict, outcome, refusal, dirty, isNew, problemCount, save, discard } = setting;
  const form = useRef<HTMLFormElement>(null);
  const hasProblems = problemCount > 0;
  const [tries, setTries] = useState(0);
  // Only when an attempt to save finds problems, not while they are being corrected.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tries]);

  return (
    <form
      ref={form}
      className={css('form')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
        setTries(tries + 1);
      }}
    >
      {children}
      <div className={css('bar')} data-part="form-bar">
        {/* Visible beside the button that it is about, wherever the page is scrolled to. */}
        <div className={css('said')}>
          {conflict === 'changed' && (
            <Banner
              tone="warning"
              title={t('admin.conflict-title')}
              action={
                <span className={css('buttons')}>
                  <Button onPress={setting.loadTheirs}>{t('admin.conflict-load')}</Button>
                  <Button onPress={setting.keepMine}>{t('admin.conflict-keep')}</Button>
                </span>
              }
            >
              {t('admin.conflict-body')}
            </Banner>
          )}
          {conflict === 'removed' && (
            <Banner
              tone="warning"
              title={t('admin.removed-title')}
              action={<Button onPress={setting.keepMine}>{t('admin.removed-keep')}</Button>}
            >
              {t('admin.removed-body')}
            </Banner>
          )}
          {refusal !== null && (
            <Banner tone="fault" title={t('admin.not-saved')}>
              {refusalText(t, refusal)}
            </Banner>
          )}
          {hasProblems && <Banner tone="warning">{t('admin.problems')}</Banner>}
          {warning}
        </div>
        <Button
          type="submit"
          variant="primary"
          isDisabled={conflict !== 'none' || (!dirty && !isNew)}
          isPending={outcome === 'saving'}
        >
          {t(outcome === 'saving' ? 'admin.saving' : isNew ? 'admin.add' : 'common.save')}
        </Button>
        {dirty && !isNew && (
          <Button variant="quiet" onPress={discard}>
            {t('admin.discard')}
          </Button>
        )}
        <span className={css('saved')} role="status">
          {outcome === 'saved' && !dirty && t('admin.saved')}
        </span>
        <span className={css('gap')} />
        {more}
      </div>
    </form>
  );
}

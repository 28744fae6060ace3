import { STEP_RESULTS } from '@motcua/domain';
import { Button, classNames, KeyCap, useTexts } from '@motcua/ui';
import type { RefObject } from 'react';
import type { JustServed, ResultQuestion } from './use-result.ts';
import styles from './result-strip.module.css';

const css = classNames(styles);

export interface ResultStripProps {
  readonly question: ResultQuestion;
  readonly usable: boolean;
  /** A key moves the focus there. */
  readonly codeField: RefObject<HTMLInputElement | null>;
}

/** What was done for the visitor before. It takes its place from the card above, so that no button below it moves. */
export function ResultStrip({ question, usable, codeField }: ResultStripProps) {
  const t = useTexts();
  const { served, record, skip } = question;
  if (served === null) return null;
  return (
    <div className={css('strip')} data-part="result-strip">
      {served.recorded === null && (
        <>
          <strong className={css('number')}>
            {t('counter.result-of', { number: served.number })}
          </strong>
          {STEP_RESULTS.map((result, index) => (
            <Button
              key={result}
              shortcut={String(index + 1)}
              isDisabled={!usable}
              onPress={() => record(result, null)}
            >
              {t(`counter.result-${result}`)}
            </Button>
          ))}
          <Button variant="quiet" shortcut="Esc" onPress={skip}>
            {t('counter.skip-result')}
          </Button>
        </>
      )}
      {served.recorded !== null && (
        <CodeForm key={served.visitId} {...{ served, usable, codeField, record, skip }} />
      )}
    </div>
  );
}

interface CodeFormProps extends Omit<ResultStripProps, 'question'> {
  readonly served: JustServed;
  readonly record: ResultQuestion['record'];
  readonly skip: () => void;
}

/** A scanner types the code and ends it with Enter. */
function CodeForm({ served, usable, codeField, record, skip }: CodeFormProps) {
  const t = useTexts();
  const { number, recorded } = served;
  if (recorded === null) return null;
  const { result, dossierCode } = recorded;
  const submit = () => {
    const written = codeField.current?.value.trim() ?? '';
    codeField.current?.blur();
    record(result, written === '' ? null : written);
  };
  return (
    <form
      className={css('code')}
      onSubmit={(event) => {
        event.preventDefault();
        if (usable) submit();
      }}
    >
      <strong className={css('number')}>
        {t('counter.result-is', { number, result: t(`counter.result-${result}`) })}
      </strong>
      <label className={css('field')}>
        <span>{t('counter.dossier-code')}</span>
        <KeyCap name="W" />
        <input
          ref={codeField}
          type="text"
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          defaultValue={dossierCode}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </label>
      <Button type="submit" isDisabled={!usable}>
        {t('counter.note-code')}
      </Button>
      <Button variant="quiet" shortcut="Esc" onPress={skip}>
        {t('counter.skip-result')}
      </Button>
    </form>
  );
}

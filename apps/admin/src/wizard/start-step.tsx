import { isEmpty, isMadeUp } from '@motcua/domain/setup';
import { Banner, Button, classNames, refusalText, useTexts } from '@motcua/ui';
import { ArrowRight, FlaskConical, Trash2 } from 'lucide-react';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { Card } from '../frame/card.tsx';
import { PageHead } from '../frame/page-head.tsx';
import { SetupFileUpload } from './setup-file.tsx';
import type { StepProps } from './step-props.ts';
import { useSetUp } from './use-set-up.ts';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

/** Three ways to begin: by hand, with the file of another office, with a made-up centre. */
export function StartStep({ mirror, api, onNext }: StepProps) {
  const t = useTexts();
  const { settings } = mirror;
  return (
    <>
      <PageHead title={t('setup.start-title')} lead={t('setup.start-lead')} />
      <div className={parts('columns-wide')}>
        <Card>
          <h2>{t('setup.by-hand')}</h2>
          <p>{t('setup.by-hand-hint')}</p>
          <div>
            <Button variant="primary" icon={<ArrowRight size={20} />} onPress={onNext}>
              {t('setup.by-hand-go')}
            </Button>
          </div>
        </Card>
        <Card>
          <h2>{t('setup.from-file')}</h2>
          <p>{t('setup.from-file-hint')}</p>
          <SetupFileUpload api={api} />
        </Card>
        {isMadeUp(settings) ? (
          <Discard api={api} />
        ) : (
          <MadeUp api={api} isPossible={isEmpty(settings)} />
        )}
      </div>
    </>
  );
}

function MadeUp({ api, isPossible }: Pick<StepProps, 'api'> & { readonly isPossible: boolean }) {
  const t = useTexts();
  const { busy, refusal, apply } = useSetUp(api);
  return (
    <Card>
      <h2>{t('setup.made-up')}</h2>
      <p>{t('setup.made-up-hint')}</p>
      {isPossible ? (
        <div>
          <Button
            icon={<FlaskConical size={20} />}
            isPending={busy}
            onPress={() => void apply({ type: 'made-up' })}
          >
            {t('setup.made-up-go')}
          </Button>
        </div>
      ) : (
        <p className={parts('soft')}>{t('refusal.setup-not-empty')}</p>
      )}
      {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
    </Card>
  );
}

function Discard({ api }: Pick<StepProps, 'api'>) {
  const t = useTexts();
  return (
    <Card alarm>
      <h2>{t('setup.made-up-now')}</h2>
      <p>{t('setup.made-up-now-hint')}</p>
      <div>
        <ConfirmButton
          variant="danger"
          icon={<Trash2 size={20} />}
          label={t('setup.discard')}
          title={t('setup.discard-title')}
          confirmLabel={t('setup.discard')}
          onConfirm={async () => {
            const done = await api.setUp({ type: 'discard' });
            return done.ok ? null : done.refusal;
          }}
        >
          {t('setup.discard-body')}
        </ConfirmButton>
      </div>
    </Card>
  );
}

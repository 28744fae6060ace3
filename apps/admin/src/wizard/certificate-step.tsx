import { useTexts } from '@motcua/ui';
import { Card } from '../frame/card.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { StepProps } from './step-props.ts';

/** Whether other computers reach the hub over TLS, and how that is set up on the hub's own computer. */
export function CertificateStep({ steps }: StepProps) {
  const t = useTexts();
  const isEncrypted = steps.every(({ advice }) => !advice.includes('no-certificate'));
  return (
    <>
      <PageHead title={t('setup.certificate-title')} lead={t('setup.certificate-lead')} />
      <Card>
        {isEncrypted ? (
          <p>{t('setup.certificate-there')}</p>
        ) : (
          <>
            <p>{t('setup.certificate-make')}</p>
            <p>
              <code>motcua certificate --data ./data</code>
            </p>
            <p>{t('setup.certificate-then')}</p>
          </>
        )}
      </Card>
    </>
  );
}

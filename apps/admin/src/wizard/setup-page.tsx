import { SETUP_STEPS, type SetupStepName, setupSteps } from '@motcua/domain/setup';
import { Button, classNames, useTexts } from '@motcua/ui';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useMemo, type ComponentType } from 'react';
import { BackupSettingsPage } from '../backup-settings/backup-settings-page.tsx';
import { usePolled } from '../backup-settings/use-polled.ts';
import { NotYours } from '../frame/not-yours.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { HoursPage } from '../hours/hours-page.tsx';
import { PeoplePage } from '../people/people-page.tsx';
import { CentrePage } from '../setup/centre-page.tsx';
import { CertificateStep } from './certificate-step.tsx';
import { CountersStep } from './counters-step.tsx';
import { DisplayStep, KioskStep } from './device-steps.tsx';
import { FinishStep } from './finish-step.tsx';
import { QueuesStep } from './queues-step.tsx';
import { ServicesStep } from './services-step.tsx';
import { StartStep } from './start-step.tsx';
import { StepList } from './step-list.tsx';
import type { StepProps } from './step-props.ts';
import styles from './step-list.module.css';

const css = classNames(styles);

const BACKUP_INTERVAL_MS = 10_000;

const STEPS = {
  start: StartStep,
  centre: CentrePage,
  services: ServicesStep,
  queues: QueuesStep,
  counters: CountersStep,
  hours: HoursPage,
  people: PeopleStep,
  kiosk: KioskStep,
  display: DisplayStep,
  backup: BackupSettingsPage,
  certificate: CertificateStep,
  finish: FinishStep,
} as const satisfies Record<SetupStepName, ComponentType<StepProps>>;

/** Leads through the set-up of a centre. All that is entered is in the hub's settings, so any step can be left at any time. */
export function SetupPage(props: PageProps) {
  const { mirror, part, go, api } = props;
  const t = useTexts();
  const { answer: backups } = usePolled(api.backups, BACKUP_INTERVAL_MS);
  const isBackedUp = backups === null ? null : backups.newest !== null;
  const steps = useMemo(() => {
    const { settings, today, devices, people } = mirror;
    return setupSteps({
      ...{ settings, today, isBackedUp },
      devices: [...devices.values()],
      people: [...people.values()],
      isEncrypted: location.protocol === 'https:',
    });
  }, [mirror, isBackedUp]);
  const shown = SETUP_STEPS.find((step) => step === part) ?? 'start';
  const at = SETUP_STEPS.indexOf(shown);
  const [before, next] = [SETUP_STEPS[at - 1], SETUP_STEPS[at + 1]];
  const show = (step: SetupStepName) => go({ page: 'setup', part: step });
  const Step = STEPS[shown];
  return (
    <>
      <StepList steps={steps} shown={shown} onShow={show} />
      <div className={css('step')}>
        <Step {...props} steps={steps} onNext={() => show(next ?? shown)} />
      </div>
      <div className={css('foot')}>
        {before === undefined ? (
          <span />
        ) : (
          <Button icon={<ArrowLeft size={20} />} onPress={() => show(before)}>
            {t('setup.back', { step: t(`setup.step-${before}`) })}
          </Button>
        )}
        {next === undefined ? (
          <Button variant="primary" onPress={() => go({ page: 'today', part: null })}>
            {t('setup.to-today')}
          </Button>
        ) : (
          <Button icon={<ArrowRight size={20} />} onPress={() => show(next)}>
            {t('setup.next', { step: t(`setup.step-${next}`) })}
          </Button>
        )}
      </div>
    </>
  );
}

/** People are the administrator's. */
function PeopleStep(props: StepProps) {
  const { me, go } = props;
  return me.role === 'administrator' ? (
    <PeoplePage {...props} />
  ) : (
    <NotYours page="people" mine={me.role} go={go} />
  );
}

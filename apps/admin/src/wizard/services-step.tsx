import { inLanguage, type Service, type ServiceGroup, type ServiceId } from '@motcua/domain';
import { CATALOGUE } from '@motcua/domain/setup';
import { Banner, Button, classNames, refusalText, useLanguage, useTexts } from '@motcua/ui';
import { ArrowRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { Card } from '../frame/card.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { StepProps } from './step-props.ts';
import { useSetUp } from './use-set-up.ts';
import partsStyles from '../frame/parts.module.css';
import styles from './services-step.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

/** What a new centre most likely offers: everything, until it has chosen. */
function firstChoice(services: readonly Service[]): ReadonlySet<ServiceId> {
  const known = CATALOGUE.services.filter(({ id }) => services.some((each) => each.id === id));
  return new Set((services.length === 0 ? CATALOGUE.services : known).map(({ id }) => id));
}

/** The catalogue, group by group; what the centre needs of it is chosen here. */
export function ServicesStep({ mirror, api, go, onNext }: StepProps) {
  const t = useTexts();
  const { busy, refusal, apply } = useSetUp(api);
  const [chosen, setChosen] = useState(() => firstChoice(mirror.settings.services));
  const choose = (services: readonly Service[], isChosen: boolean) => {
    const after = new Set(chosen);
    for (const { id } of services)
      if (isChosen) after.add(id);
      else after.delete(id);
    setChosen(after);
  };
  const take = async () => {
    if (await apply({ type: 'services', serviceIds: [...chosen] })) onNext();
  };
  return (
    <>
      <PageHead title={t('setup.services-title')} lead={t('setup.services-lead')} />
      <div className={css('bar')}>
        <Button
          variant="primary"
          icon={<ArrowRight size={20} />}
          isPending={busy}
          onPress={() => void take()}
        >
          {t('setup.services-take', { count: chosen.size })}
        </Button>
        <Button
          icon={<Plus size={20} />}
          onPress={() => go({ page: 'services', part: 'services' })}
        >
          {t('setup.services-own')}
        </Button>
      </div>
      {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
      {CATALOGUE.serviceGroups.map((group) => (
        <Group key={group.id} {...{ group, chosen, choose }} />
      ))}
    </>
  );
}

interface GroupProps {
  readonly group: ServiceGroup;
  readonly chosen: ReadonlySet<ServiceId>;
  readonly choose: (services: readonly Service[], isChosen: boolean) => void;
}

function Group({ group, chosen, choose }: GroupProps) {
  const t = useTexts();
  const language = useLanguage();
  const services = CATALOGUE.services.filter(({ groupId }) => groupId === group.id);
  const count = services.filter(({ id }) => chosen.has(id)).length;
  const name = inLanguage(group.name, language);
  return (
    <Card aria-label={name}>
      <div className={parts('head')}>
        <h2>{name}</h2>
        <div className={css('all')}>
          <span className={parts('soft')}>
            {t('setup.services-chosen', { count, all: services.length })}
          </span>
          <Button
            variant="quiet"
            aria-label={`${t('setup.all')}: ${name}`}
            isDisabled={count === services.length}
            onPress={() => choose(services, true)}
          >
            {t('setup.all')}
          </Button>
          <Button
            variant="quiet"
            aria-label={`${t('setup.none')}: ${name}`}
            isDisabled={count === 0}
            onPress={() => choose(services, false)}
          >
            {t('setup.none')}
          </Button>
        </div>
      </div>
      <ul className={css('services')}>
        {services.map((service) => (
          <li key={service.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(service.id)}
                onChange={({ target }) => choose([service], target.checked)}
              />
              <span>{inLanguage(service.name, language)}</span>
            </label>
          </li>
        ))}
      </ul>
    </Card>
  );
}

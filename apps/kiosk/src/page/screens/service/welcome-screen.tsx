import { inLanguage } from '@motcua/domain';
import { classNames, ServicePicture, useLanguage, useTexts } from '@motcua/ui';
import type { KioskService, KioskView } from '../../../bridge.ts';
import { Pager } from '../../touch/pager.tsx';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { GroupList } from './group-list.tsx';
import { PaperNotice } from '../ticket/paper-notice.tsx';
import { Title } from '../title.tsx';
import { Card, CardName } from './card.tsx';
import styles from './card-lists.module.css';

const css = classNames(styles);

export interface WelcomeScreenProps {
  readonly view: KioskView;
  readonly dispatch: Dispatch;
}

export function WelcomeScreen({ view, dispatch }: WelcomeScreenProps) {
  const t = useTexts();
  const language = useLanguage();
  const usual = view.usual.flatMap((id) => view.services.find((each) => each.id === id) ?? []);
  return (
    <>
      <Title inRow remark={t('kiosk.welcome')}>
        {t('kiosk.groups-title')}
      </Title>
      <PaperNotice view={view} />
      <Pager>
        <div className={css('lists')}>
          {usual.length > 0 && (
            <section aria-labelledby="usual">
              <h2 id="usual">{t('kiosk.usual')}</h2>
              <ul className={css('usual')}>
                {usual.map((service) => (
                  <li key={service.id}>
                    <Card
                      look="usual"
                      id={`usual-${service.id}`}
                      onPress={() => dispatch({ type: 'look-at-service', serviceId: service.id })}
                    >
                      <ServicePicture name={iconOf(view, service)} />
                      <CardName>{inLanguage(service.name, language)}</CardName>
                    </Card>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="groups">
            <h2 id="groups">{t('kiosk.all-services')}</h2>
            <GroupList view={view} dispatch={dispatch} />
          </section>
        </div>
      </Pager>
    </>
  );
}

function iconOf({ serviceGroups }: KioskView, service: KioskService) {
  return serviceGroups.find(({ id }) => id === service.groupId)?.icon ?? 'dots';
}

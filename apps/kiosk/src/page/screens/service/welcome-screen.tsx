import { inLanguage } from '@motcua/domain';
import { ServicePicture, useLanguage, useTexts } from '@motcua/ui';
import type { KioskService, KioskView } from '../../../bridge.ts';
import { Pager } from '../../touch/pager.tsx';
import { Press } from '../../touch/press.tsx';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { Words } from '../../text/words.tsx';
import { GroupList } from './group-list.tsx';
import { PaperNotice } from '../ticket/paper-notice.tsx';
import { Title } from '../title.tsx';

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
      <Title remark={t('kiosk.welcome')}>{t('kiosk.groups-title')}</Title>
      <PaperNotice view={view} />
      <Pager>
        <div className="welcome">
          {usual.length > 0 && (
            <section aria-labelledby="usual">
              <h2 id="usual">{t('kiosk.usual')}</h2>
              <ul className="usual">
                {usual.map((service) => (
                  <li key={service.id}>
                    <Press
                      className="card card-usual"
                      id={`usual-${service.id}`}
                      onPress={() => dispatch({ type: 'look-at-service', serviceId: service.id })}
                    >
                      <ServicePicture name={iconOf(view, service)} />
                      <span className="card-name">
                        <Words>{inLanguage(service.name, language)}</Words>
                      </span>
                    </Press>
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

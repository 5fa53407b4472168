import { Skeleton } from '@mantine/core';
import { create } from '@bufbuild/protobuf';
import { useFailure } from '../api/use_failure';
import { Failure } from '../components/Failure';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { QuietHoursSchema } from '../gen/voronka/notifier/v1/preference_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { isAdmin, leads } from '../people/rights';
import { ColleagueInbox } from './ColleagueInbox';
import { DeviceList } from './DeviceList';
import { KindTable } from './KindTable';
import { useEdit } from './preference_edit';
import { usePreferences } from './preference_query';
import { PushDetails } from './PushDetails';
import { QuietHoursFields } from './QuietHoursFields';
import { ThisDevice } from './ThisDevice';

const noQuietHours = create(QuietHoursSchema);

function Own() {
  const { t } = useTranslation();
  const query = usePreferences();
  const failure = useFailure(query);
  const edit = useEdit();
  if (failure) return <Failure {...failure} />;
  if (!query.data) return <Skeleton height={320} radius={12} />;
  const { kinds, quietHours = noQuietHours } = query.data;
  return (
    <>
      <Block title={t('preferences.kinds')}>
        <KindTable kinds={kinds} change={(kind) => edit({ kind })} />
      </Block>
      <Block title={t('preferences.quietHours.title')}>
        <QuietHoursFields quietHours={quietHours} change={(changed) => edit({ quietHours: changed })} />
      </Block>
    </>
  );
}

// Where, when and of what the user is told.
export function PreferencesPage({ user }: { user: User }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('notifications.title')} />
      <div className={page.scroll}>
        <div className={page.columns}>
          <div>
            <Block title={t('pushes.thisDevice')}>
              <ThisDevice />
            </Block>
            <Block title={t('pushes.devices')}>
              <DeviceList />
            </Block>
            {isAdmin(user) && (
              <Block title={t('preferences.details.title')}>
                <PushDetails />
              </Block>
            )}
            {leads(user) && (
              <Block title={t('preferences.colleagues')}>
                <ColleagueInbox ownId={user.id} />
              </Block>
            )}
          </div>
          <div>
            <Own />
          </div>
        </div>
      </div>
    </>
  );
}

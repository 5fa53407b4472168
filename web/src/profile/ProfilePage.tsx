import { SessionList } from '../devices/SessionList';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { usePeople } from '../people/people';
import { OwnFields } from './OwnFields';
import { PasswordForm } from './PasswordForm';
import { SecondFactor } from './SecondFactor';

// What everybody decides for themselves.
export function ProfilePage({ user }: { user: User }) {
  const { t } = useTranslation();
  // As the live changes have it.
  const own = usePeople().get(user.id) ?? user;
  return (
    <>
      <PageHeader title={t('nav.profile')} />
      <div className={page.scroll}>
        <div className={page.columns}>
          <div>
            <Block title={t('profile.about')}>
              <OwnFields user={own} />
            </Block>
            <Block title={t('profile.password')}>
              <PasswordForm login={own.login} />
            </Block>
          </div>
          <div>
            <Block title={t('profile.factor')}>
              <SecondFactor user={own} />
            </Block>
            <Block title={t('devices.title')}>
              <SessionList userId={own.id} />
            </Block>
          </div>
        </div>
      </div>
    </>
  );
}

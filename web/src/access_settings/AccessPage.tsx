import { Checkbox, SegmentedControl, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { RestoredDraft } from '../components/RestoredDraft';
import { ReadScope, type RoleAccess } from '../gen/voronka/crm/v1/role_access_pb';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { isAdmin } from '../people/rights';
import { roleName } from '../people/roles';
import { useRoleAccess } from '../rights/role_access';
import { SaveBar } from '../settings/SaveBar';
import settings from '../settings/settings.module.css';
import { kinds, scopes, type Kind } from './draft_access';
import { useWork } from './use_work';

interface ScopeChoiceProps {
  kind: Kind;
  value: ReadScope;
  change: (scope: ReadScope) => void;
}

function ScopeChoice({ kind, value, change }: ScopeChoiceProps) {
  const { t } = useTranslation();
  return (
    <Block title={t(`accessSettings.${kind}.title`)}>
      <p className={settings.intro}>{t(`accessSettings.${kind}.hint`)}</p>
      <SegmentedControl
        classNames={{ label: settings.choice }}
        aria-label={t(`accessSettings.${kind}.title`)}
        data={scopes.map(({ scope, name }) => ({ value: String(scope), label: t(name) }))}
        value={String(value)}
        onChange={(chosen) => change(scopes.find(({ scope }) => String(scope) === chosen)?.scope ?? ReadScope.ALL)}
      />
    </Block>
  );
}

function Access({ access }: { access: RoleAccess }) {
  const { t } = useTranslation();
  const working = useWork(access);
  const { work, change, restored, discard } = working;
  return (
    <>
      <RestoredDraft shown={restored} reset={discard} />
      {kinds.map((kind) => (
        <ScopeChoice
          key={kind}
          kind={kind}
          value={work.typed[kind]}
          change={(scope) => change({ ...work.typed, [kind]: scope })}
        />
      ))}
      <Block title={t('accessSettings.owners.title')}>
        <Checkbox
          label={t('accessSettings.owners.allowed')}
          description={t('accessSettings.owners.hint')}
          checked={!work.typed.ownerChangeForbidden}
          onChange={(event) => change({ ...work.typed, ownerChangeForbidden: !event.currentTarget.checked })}
        />
      </Block>
      <Block title={t('accessSettings.export.title')}>
        <Checkbox
          label={t('accessSettings.export.allowed')}
          description={t('accessSettings.export.hint')}
          checked={!work.typed.exportForbidden}
          onChange={(event) => change({ ...work.typed, exportForbidden: !event.currentTarget.checked })}
        />
      </Block>
      <SaveBar words="accessSettings" {...working} />
    </>
  );
}

function AccessOfRoles() {
  const { t } = useTranslation();
  const query = useRoleAccess();
  const failure = useFailure(query);
  const [role, setRole] = useState<Role>(Role.MANAGER);
  const all = query.data ?? [];
  const access = all.find((other) => other.role === role);
  return (
    <div className={page.scroll}>
      <div className={page.column}>
        <p className={settings.intro}>{t('accessSettings.hint')}</p>
        {all.length > 0 && (
          <SegmentedControl
            className={settings.tabs}
            classNames={{ label: settings.choice }}
            aria-label={t('accessSettings.of')}
            data={all.map((other) => ({ value: String(other.role), label: t(roleName(other.role)) }))}
            value={String(role)}
            onChange={(chosen) => setRole(all.find((other) => String(other.role) === chosen)?.role ?? Role.MANAGER)}
          />
        )}
        {failure && <Failure {...failure} />}
        {!failure && !access && <Skeleton height={280} radius={12} />}
        {access && <Access key={role} access={access} />}
      </div>
    </div>
  );
}

// For admins: what managers and heads of sales see and may do.
export function AccessPage({ user }: { user: User }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('accessSettings.title')} />
      {isAdmin(user) ? (
        <AccessOfRoles />
      ) : (
        <Empty title={t('accessSettings.forAdmins')} hint={t('accessSettings.forAdminsHint')} />
      )}
    </>
  );
}

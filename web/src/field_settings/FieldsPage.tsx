import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { RestoredDraft } from '../components/RestoredDraft';
import { useFieldSets } from '../fields/field_sets';
import { Entity, type FieldSet } from '../gen/voronka/crm/v1/field_set_pb';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { isAdmin } from '../people/rights';
import { SaveBar } from '../settings/SaveBar';
import settings from '../settings/settings.module.css';
import { withNewGroup } from './arrange';
import { Bin } from './Bin';
import styles from './field_settings.module.css';
import { GroupBlock } from './GroupBlock';
import { entities, useWork } from './use_work';

function Fields({ set }: { set: FieldSet }) {
  const { t } = useTranslation();
  const working = useWork(set);
  const [openId, open] = useState('');
  const { work, change, restored, discard } = working;
  const { groups } = work.typed;
  return (
    <>
      <RestoredDraft shown={restored} reset={discard} />
      {(groups.length ? groups : [undefined]).map((group) => (
        <GroupBlock
          key={group?.id ?? ''}
          entity={set.entity}
          working={working}
          group={group}
          openId={openId}
          open={open}
        />
      ))}
      <Button
        variant="subtle"
        className={styles.addGroup}
        leftSection={<IconPlus size={15} aria-hidden="true" />}
        onClick={() => change(withNewGroup(work, '', t('fieldSettings.usualGroup')))}
      >
        {t('fieldSettings.addGroup')}
      </Button>
      <Bin working={working} />
      <SaveBar words="fieldSettings" {...working} />
    </>
  );
}

function FieldSets() {
  const { t } = useTranslation();
  const query = useFieldSets();
  const failure = useFailure(query);
  const [entity, setEntity] = useState<Entity>(Entity.DEAL);
  const set = query.data?.find((other) => other.entity === entity);
  return (
    <div className={page.scroll}>
      <div className={page.column}>
        <p className={settings.intro}>{t('fieldSettings.hint')}</p>
        <SegmentedControl
          className={settings.tabs}
          aria-label={t('fieldSettings.of')}
          data={entities.map(({ entity: value, name }) => ({ value: String(value), label: t(name) }))}
          value={String(entity)}
          onChange={(chosen) =>
            setEntity(entities.find(({ entity: other }) => String(other) === chosen)?.entity ?? Entity.DEAL)
          }
        />
        {failure && <Failure {...failure} />}
        {!failure && !set && <Skeleton height={280} radius={12} />}
        {set && <Fields key={entity} set={set} />}
      </div>
    </div>
  );
}

// For admins: what is asked about deals, clients and companies.
export function FieldsPage({ user }: { user: User }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('fieldSettings.title')} />
      {isAdmin(user) ? (
        <FieldSets />
      ) : (
        <Empty title={t('fieldSettings.forAdmins')} hint={t('fieldSettings.forAdminsHint')} />
      )}
    </>
  );
}

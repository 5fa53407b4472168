import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { newId } from '../settings/order';
import form from '../style/form.module.css';
import type { DraftSite } from './draft';
import styles from './form_settings.module.css';
import { sitePlace } from './problems';
import type { Working } from './use_work';

interface SiteRowProps {
  working: Working;
  site: DraftSite;
  isAdded: boolean;
}

function SiteRow({ working, site, isAdded }: SiteRowProps) {
  const { t } = useTranslation();
  const { work, problems, put } = working;
  const { sites } = work.typed;
  const number = { number: sites.indexOf(site) + 1 };
  const place = sitePlace(site.id);
  const type = (origin: string) =>
    put({ sites: sites.map((other) => (other === site ? { ...site, origin } : other)) }, place);
  return (
    <li className={styles.row}>
      <TextInput
        className={styles.site}
        type="url"
        inputMode="url"
        aria-label={t('formSettings.site', number)}
        placeholder="https://shop.example"
        value={site.origin}
        onChange={(event) => type(event.currentTarget.value)}
        error={problems[place]}
        maxLength={300}
        autoComplete="off"
        spellCheck={false}
        autoFocus={isAdded}
      />
      <ActionIcon
        className={styles.remove}
        variant="subtle"
        color="gray"
        aria-label={t('formSettings.removeSite', { ...number, name: site.origin || number.number })}
        onClick={() => put({ sites: sites.filter((other) => other !== site) }, place)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  );
}

function SiteList({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, problems, put } = working;
  const { sites } = work.typed;
  const [added, setAdded] = useState('');
  const add = () => {
    const site = { id: newId(), origin: '' };
    setAdded(site.id);
    put({ sites: [...sites, site] }, 'allowed_origins');
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('formSettings.sites')}</legend>
      <p className={styles.note}>{t(sites.length ? 'formSettings.sitesHint' : 'formSettings.anySite')}</p>
      <ul className={styles.list}>
        {sites.map((site) => (
          <SiteRow key={site.id} working={working} site={site} isAdded={site.id === added} />
        ))}
      </ul>
      {problems.allowed_origins && (
        <p className={styles.problem} role="alert">
          {problems.allowed_origins}
        </p>
      )}
      <Button variant="default" size="sm" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={add}>
        {t('formSettings.addSite')}
      </Button>
    </fieldset>
  );
}

// Where the form stands, and where clients go from it.
export function SitesBlock({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, problems, put } = working;
  const { redirectUrl, sentByServers } = work.typed;
  return (
    <Block title={t('formSettings.onSites')}>
      <div className={form.form}>
        <SiteList working={working} />
        <TextInput
          type="url"
          inputMode="url"
          label={t('formSettings.redirect')}
          description={t('formSettings.redirectHint')}
          placeholder="https://shop.example/thanks"
          value={redirectUrl}
          onChange={(event) => put({ redirectUrl: event.currentTarget.value }, 'redirect_url')}
          error={problems.redirect_url}
          maxLength={2000}
          autoComplete="off"
          spellCheck={false}
        />
        <Checkbox
          label={t('formSettings.servers')}
          description={t('formSettings.serversHint')}
          checked={sentByServers}
          onChange={(event) => put({ sentByServers: event.currentTarget.checked }, 'sent_by_servers')}
          error={problems.sent_by_servers}
        />
      </div>
    </Block>
  );
}

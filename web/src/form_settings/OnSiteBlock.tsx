import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Copyable } from '../components/Copyable';
import type { Form } from '../gen/voronka/crm/v1/form_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import styles from './form_settings.module.css';
import { addressOf, snippetOf } from './snippet';
import { stateOf } from './state_of';

type Way = 'page' | 'builder';

function useSnippet(form: Form): string {
  const { t } = useTranslation();
  return snippetOf(form, location.origin, {
    name: t('formSettings.snippet.name'),
    phone: t('formSettings.snippet.phone'),
    email: t('formSettings.snippet.email'),
    text: t('formSettings.snippet.text'),
    trap: t('formSettings.snippet.trap'),
    send: t('formSettings.snippet.send'),
  });
}

// The key of a form that servers send must not be in a page: nobody would limit what is sent from there.
function Snippet({ form }: { form: Form }) {
  const { t } = useTranslation();
  const snippet = useSnippet(form);
  if (form.sentByServers) return <p className={styles.warning}>{t('formSettings.notInPage')}</p>;
  return (
    <>
      <p className={styles.note}>{t('formSettings.snippetHint')}</p>
      <Copyable label={t('formSettings.snippetLabel')} text={snippet}>
        <span className={styles.code} translate="no" data-snippet>
          {snippet}
        </span>
      </Copyable>
      {!form.consentText && <p className={styles.warning}>{t('formSettings.snippetWithoutConsent')}</p>}
    </>
  );
}

function Builder({ form }: { form: Form }) {
  const { t } = useTranslation();
  const steps = ['open', 'cookies', 'connect', form.consentRequired && 'consent'].filter((step) => step !== false);
  return (
    <>
      <p className={styles.note}>{t('formSettings.builderHint')}</p>
      <Copyable label={t('formSettings.address')} text={addressOf(location.origin, form.key)} />
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{t(`formSettings.builderSteps.${step}`)}</li>
        ))}
      </ol>
      {!form.sentByServers && <p className={styles.warning}>{t('formSettings.tickServers')}</p>}
    </>
  );
}

// What to do on the site so that its form comes here. Made from the form as it is saved.
export function OnSiteBlock({ form, isChanged }: { form: Form; isChanged: boolean }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<Way>();
  const way = chosen ?? (form.sentByServers ? 'builder' : 'page');
  const ways = (['page', 'builder'] as const).map((value) => ({ value, label: t(`formSettings.ways.${value}`) }));
  return (
    <Block title={t('formSettings.putOnSite')}>
      {isChanged && <p className={styles.warning}>{t('formSettings.asSaved')}</p>}
      {stateOf(form) !== 'active' && <p className={styles.warning}>{t('formSettings.takesNothing')}</p>}
      <SegmentedControl
        className={styles.ways}
        aria-label={t('formSettings.way')}
        data={ways}
        value={way}
        onChange={(value) => choose(value as Way)}
      />
      {way === 'page' ? <Snippet form={form} /> : <Builder form={form} />}
    </Block>
  );
}

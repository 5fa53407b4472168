import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import styles from '../style/form.module.css';
import { needsNewVersion } from './draft';
import type { Working } from './use_work';

// What the client agrees to. Whether that is needed is changed where the text is lacking, so both are one place.
export function ConsentBlock({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, problems, put } = working;
  const { consentText, consentTextVersion, consentRequired } = work.typed;
  return (
    <Block title={t('formSettings.consent')}>
      <div className={styles.form}>
        <Textarea
          label={t('formSettings.consentText')}
          description={t('formSettings.consentTextHint')}
          placeholder={t('formSettings.consentTextExample')}
          value={consentText}
          onChange={(event) => put({ consentText: event.currentTarget.value }, 'consent')}
          error={problems.consent_text}
          maxLength={2000}
          rows={4}
        />
        <TextInput
          label={t('formSettings.consentVersion')}
          description={t(needsNewVersion(work) ? 'formSettings.consentVersionOld' : 'formSettings.consentVersionHint')}
          value={consentTextVersion}
          onChange={(event) => put({ consentTextVersion: event.currentTarget.value }, 'consent_text_version')}
          error={problems.consent_text_version}
          maxLength={40}
          autoComplete="off"
        />
        <Checkbox
          label={t('formSettings.consentRequired')}
          description={t('formSettings.consentRequiredHint')}
          checked={consentRequired}
          onChange={(event) => put({ consentRequired: event.currentTarget.checked }, 'consent')}
          error={problems.consent_required}
        />
      </div>
    </Block>
  );
}

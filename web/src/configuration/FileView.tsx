import { Button } from '@mantine/core';
import { useState } from 'react';
import { RestoredDraft } from '../components/RestoredDraft';
import { useTranslation } from '../i18n/translation';
import { useDraft } from '../session/draft';
import settings from '../settings/settings.module.css';
import styles from './configuration.module.css';
import { FileText } from './FileText';
import { draftName, longestFile } from './file_draft';
import { PlanView } from './PlanView';
import { useLineJump } from './use_line_jump';
import { noWishes } from './wishes';

interface Planned {
  text: string;
  // Grows with each press, so that the same text is planned anew.
  attempt: number;
}

// A file of one's own, and what it would change in the account.
export function FileView() {
  const { t } = useTranslation();
  const [text, keep, restored] = useDraft(draftName);
  const [planned, setPlanned] = useState<Planned>();
  const wishes = useState(noWishes);
  const { area, jump } = useLineJump(text);
  const isTooLong = text.length > longestFile;
  const plan = (chosen: string) =>
    setPlanned(({ attempt } = { text: '', attempt: 0 }) => ({ text: chosen, attempt: attempt + 1 }));
  const read = (chosen: string) => {
    keep(chosen);
    if (chosen.length <= longestFile) plan(chosen);
  };
  return (
    <>
      <p className={settings.intro}>{t('configuration.fileHint')}</p>
      <section className={styles.about} aria-label={t('configuration.file')}>
        <RestoredDraft shown={restored} reset={() => keep('')} />
        <FileText area={area} text={text} change={keep} read={read}>
          <Button onClick={() => plan(text)} disabled={!text.trim() || isTooLong}>
            {t('configuration.compare')}
          </Button>
        </FileText>
      </section>
      {planned && (
        <PlanView
          key={planned.attempt}
          source={{ case: 'file', value: planned.text }}
          jump={jump}
          wishes={wishes}
          isOutdated={planned.text !== text}
          done={() => keep('')}
        />
      )}
    </>
  );
}

import { Button } from '@mantine/core';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';

interface KnownContactProps {
  known: Contact;
  use: (known: Contact) => void;
  isBusy: boolean;
  correct: () => void;
}

// The phone or the email belongs to a client who is known under another name: the user says what to do.
export function KnownContact({ known, use, isBusy, correct }: KnownContactProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.problem} role="alert">
        {t('deal.knownContact', { name: known.name || t('deal.namelessContact') })}
      </p>
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={correct}>
          {t('deal.correctContact')}
        </Button>
        <Button size="xs" onClick={() => use(known)} loading={isBusy} autoFocus>
          {t('deal.useContact')}
        </Button>
      </div>
    </>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import type { Values } from './client_edit';
import { companyKind, type ClientKind, type Client } from './client_kinds';
import { useClient } from './client_query';
import type { FormField } from './form_fields';

interface DisputedProps {
  kind: Pick<ClientKind<Client>, 'name'>;
  field: FormField;
  label: string;
  present: Values;
  replace: () => void;
  leave: () => void;
  isBusy: boolean;
}

// A company is chosen, so that its name says more than its id.
function usePresentText({ shape, key }: FormField, present: Values): string {
  const value = String(present[key] ?? '');
  const { data } = useClient(companyKind, shape === 'company' ? BigInt(value) : 0n);
  return shape === 'company' ? (data?.name ?? '') : value;
}

// Somebody has given the field another value since the form was opened.
export function Disputed({ kind, field, label, present, replace, leave, isBusy }: DisputedProps) {
  const { t } = useTranslation();
  const value = usePresentText(field, present) || t('timeline.nothing');
  const isName = kind.name === 'contact' && field.key === 'name';
  return (
    <>
      <p className={styles.problem} role="alert">
        {isName ? t('deal.contactRenamed', { value }) : t('clients.changedMeanwhile', { field: label, value })}{' '}
        {t('deal.replaceIt')}
      </p>
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={leave} disabled={isBusy}>
          {t('deal.leave')}
        </Button>
        <Button size="xs" onClick={replace} loading={isBusy}>
          {t('deal.replace')}
        </Button>
      </div>
    </>
  );
}

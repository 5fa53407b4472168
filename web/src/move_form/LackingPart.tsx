import { Button } from '@mantine/core';
import { useInPlace } from '../components/focus';
import { ContactForm } from '../clients/ClientForm';
import { useTranslation } from '../i18n/translation';
import { keyOf } from '../rules/field_name';
import { useNamedFields } from '../rules/use_named_fields';
import styles from './move_form.module.css';
import type { MoveFormState } from './use_move_form';

// Of a deal without a client: one is chosen or created as on the card, and then asked about.
export function ClientPart({ form }: { form: MoveFormState }) {
  const { t } = useTranslation();
  const fields = useNamedFields();
  const inPlace = useInPlace();
  const list = form.clientNames.map((name) => fields?.get(name)?.field.label ?? keyOf(name)).join(', ');
  return (
    <section className={styles.part} aria-label={t('moveForm.client')}>
      <p className={styles.said}>{list ? t('moveForm.noClient', { list }) : t('moveForm.noClientItself')}</p>
      {inPlace.isOpen ? (
        <ContactForm deal={form.deal} contact={undefined} close={inPlace.close} />
      ) : (
        <Button size="xs" variant="default" onClick={inPlace.open} autoFocus={inPlace.returns} data-autofocus>
          {t('deal.addContact')}
        </Button>
      )}
    </section>
  );
}

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInPlace } from '../components/focus';
import { Section } from '../components/Section';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { mayChangeDeal } from '../people/rights';
import styles from './blocks.module.css';
import { useDealContacts } from './deal_contacts';
import { OtherContactForm } from './OtherContactForm';
import { OtherContactRow } from './OtherContactRow';

// Who else takes part in the deal. A deal without a client begins with the main one.
export function OtherContacts({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const { data: others = [] } = useDealContacts(deal.id);
  const form = useInPlace();
  const mayAdd = mayChangeDeal(deal) && deal.contactId !== 0n;
  if (!others.length && !mayAdd) return null;
  const add = mayAdd && !form.isOpen && (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconPlus size={14} aria-hidden="true" />}
      onClick={form.open}
      autoFocus={form.returns}
    >
      {t('clients.addContact')}
    </Button>
  );
  return (
    <Section title={t('clients.others')} action={add}>
      {form.isOpen && (
        <div className={styles.form}>
          <OtherContactForm deal={deal} close={form.close} />
        </div>
      )}
      {others.length > 0 && (
        <ul className={styles.others}>
          {others.map((other) => (
            <OtherContactRow key={String(other.id)} deal={deal} other={other} />
          ))}
        </ul>
      )}
    </Section>
  );
}

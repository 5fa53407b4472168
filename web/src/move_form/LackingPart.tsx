import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useInPlace } from '../components/focus';
import { AddCompany } from '../deal/AddCompany';
import { ContactForm } from '../deal/ContactForm';
import { Locked } from '../fields/Locked';
import { useLockOf } from '../fields/locks';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { itself, keyOf } from '../rules/field_name';
import { useNamedFields } from '../rules/use_named_fields';
import type { Lacking } from './lacking';
import styles from './move_form.module.css';

interface Adding {
  title: string;
  // Why it is to be added first: what the stage asks about it, or only that there is one.
  asks: string;
  asksItself: string;
  add: string;
  form: (deal: Deal, close: () => void) => ReactNode;
}

const adding: Record<Lacking['entity'], Adding> = {
  [Entity.CONTACT]: {
    ...{ title: 'moveForm.client', asks: 'moveForm.noClient', asksItself: 'moveForm.noClientItself' },
    add: 'deal.addContact',
    form: (deal, close) => <ContactForm deal={deal} contact={undefined} close={close} />,
  },
  [Entity.COMPANY]: {
    ...{ title: 'moveForm.company', asks: 'moveForm.noCompany', asksItself: 'moveForm.noCompanyItself' },
    add: 'clients.addCompany',
    form: (deal, close) => <AddCompany deal={deal} close={close} />,
  },
};

// Of a deal without a client or a company: one is chosen or created as on the card, and then asked about.
export function LackingPart({ deal, lacking: { entity, names } }: { deal: Deal; lacking: Lacking }) {
  const { t } = useTranslation();
  const fields = useNamedFields();
  const inPlace = useInPlace();
  const lockOf = useLockOf('fills');
  const attached = fields?.get(itself[entity])?.field;
  const why = attached ? lockOf(attached) : '';
  const { title, asks, asksItself, add, form } = adding[entity];
  const list = names.map((name) => fields?.get(name)?.field.label ?? keyOf(name)).join(', ');
  return (
    <section className={styles.part} aria-label={t(title)}>
      <p className={styles.said}>{list ? t(asks, { list }) : t(asksItself)}</p>
      {why ? (
        <Locked why={why} />
      ) : inPlace.isOpen ? (
        <div className={styles.adding}>{form(deal, inPlace.close)}</div>
      ) : (
        <Button size="xs" variant="default" onClick={inPlace.open} autoFocus={inPlace.returns} data-autofocus>
          {t(add)}
        </Button>
      )}
    </section>
  );
}

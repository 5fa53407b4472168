import { Button } from '@mantine/core';
import { ClientBlock } from '../clients/ClientBlock';
import { ClientFields } from '../clients/ClientFields';
import { contactKind } from '../clients/client_kinds';
import { useClient } from '../clients/client_query';
import { ContactDetails } from '../clients/ContactDetails';
import { namesOf, Needed } from '../clients/Needed';
import { useInPlace } from '../components/focus';
import { Locked } from '../fields/Locked';
import { useLocks } from '../fields/locks';
import { useSystemLabels } from '../fields/system_labels';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { OtherClients } from '../inquiries/OtherClients';
import { mayChangeClient, mayChangeDeal } from '../people/rights';
import { itself } from '../rules/field_name';
import styles from './blocks.module.css';
import { ContactForm } from './ContactForm';
import { useTimeline } from './deal_query';
import { useNeededFor } from './next_asked';

const asked = [itself[Entity.CONTACT], ...namesOf(contactKind)];

function NoContact({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const form = useInPlace();
  const neededFor = useNeededFor(deal);
  const lock = useLocks(Entity.DEAL)('contact_id');
  const mayChange = mayChangeDeal(deal);
  if (form.isOpen) return <ContactForm deal={deal} contact={undefined} close={form.close} />;
  return (
    <>
      <Needed names={asked} neededFor={neededFor} />
      {mayChange && !lock ? (
        <Button size="xs" variant="default" onClick={form.open} autoFocus={form.returns}>
          {t('deal.addContact')}
        </Button>
      ) : (
        <p className={styles.none}>{t('deal.noContact')}</p>
      )}
      {mayChange && <Locked why={lock} />}
    </>
  );
}

// The deal's main contact.
export function ContactBlock({ deal }: { deal: Deal }) {
  const { data: contact } = useClient(contactKind, deal.contactId);
  const { data: timeline = [] } = useTimeline(deal.id);
  const others = timeline.flatMap(({ inquiry }) => inquiry?.otherClients?.clients ?? []);
  const neededFor = useNeededFor(deal);
  return (
    <ClientBlock
      title={useSystemLabels(Entity.DEAL)('contact_id')}
      mayChange={contact !== undefined && mayChangeClient(contact)}
      form={(close) => <ContactForm deal={deal} contact={contact} close={close} />}
    >
      {contact && (
        <>
          <ContactDetails contact={contact} />
          <Needed names={namesOf(contactKind)} neededFor={neededFor} />
          <ClientFields kind={contactKind} client={contact} neededFor={neededFor} />
          <OtherClients clients={others} />
        </>
      )}
      {deal.contactId === 0n && <NoContact deal={deal} />}
    </ClientBlock>
  );
}

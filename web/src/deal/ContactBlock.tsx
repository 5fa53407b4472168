import { ActionIcon, Button } from '@mantine/core';
import { IconMail, IconPencil, IconPhone } from '@tabler/icons-react';
import { useInPlace } from '../components/focus';
import { useSystemLabels } from '../fields/system_labels';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { mailLink } from '../i18n/mail';
import { isDoubtfulPhone, phoneLink, phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import { mayChangeContact, mayChangeDeal } from '../people/rights';
import { contactItself, fieldName, isOfContact, keyOf } from '../rules/field_name';
import styles from '../clients/ClientDetails.module.css';
import { ContactFields } from '../clients/ClientFields';
import { ContactForm } from '../clients/ClientForm';
import { OtherClients } from '../inquiries/OtherClients';
import { useContact, useTimeline } from './deal_query';
import { useNeededFor } from './next_asked';
import { Section } from '../components/Section';

function Ways({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  return (
    <div className={styles.contact}>
      <div className={styles.name}>{contact.name || t('deal.namelessContact')}</div>
      {contact.phones.map((phone) => (
        <a
          key={phone}
          className={styles.way}
          href={phoneLink(phone)}
          aria-label={t('deal.call', { phone: phoneText(phone) })}
        >
          <IconPhone size={15} aria-hidden="true" /> {phoneText(phone)}
          {isDoubtfulPhone(phone) && <span className={styles.doubt}>{t('deal.doubtfulPhone')}</span>}
        </a>
      ))}
      {contact.emails.map((email) => (
        <a key={email} className={styles.way} href={mailLink(email)}>
          <IconMail size={15} aria-hidden="true" /> <bdi>{email}</bdi>
        </a>
      ))}
    </div>
  );
}

function NoContact({ deal, add, returns }: { deal: Deal; add: () => void; returns: boolean }) {
  const { t } = useTranslation();
  if (!mayChangeDeal(deal)) return <p className={styles.none}>{t('deal.noContact')}</p>;
  return (
    <Button size="xs" variant="default" onClick={add} autoFocus={returns}>
      {t('deal.addContact')}
    </Button>
  );
}

// What every client has and the next stage asks for. `names`: of fields, in rules.
function Needed({ names, neededFor }: { names: string[]; neededFor: (name: string) => string }) {
  const labels = { [Entity.DEAL]: useSystemLabels(Entity.DEAL), [Entity.CONTACT]: useSystemLabels(Entity.CONTACT) };
  return names.filter(neededFor).map((name) => (
    <p key={name} className={styles.needed}>
      {labels[isOfContact(name) ? Entity.CONTACT : Entity.DEAL](keyOf(name))}: {neededFor(name)}
    </p>
  ));
}

const everyClientHas = ['name', 'phones', 'emails'].map((key) => fieldName(Entity.CONTACT, key));

export function ContactBlock({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const { data: contact } = useContact(deal.contactId);
  const { data: timeline = [] } = useTimeline(deal.id);
  const others = timeline.flatMap(({ inquiry }) => inquiry?.otherClients?.clients ?? []);
  const form = useInPlace();
  const title = useSystemLabels(Entity.DEAL)('contact_id');
  const neededFor = useNeededFor(deal);
  const pencil = contact && !form.isOpen && mayChangeContact(contact) && (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={`${title}: ${t('actions.edit')}`}
      onClick={form.open}
      autoFocus={form.returns}
    >
      <IconPencil size={15} />
    </ActionIcon>
  );
  return (
    <Section title={title} action={pencil}>
      {form.isOpen ? (
        <ContactForm deal={deal} contact={contact} close={form.close} />
      ) : contact ? (
        <>
          <Ways contact={contact} />
          <Needed names={everyClientHas} neededFor={neededFor} />
          <ContactFields contact={contact} neededFor={neededFor} />
          <OtherClients clients={others} />
        </>
      ) : (
        deal.contactId === 0n && (
          <>
            <Needed names={[contactItself, ...everyClientHas]} neededFor={neededFor} />
            <NoContact deal={deal} add={form.open} returns={form.returns} />
          </>
        )
      )}
    </Section>
  );
}

import { ActionIcon } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconStar, IconX } from '@tabler/icons-react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { contactKind } from '../clients/client_kinds';
import { ClientLink } from '../clients/ClientLink';
import { useClient } from '../clients/client_query';
import { Ways } from '../clients/Ways';
import { useFocusPassedOn } from '../components/focus';
import { showToast } from '../components/toasts';
import { useLocks } from '../fields/locks';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { DealContact } from '../gen/voronka/crm/v1/deal_contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import { mayChangeDeal } from '../people/rights';
import { attach } from './attach';
import styles from './blocks.module.css';
import { addToDeal, saveRole, takeFromDeal } from './deal_contacts';
import { EditableText } from './EditableText';

interface RowProps {
  deal: Deal;
  other: DealContact;
}

const tell = (error: unknown) => showToast(refusalOf(error).message);

function useNameOf(contact: Contact | undefined): string {
  const { t } = useTranslation();
  const phone = contact?.phones[0];
  return contact?.name || (phone ? phoneText(phone) : t('deal.namelessContact'));
}

function Role({ deal, other, name }: RowProps & { name: string }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const mayChange = mayChangeDeal(deal);
  if (!mayChange && !other.role) return null;
  return (
    <EditableText
      label={t('clients.roleOf', { name })}
      shown={other.role}
      text={other.role}
      placeholder={t('clients.role')}
      readOnly={!mayChange}
      save={(role) => saveRole(requestId([role, other.etag]), other, role.trim())}
    />
  );
}

// Becomes the main contact, or leaves the deal: who was main, or has left, comes back by another click.
function Actions({ deal, other, name }: RowProps & { name: string }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const { contactId, role } = other;
  const promoting = useMutation({
    mutationFn: () => attach(requestId(['main', contactId, deal.etag]), deal, { contactId }),
    onError: tell,
  });
  const returning = () => addToDeal(crypto.randomUUID(), { dealId: deal.id, contactId, role }).catch(tell);
  const removing = useMutation({
    mutationFn: () => takeFromDeal(requestId(['remove', other.id]), other),
    onSuccess: () =>
      showToast(t('clients.contactRemoved', { name }), 'good', {
        action: { label: t('clients.returnContact'), act: () => void returning() },
      }),
    onError: tell,
  });
  const busy = promoting.isPending || removing.isPending;
  const mayPromote = !useLocks(Entity.DEAL)('contact_id');
  return (
    <>
      {mayPromote && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('clients.makeMainOf', { name })}
          title={t('clients.makeMain')}
          disabled={busy}
          onClick={() => promoting.mutate()}
        >
          <IconStar size={15} />
        </ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('clients.removeContact', { name })}
        title={t('actions.hide')}
        disabled={busy}
        onClick={() => removing.mutate()}
      >
        <IconX size={15} />
      </ActionIcon>
    </>
  );
}

// Somebody who takes part in the deal besides its main contact.
export function OtherContactRow({ deal, other }: RowProps) {
  const row = useFocusPassedOn<HTMLLIElement>();
  const { data: contact } = useClient(contactKind, other.contactId);
  const name = useNameOf(contact);
  return (
    <li ref={row} className={styles.other} data-contact={other.contactId}>
      <div className={styles.who}>
        {contact && <ClientLink kind={contactKind} id={contact.id} text={name} />}
        <Role deal={deal} other={other} name={name} />
        {contact && <Ways client={contact} />}
      </div>
      {mayChangeDeal(deal) && <Actions deal={deal} other={other} name={name} />}
    </li>
  );
}

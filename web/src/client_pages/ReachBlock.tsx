import { ClientBlock } from '../clients/ClientBlock';
import type { Client, ClientKind } from '../clients/client_kinds';
import { LocalTime } from '../clients/LocalTime';
import { Preferences } from '../clients/Preferences';
import details from '../clients/ClientDetails.module.css';
import { QuietNote } from '../clients/QuietNote';
import { useTranslation } from '../i18n/translation';
import { Box } from '../page/Block';
import { mayChangeClient } from '../people/rights';
import rows from '../style/rows.module.css';
import { isContact } from './reach';
import { ReachForm } from './ReachForm';

function Reach({ client }: { client: Client }) {
  const { t } = useTranslation();
  if (!isContact(client)) {
    return client.timeZone ? <LocalTime zone={client.timeZone} /> : <p className={rows.none}>{t('reach.noZone')}</p>;
  }
  const { timeZone, preferredChannel, preferredHours, doNotDisturb } = client;
  const isSaid = Boolean(timeZone || preferredChannel || preferredHours || doNotDisturb);
  return (
    <div className={details.client}>
      <QuietNote quiet={doNotDisturb} />
      <Preferences contact={client} />
      {!isSaid && <p className={rows.none}>{t('reach.notSaid')}</p>}
    </div>
  );
}

// How and when the client wants to be reached.
export function ReachBlock<T extends Client>({ kind, client }: { kind: ClientKind<T>; client: T }) {
  const { t } = useTranslation();
  return (
    <Box>
      <ClientBlock
        title={t('reach.title')}
        mayChange={mayChangeClient(client)}
        form={(close) => <ReachForm kind={kind} client={client} close={close} />}
      >
        <Reach client={client} />
      </ClientBlock>
    </Box>
  );
}

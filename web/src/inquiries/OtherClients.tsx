import type { OtherClient } from '../gen/voronka/crm/v1/inquiry_pb';
import { messengerText } from '../i18n/messenger';
import { phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import styles from './OtherClients.module.css';

// Whose phones, emails and messengers a client has written from, besides their own.
export function OtherClients({ clients }: { clients: OtherClient[] }) {
  const { t } = useTranslation();
  const texts = clients.map(({ phoneOrEmail, name }) =>
    t('timeline.otherClient', {
      what: phoneText(messengerText(phoneOrEmail)),
      name: name || t('deal.namelessContact'),
    }),
  );
  return [...new Set(texts)].map((text) => (
    <p key={text} className={styles.other}>
      {text}
    </p>
  ));
}

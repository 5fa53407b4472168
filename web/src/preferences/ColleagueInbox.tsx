import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { InboxOf } from '../deliveries/InboxOf';
import { User_State } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { usePeople } from '../people/people';
import styles from './ColleagueInbox.module.css';

// For those who lead others: whether a colleague was told, and if not, why.
export function ColleagueInbox({ ownId }: { ownId: bigint }) {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState('');
  const colleagues = [...usePeople().values()]
    .filter(({ id, state }) => id !== ownId && state !== User_State.INVITED)
    .sort((a, b) => a.displayName.localeCompare(b.displayName, i18n.language));
  const choices = colleagues.map(({ id, displayName }) => ({ value: String(id), label: displayName }));
  return (
    <>
      <NativeSelect
        className={styles.who}
        label={t('preferences.colleague')}
        description={t('preferences.colleagueHint')}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[{ value: '', label: t('preferences.nobody') }, ...choices]}
      />
      {chosen && <InboxOf key={chosen} userId={BigInt(chosen)} />}
    </>
  );
}

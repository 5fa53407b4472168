import { Checkbox, NativeSelect } from '@mantine/core';
import { KindPreference_Urgency as Urgency, type KindPreference } from '../gen/voronka/notifier/v1/preference_pb';
import { useTranslation } from '../i18n/translation';
import styles from './KindTable.module.css';

const switches = ['push', 'popup', 'sound', 'inQuietHours'] as const;

type Switch = (typeof switches)[number];

// What is not pushed does not wait for the end of the quiet hours either.
const isIdle = (name: Switch, { push, popup }: KindPreference): boolean =>
  (name === 'inQuietHours' && !push) || (name === 'sound' && !push && !popup);

const urgencies = [
  { urgency: Urgency.UNSPECIFIED, name: 'usual' },
  { urgency: Urgency.HIGH, name: 'high' },
  { urgency: Urgency.NORMAL, name: 'normal' },
  { urgency: Urgency.LOW, name: 'low' },
] as const;

const urgencyIn = (value: string): Urgency =>
  urgencies.find(({ urgency }) => String(urgency) === value)?.urgency ?? Urgency.UNSPECIFIED;

interface KindRowProps {
  preference: KindPreference;
  change: (changed: KindPreference) => void;
}

function UrgencySelect({ preference, change }: KindRowProps) {
  const { t } = useTranslation();
  const { urgency, title, push } = preference;
  return (
    <NativeSelect
      className={styles.urgency}
      size="xs"
      aria-label={t('preferences.of', { what: t('preferences.urgency'), title })}
      value={urgency}
      disabled={!push}
      onChange={(event) => change({ ...preference, urgency: urgencyIn(event.currentTarget.value) })}
      data={urgencies.map(({ urgency: value, name }) => ({
        value: String(value),
        label: t(`preferences.urgencies.${name}`),
      }))}
    />
  );
}

function KindRow({ preference, change }: KindRowProps) {
  const { t } = useTranslation();
  const { kind, title } = preference;
  return (
    <tr className={styles.row} data-kind={kind}>
      <th scope="row" className={styles.title}>
        {title}
      </th>
      {switches.map((name) => (
        <td key={name} data-column={t(`preferences.${name}`)}>
          <Checkbox
            aria-label={t('preferences.of', { what: t(`preferences.${name}`), title })}
            checked={preference[name]}
            disabled={isIdle(name, preference)}
            onChange={(event) => change({ ...preference, [name]: event.currentTarget.checked })}
          />
        </td>
      ))}
      <td data-column={t('preferences.urgency')}>
        <UrgencySelect preference={preference} change={change} />
      </td>
    </tr>
  );
}

interface KindTableProps {
  kinds: KindPreference[];
  change: (changed: KindPreference) => void;
}

// How the user is told of what. On a phone, each kind is a card.
export function KindTable({ kinds, change }: KindTableProps) {
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('preferences.kind')}</th>
          {[...switches, 'urgency'].map((name) => (
            <th key={name} scope="col">
              {t(`preferences.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((preference) => (
          <KindRow key={preference.kind} preference={preference} change={change} />
        ))}
      </tbody>
    </table>
  );
}

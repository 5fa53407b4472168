import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { isKnownZone } from '../calendar/zone';
import { dateFormat } from '../i18n/formatters';
import { useTranslation } from '../i18n/translation';
import { useAccount } from './account';
import { zoneGroups } from './zones';

interface ZoneSelectProps {
  value: string;
  onChange: (zone: string) => void;
  error?: string;
  disabled?: boolean;
  // Of somebody who is no user: what it is called, and what it means that none is chosen.
  label?: string;
  none?: string;
}

// How far the zone is ahead of UTC now, like `GMT+3`.
function offsetOf(zone: string, language: string): string {
  if (!isKnownZone(zone)) return '';
  const parts = dateFormat(language, { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(new Date());
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

export function ZoneSelect({ value, onChange, error, disabled, label, none }: ZoneSelectProps) {
  const { t, i18n } = useTranslation();
  const zone = useAccount()?.timeZone ?? '';
  const { language } = i18n;
  const groups = useMemo(
    () =>
      zoneGroups(value).map(({ group, zones }) => ({
        group: t(group),
        items: zones.map(({ zone: id, name }) => ({
          value: id,
          label: name ? `${t(name)}, ${offsetOf(id, language)}` : id,
        })),
      })),
    [value, t, language],
  );
  return (
    <NativeSelect
      label={label ?? t('people.zone')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      disabled={disabled}
      data={[{ value: '', label: none ?? t('people.accountZone', { zone }) }, ...groups]}
    />
  );
}

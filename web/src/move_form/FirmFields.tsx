import { Checkbox, TextInput } from '@mantine/core';
import type { TypedClient } from '../deal/conversion';
import { useTranslation } from '../i18n/translation';

interface FirmFieldsProps {
  typed: TypedClient;
  // A rule asks for a company.
  isNeeded: boolean;
  change: (typed: TypedClient) => void;
  problem: string | undefined;
  taxNumberProblem: string | undefined;
}

// Who pays, if that is not the client in person.
export function FirmFields({ typed, isNeeded, change, problem, taxNumberProblem }: FirmFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Checkbox
        label={t('leads.firm')}
        checked={typed.isFirm}
        disabled={isNeeded}
        onChange={(event) => change({ ...typed, isFirm: event.currentTarget.checked })}
      />
      {typed.isFirm && (
        <>
          <TextInput
            label={t('leads.company')}
            value={typed.company}
            onChange={(event) => change({ ...typed, company: event.currentTarget.value })}
            error={problem}
          />
          <TextInput
            label={t('leads.taxNumber')}
            inputMode="numeric"
            value={typed.taxNumber}
            onChange={(event) => change({ ...typed, taxNumber: event.currentTarget.value })}
            error={taxNumberProblem}
          />
        </>
      )}
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { faultsOf, noPassword, type NewPassword, type PasswordFaults } from './new_password';

// A new password in a form. `refused`: what the service says of it.
export function useNewPassword(refused: string | undefined) {
  const { t } = useTranslation();
  const [value, setValue] = useState(noPassword);
  const [faults, setFaults] = useState<PasswordFaults>({});
  const onChange = (typed: NewPassword) => {
    setValue(typed);
    setFaults({});
  };
  const problems = {
    password: faults.password ? t(faults.password) : refused,
    repeated: faults.repeated && t(faults.repeated),
  };
  return {
    fields: { value, onChange, problems },
    password: value.password,
    // Whether it can be sent. Says why not.
    isRight: () => {
      const found = faultsOf(value);
      setFaults(found);
      return Object.keys(found).length === 0;
    },
    clear: () => onChange(noPassword),
  };
}

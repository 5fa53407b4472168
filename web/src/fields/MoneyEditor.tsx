import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../i18n/translation';
import type { EditorProps } from './editor_props';
import styles from './editors.module.css';
import { splitMoney } from './value_forms';

const usualCurrencies = ['RUB', 'USD', 'EUR', 'CNY', 'KZT', 'BYN', 'UZS', 'AMD', 'GEL', 'TRY', 'AED'];

// An amount and its currency, which is kept here while there is no amount.
export function MoneyEditor({ field, label, typed, change, problem, autoFocus }: EditorProps) {
  const { t } = useTranslation();
  const { amount, currency: typedCurrency } = splitMoney(typed);
  const [currency, setCurrency] = useState(typedCurrency);
  const known = usualCurrencies.includes(typedCurrency) ? usualCurrencies : [typedCurrency, ...usualCurrencies];
  const put = (newAmount: string, newCurrency: string) => change(newAmount.trim() ? `${newAmount} ${newCurrency}` : '');
  return (
    <div className={styles.money}>
      <TextInput
        className={styles.amount}
        aria-label={label}
        description={field.hint || undefined}
        inputWrapperOrder={['input', 'description', 'error']}
        inputMode="decimal"
        value={amount}
        onChange={(event) => put(event.currentTarget.value, currency)}
        error={problem}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        autoComplete="off"
      />
      <NativeSelect
        aria-label={t('fields.currencyOf', { label })}
        value={currency}
        onChange={(event) => {
          setCurrency(event.currentTarget.value);
          put(amount, event.currentTarget.value);
        }}
        data={known}
      />
    </div>
  );
}

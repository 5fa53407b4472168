import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from '../i18n/translation';
import { searchOpened } from '../search/opened';
import styles from './Sidebar.module.css';

export function SearchItem() {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={styles.item} onClick={() => searchOpened.set(true)} aria-keyshortcuts="Control+K">
      <IconSearch size={18} aria-hidden="true" />
      <span className={styles.text}>{t('search.title')}</span>
    </UnstyledButton>
  );
}

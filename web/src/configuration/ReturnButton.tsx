import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from '../i18n/translation';
import { goTo } from '../navigation/go_to';
import { versionPath } from './sources';

// Shows what returning to the version would change.
export function ReturnButton({ version }: { version: bigint }) {
  const { t } = useTranslation();
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconArrowBackUp size={15} aria-hidden="true" />}
      onClick={() => goTo(versionPath(version))}
    >
      {version ? t('configuration.returnTo', { version: String(version) }) : t('configuration.returnToFirst')}
    </Button>
  );
}

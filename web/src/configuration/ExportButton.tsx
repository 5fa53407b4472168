import { ActionIcon, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from '../i18n/translation';
import { useExport, type Exported } from './use_export';

interface ExportButtonProps extends Exported {
  label: string;
  // A version of many in a list: the picture is enough.
  isSmall?: boolean;
}

// Downloads the file of the configuration, as it is or as it was at a version.
export function ExportButton({ label, isSmall, version, day }: ExportButtonProps) {
  const { t } = useTranslation();
  const [download, isBusy] = useExport({ version, day });
  const isNarrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  if (isSmall || isNarrow) {
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        title={label}
        onClick={download}
        loading={isBusy}
      >
        <IconDownload size={17} />
      </ActionIcon>
    );
  }
  return (
    <Button
      variant="default"
      size="sm"
      aria-label={label}
      leftSection={<IconDownload size={15} aria-hidden="true" />}
      onClick={download}
      loading={isBusy}
    >
      {t('actions.download')}
    </Button>
  );
}

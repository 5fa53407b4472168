import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Failure } from '../components/Failure';
import { Waiting } from '../components/Waiting';
import { useTranslation } from '../i18n/translation';
import { contentOf } from './content';
import styles from './files.module.css';
import type { NamedFile } from './owner';
import { useSaving } from './use_saving';

// An address of the content for as long as it is shown.
function useAddress(content: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!content) return undefined;
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address;
}

export function Picture({ file }: { file: NamedFile }) {
  const { t } = useTranslation();
  const content = useQuery({
    queryKey: ['file-content', file.sha256, String(file.id)],
    queryFn: () => contentOf(file),
    retry: false,
    gcTime: 0,
  });
  const address = useAddress(content.data);
  const saving = useSaving(file);
  if (content.isError) {
    return <Failure text={t('files.unreadable', { name: file.name })} retry={() => void content.refetch()} />;
  }
  if (!address) return <Waiting text={t('files.opening')} />;
  return (
    <>
      <img className={styles.picture} src={address} alt={file.name} />
      <Button variant="default" size="compact-sm" loading={saving.isPending} onClick={() => saving.mutate()}>
        {t('files.save')}
      </Button>
    </>
  );
}

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import styles from './pipeline_settings.module.css';

// Below a list of what a stage has.
export function AddButton({ text, add }: { text: string; add: () => void }) {
  return (
    <Button
      variant="default"
      size="compact-sm"
      className={styles.addRule}
      leftSection={<IconPlus size={14} aria-hidden="true" />}
      onClick={add}
    >
      {text}
    </Button>
  );
}

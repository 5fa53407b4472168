import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useInPlace } from '../components/focus';
import { Section } from '../components/Section';
import { useTranslation } from '../i18n/translation';

interface ClientBlockProps {
  title: string;
  // There is a client, whom the user may change.
  mayChange: boolean;
  form: (close: () => void) => ReactNode;
  // What is there while the form is closed.
  children: ReactNode;
}

// A client as a card, whose pencil opens it as a form.
export function ClientBlock({ title, mayChange, form: formOf, children }: ClientBlockProps) {
  const { t } = useTranslation();
  const form = useInPlace();
  const pencil = mayChange && !form.isOpen && (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={`${title}: ${t('actions.edit')}`}
      onClick={form.open}
      autoFocus={form.returns}
    >
      <IconPencil size={15} />
    </ActionIcon>
  );
  return (
    <Section title={title} action={pencil}>
      {form.isOpen ? formOf(form.close) : children}
    </Section>
  );
}

import { Textarea, TextInput, type TextInputProps } from '@mantine/core';
import type { EditorProps } from './editor_props';

// A text of one line. `input`: the keyboard of a phone, and the like.
export function lineEditor(input: Pick<TextInputProps, 'inputMode' | 'type'> = {}) {
  return function LineEditor({ field, label, typed, change, problem, autoFocus }: EditorProps) {
    return (
      <TextInput
        {...input}
        aria-label={label}
        description={field.hint || undefined}
        inputWrapperOrder={['input', 'description', 'error']}
        value={typed}
        onChange={(event) => change(event.currentTarget.value)}
        error={problem}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        autoComplete="off"
      />
    );
  };
}

const mostRows = 12;

export function LongTextEditor({ field, label, typed, change, problem, autoFocus }: EditorProps) {
  return (
    <Textarea
      aria-label={label}
      description={field.hint || undefined}
      inputWrapperOrder={['input', 'description', 'error']}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      error={problem}
      rows={Math.min(mostRows, Math.max(3, typed.split('\n').length))}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
    />
  );
}

// The browser's own picker. It keeps a date that is typed by half to itself, so it also keeps the value.
export function dateEditor(type: 'date' | 'datetime-local', max: string) {
  return function DateEditor({ field, label, typed, change, refuse, problem, autoFocus }: EditorProps) {
    return (
      <TextInput
        type={type}
        max={max}
        aria-label={label}
        description={field.hint || undefined}
        inputWrapperOrder={['input', 'description', 'error']}
        defaultValue={typed}
        onChange={({ currentTarget: { value, validity } }) => !validity.badInput && change(value)}
        onBlur={(event) => {
          if (!event.currentTarget.validity.badInput) return;
          event.stopPropagation();
          refuse();
        }}
        error={problem}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
      />
    );
  };
}

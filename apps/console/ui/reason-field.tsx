import { Textarea, type TextareaProps } from '@mantine/core';
import { useState } from 'react';

type Props = Omit<TextareaProps, 'value' | 'onChange' | 'autosize'> & {
  value: string;
  onChange: (value: string) => void;
};

/** Why something is done, or what goes along with it, in a few words that grow with what is typed. */
export function ReasonField({ onChange, ...props }: Props) {
  return (
    <Textarea
      minRows={2}
      maxLength={500}
      {...props}
      autosize
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A reason without which nothing is done; from the first try on, its field says that it is missing. */
export function useRequiredReason(missing: string) {
  const [value, setValue] = useState('');
  const [isTried, setTried] = useState(false);
  const reason = value.trim();
  return {
    /** Null while it is missing. */
    given: () => {
      setTried(true);
      return reason || null;
    },
    field: { value, onChange: setValue, error: isTried && !reason && missing },
  };
}

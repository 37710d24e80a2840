import { NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export const COLUMNS = ['kind', 'class', 'priority', 'amount', 'unit', 'clock', 'latest'] as const;
export type Column = (typeof COLUMNS)[number];

interface CellProps {
  column: Column;
  /** Of the row, from 1. */
  number: number;
  error?: string | undefined;
}

interface ChoiceProps extends CellProps {
  value: string;
  data: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

export function ChoiceCell({ column, number, value, data, onChange, error }: ChoiceProps) {
  const { label, field } = useCellWords({ column, number });
  return (
    <td data-label={label}>
      <NativeSelect
        aria-label={field}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[...data]}
        error={error}
      />
    </td>
  );
}

interface NumberProps extends CellProps {
  value: number | string;
  placeholder?: string;
  onChange: (value: number | string) => void;
}

/** What is out of bounds stays as it was typed, and is said. */
export function NumberCell({ column, number, value, placeholder, onChange, error }: NumberProps) {
  const { label, field } = useCellWords({ column, number });
  return (
    <td data-label={label}>
      <NumberInput
        aria-label={field}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        placeholder={placeholder}
        value={value}
        onChange={onChange}
        error={error}
      />
    </td>
  );
}

/** The head of the column, which a narrow screen shows in each cell, and the name of the field. */
function useCellWords({ column, number }: Pick<CellProps, 'column' | 'number'>) {
  const { t } = useTranslation();
  const label = t(`policies.rules.${column}`);
  return { label, field: t('policies.rules.cell', { number, column: label }) };
}

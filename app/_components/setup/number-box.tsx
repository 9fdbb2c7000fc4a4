'use client';

import { useState, type KeyboardEvent } from 'react';
import { formatNumber } from '../../_lib/format';
import { cx } from '../ui/cx';

interface NumberBoxProps {
  readonly label: string;
  readonly value: number;
  /** Of what is shown; by default {@link formatNumber}. */
  readonly format?: (value: number) => string;
  readonly disabled?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  readonly className?: string;
  /** Called with what was typed, once it is a number; the bounds are not checked here. */
  readonly onCommit: (value: number) => void;
}

/** A number to type. It counts on Enter and on leaving the field; Escape takes it back. */
export function NumberBox(props: NumberBoxProps) {
  const { label, value, format = formatNumber, disabled, invalid, describedBy, className, onCommit } = props;
  const [typed, setTyped] = useState<string | null>(null);

  function commit(): void {
    const number = typed === null || typed.trim() === '' ? NaN : Number(typed.trim().replace(',', '.'));
    setTyped(null);
    if (Number.isFinite(number) && number !== value) onCommit(number);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setTyped(null);
  }

  return (
    <input
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      disabled={disabled}
      value={typed ?? format(value)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
      className={cx(
        'h-7 rounded-md bg-raised px-2 text-right text-[0.8125rem] tabular-nums ring-1 ring-line ring-inset hover:ring-edge disabled:opacity-45 aria-invalid:ring-danger',
        className ?? 'w-16',
      )}
    />
  );
}

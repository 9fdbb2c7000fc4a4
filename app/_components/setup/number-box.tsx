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
  /** What the arrow keys make of a number: 1 is up, -1 down. */
  readonly step?: (value: number, direction: 1 | -1) => number;
  /** Called with what was typed, once it is a number; the bounds are not checked here. */
  readonly onCommit: (value: number) => void;
}

/** A number to type. It counts on Enter and on leaving the field; Escape takes it back; the arrow keys step where that is given. */
export function NumberBox(props: NumberBoxProps) {
  const {
    label,
    value,
    format = formatNumber,
    disabled,
    invalid,
    describedBy,
    className,
    step,
    onCommit,
  } = props;
  const [typed, setTyped] = useState<string | null>(null);

  function commit(): void {
    const number = parse(typed);
    setTyped(null);
    if (number !== null && number !== value) onCommit(number);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setTyped(null);
    if (!step || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const next = step(parse(typed) ?? value, event.key === 'ArrowUp' ? 1 : -1);
    setTyped(null);
    if (next !== value) onCommit(next);
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
        'h-7 rounded-md bg-raised px-2 text-right text-[0.8125rem] tabular-nums ring-1 ring-line ring-inset hover:ring-edge disabled:opacity-45 aria-invalid:ring-danger pointer-coarse:h-9',
        className ?? 'w-16',
      )}
    />
  );
}

function parse(typed: string | null): number | null {
  if (typed === null || typed.trim() === '') return null;
  const number = Number(typed.trim().replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}

'use client';

import { useId, useState, type FormEvent, type ReactNode, type RefObject } from 'react';
import type * as z from 'zod/mini';
import { Button } from './button';

export interface TextFormProps<Text extends string> {
  readonly label: string;
  readonly action: string;
  readonly initial: string;
  /** What is allowed, and its form. */
  readonly schema: z.ZodMiniType<Text>;
  readonly maxLength: number;
  /** Said of what is not allowed. */
  readonly invalidText: string;
  readonly autoComplete?: string;
  /** Whether the text is selected at first, to be written over. */
  readonly selected?: boolean;
  readonly onText: (text: Text) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Stands before the button. */
  readonly children?: ReactNode;
}

/** A line of text, and the button that is pressed when it is written. */
export function TextForm<Text extends string>({
  label,
  action,
  initial,
  schema,
  maxLength,
  invalidText,
  autoComplete,
  selected = false,
  onText,
  inputRef,
  children,
}: TextFormProps<Text>) {
  const [value, setValue] = useState(initial);
  const [invalid, setInvalid] = useState(false);
  const problem = useId();

  function submit(event: FormEvent): void {
    event.preventDefault();
    const parsed = schema.safeParse(value);
    setInvalid(!parsed.success);
    if (parsed.success) onText(parsed.data);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <label className="flex flex-col gap-1.5">
        <span className="text-[0.8125rem] font-medium">{label}</span>
        <input
          ref={inputRef}
          value={value}
          maxLength={maxLength}
          autoComplete={autoComplete}
          aria-invalid={invalid}
          aria-describedby={problem}
          onFocus={(event) => selected && event.target.select()}
          onChange={(event) => setValue(event.target.value)}
          className="h-11 rounded-lg bg-raised px-3 text-base ring-1 ring-edge ring-inset"
        />
        <span id={problem} className="text-[0.8125rem] text-danger">
          {invalid && invalidText}
        </span>
      </label>
      <div className="flex justify-end gap-2">
        {children}
        <Button type="submit" look="primary">
          {action}
        </Button>
      </div>
    </form>
  );
}

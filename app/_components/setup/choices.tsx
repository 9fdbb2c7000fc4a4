import { cx } from '../ui/cx';

interface ChoicesProps<T extends string | number> {
  readonly label: string;
  readonly values: readonly T[];
  readonly value: T;
  readonly name?: (value: T) => string;
  readonly disabled: boolean;
  readonly onChoose: (value: T) => void;
}

/** A row of values to choose from. */
export function Choices<T extends string | number>(props: ChoicesProps<T>) {
  const { label, values, value, name = String, disabled, onChoose } = props;
  return (
    <div
      role="group"
      aria-label={label}
      className="flex gap-0.5 rounded-lg bg-ground p-0.5 ring-1 ring-line ring-inset"
    >
      {values.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === value}
          disabled={disabled}
          onClick={() => onChoose(one)}
          className={cx(
            'h-7 min-w-0 grow rounded-md px-1.5 text-[0.8125rem] tabular-nums disabled:cursor-not-allowed disabled:opacity-45 pointer-coarse:h-9',
            one === value
              ? 'bg-raised font-medium text-ink shadow-sm ring-1 ring-line'
              : 'text-muted not-disabled:hover:text-ink',
          )}
        >
          {name(one)}
        </button>
      ))}
    </div>
  );
}

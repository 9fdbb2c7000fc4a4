import type { ComponentProps } from 'react';
import { cx } from './cx';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const base =
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-45 [&_svg]:shrink-0';
const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent not-disabled:hover:bg-accent/88',
  secondary: 'bg-raised text-ink ring-1 ring-line ring-inset not-disabled:hover:ring-edge',
  quiet: 'text-muted not-disabled:hover:bg-raised not-disabled:hover:text-ink',
  danger: 'bg-raised text-danger ring-1 ring-line ring-inset not-disabled:hover:ring-danger',
};
const sizes: Record<ButtonSize, string> = {
  small: 'h-8 px-2.5 text-[0.8125rem] [&_svg]:size-3.5',
  medium: 'h-9 px-3.5 [&_svg]:size-4',
  large: 'h-11 px-5 text-[0.9375rem] [&_svg]:size-4',
};

export function buttonClass(
  look: ButtonLook = 'secondary',
  size: ButtonSize = 'medium',
  className?: string,
): string {
  return cx(base, looks[look], sizes[size], className);
}

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
}

export function Button({ look, size, className, ...props }: ButtonProps) {
  return <button type="button" {...props} className={buttonClass(look, size, className)} />;
}

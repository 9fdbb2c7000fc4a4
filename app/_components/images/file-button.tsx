'use client';

import { useId, type ReactNode } from 'react';
import { buttonClass } from '../ui/button';
import { cx } from '../ui/cx';

interface FileButtonProps {
  readonly label: string;
  readonly multiple?: boolean;
  /** Opens the camera of a phone instead of its files. */
  readonly camera?: boolean;
  readonly disabled: boolean;
  readonly className?: string;
  readonly onFiles: (files: File[]) => void;
  readonly children: ReactNode;
}

/** A button that asks for pictures. */
export function FileButton(props: FileButtonProps) {
  const { label, multiple, camera, disabled, className, onFiles, children } = props;
  const id = useId();
  return (
    <span className={cx('flex', className)}>
      <input
        id={id}
        type="file"
        accept="image/*"
        capture={camera ? 'environment' : undefined}
        multiple={multiple}
        disabled={disabled}
        aria-label={label}
        className="peer sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // So that the same file can be chosen again.
          event.target.value = '';
          onFiles(files);
        }}
      />
      <label
        htmlFor={id}
        aria-hidden
        className={buttonClass(
          'secondary',
          'small',
          'grow peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent peer-disabled:opacity-45',
        )}
      >
        {children}
      </label>
    </span>
  );
}

import type { Theme } from '../../_lib/theme';
import { cx } from './cx';
import { LanguageMenu } from './language-menu';
import { ThemeMenu } from './theme-menu';
import { Wordmark } from './wordmark';

interface PageHeadProps {
  readonly theme: Theme;
  readonly className: string;
}

/** The head of a page outside of rooms: the way home, and how the page is read. */
export function PageHead({ theme, className }: PageHeadProps) {
  return (
    <header className={cx('flex items-center justify-between', className)}>
      <Wordmark />
      <div className="flex items-center gap-1">
        <LanguageMenu />
        <ThemeMenu initial={theme} />
      </div>
    </header>
  );
}

/**
 * The page's colours as a canvas needs them, which does not know custom properties.
 * @param host element in whose place the colours are looked up
 * @param onChange called when the theme has changed
 */
export function themeColours(host: HTMLElement, onChange: () => void) {
  const known = new Map<string, string>();
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);

  function forget(): void {
    known.clear();
    onChange();
  }
  const attributes = new MutationObserver(forget);
  attributes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', forget);

  return {
    /** @param css a colour that may use custom properties, such as `var(--ink)` */
    get(css: string): string {
      const colour = known.get(css);
      if (colour) return colour;
      probe.style.color = css;
      const computed = getComputedStyle(probe).color;
      known.set(css, computed);
      return computed;
    },
    dispose(): void {
      attributes.disconnect();
      system.removeEventListener('change', forget);
      probe.remove();
    },
  };
}

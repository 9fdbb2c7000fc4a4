/**
 * Where a key takes a slider; `null` for one that takes it nowhere. What is beyond the ends means the ends.
 * @param index where it is, of `count` places
 * @param page how many places the page keys go
 */
export function sliderTarget(key: string, index: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return index - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return index + 1;
    case 'PageDown':
      return index - page;
    case 'PageUp':
      return index + page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Of the curves in the studio: most on a phone, where they have the page to themselves; on a wide screen little, for the picture above them. */
export const chartHeight =
  'relative h-64 lg:h-28 lg:[@media(min-height:850px)]:h-32 lg:[@media(min-height:1000px)]:h-40';

/** Of the curves in the studio: most on a phone, where they have the page to themselves, and more on a taller screen. */
export const chartHeight =
  'relative h-64 lg:h-36 lg:[@media(min-height:850px)]:h-44 lg:[@media(min-height:1000px)]:h-52';

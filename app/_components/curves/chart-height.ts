/** Of the curves in the studio: more on a phone, where they have the page to themselves, and on a tall screen. */
export const chartHeight = 'relative h-64 lg:h-40 lg:[@media(min-height:1000px)]:h-52';

export const publish = {
  title: 'Public picture',
  explain:
    'Publishing puts the result into the gallery on the home page and on a page of its own, for anybody, with the name of the room and the settings. Chats show it beside the room’s link. Photographs, paintings, people, the name of the run and everything else stay in the room.',
  isPublic:
    'Anybody can see its result, the name of the room and the settings. Everything else stays in the room, also another result that it gets when it is continued.',
  noResult: 'A run can be published once it has a result.',
  publish: 'Publish the result',
  unpublish: 'Make it private again',
  see: 'See what is public',
} as const;

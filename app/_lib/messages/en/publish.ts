export const publish = {
  title: 'Public picture',
  explain:
    'Publishing lets anybody who has the address of this run see its result, also without the room’s link, and chats show it beside the link, with the name of the room. Settings, photographs, paintings, people and everything else stay in the room.',
  isPublic:
    'Anybody who has the address of this run can see its result and the name of the room. Everything else stays in the room, also another result that it gets when it is continued.',
  noResult: 'A run can be published once it has a result.',
  publish: 'Publish the result',
  unpublish: 'Make it private again',
  see: 'See what is public',
} as const;

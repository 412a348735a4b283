import type { LabPerson } from '../types.ts';
import type { Json, StoryEnv } from './attachments.ts';
import { ORIGIN } from './paths.ts';

/** Who takes part in a group anonymously has no handle and no page. */
export const profileType = (person: LabPerson): string =>
  person.handle === '' ? 'GroupAnonAuthorProfile' : 'User';

export function personOf(person: LabPerson, env: StoryEnv): Json {
  const anonymous = person.handle === '';
  return {
    __typename: profileType(person),
    id: person.id,
    name: person.name,
    url: anonymous ? null : `${ORIGIN}/${person.handle}`,
    is_verified: person.verified === true,
    profile_picture: { uri: env.avatar(person), width: 40, height: 40 },
    __isActor: profileType(person),
  };
}

export function groupOf(group: { id: string; name: string }): Json {
  return { __typename: 'Group', id: group.id, name: group.name, url: `${ORIGIN}/groups/${group.id}/` };
}

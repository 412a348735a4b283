import { z } from 'zod';
import type { Layer, PostContext } from '../../complaints/reading.ts';
import { codeOfPk } from './ids.ts';
import { figure, handle, person, text } from './media.ts';
import { isPostPhoto, permalink } from './urls.ts';

/** Instagram's comment object, in the answers of 2025 (`XDTCommentDict`) and before. Each field on its own. */
const id = z.union([
  z.string().regex(/^\d{5,30}$/),
  z.number().int().min(10_000).max(Number.MAX_SAFE_INTEGER),
]);
const comment = z.object({
  pk: id.optional().catch(undefined),
  id: id.optional().catch(undefined),
  text: text.nullish().catch(undefined),
  created_at: figure.max(8_640_000_000_000).nullish().catch(undefined),
  user: person,
  owner: person,
  comment_like_count: figure.nullish().catch(undefined),
  media_id: z
    .union([z.string().max(100), z.number()])
    .nullish()
    .catch(undefined),
  media: z
    .object({ code: z.string().optional().catch(undefined) })
    .nullish()
    .catch(undefined),
  giphy_media_info: z.unknown().optional(),
});

/** Whether an object has the shape of a comment; a post's caption has it too, and no comment's id. */
export function isCommentShape(value: object): boolean {
  if (!('pk' in value || 'id' in value) || !('text' in value) || 'code' in value) return false;
  if ('__typename' in value && value.__typename === 'XDTCommentDict') return true;
  return 'created_at' in value && ('user' in value || 'owner' in value);
}

/**
 * A comment object as a layer, or null when it is none. It seldom says under which post it stands: `post` is the
 * post around it in the answer.
 */
export function commentLayer(raw: unknown, source: 'island' | 'store', post: Layer | null): Layer | null {
  const parsed = comment.safeParse(raw);
  const pk = parsed.data?.pk ?? parsed.data?.id;
  if (!parsed.success || pk === undefined) return null;
  const item = parsed.data;
  const layer: Layer = { source, names: [`instagram:comment:${pk}`] };
  const under = post
    ? contextOf(post)
    : contextNamed(item.media?.code ?? codeOfPk(/^\d+/.exec(String(item.media_id ?? ''))?.[0] ?? ''));
  const code = /^instagram:([\w-]+)$/.exec(under?.names[0] ?? '')?.[1];
  if (under && code) {
    layer.names.unshift(`instagram:${code}#${pk}`);
    layer.permalink = `${permalink(code)}c/${pk}/`;
    layer.under = under;
  }
  const user = item.user?.username ? item.user : (item.owner ?? item.user);
  const userId = user?.pk ?? user?.id;
  if (handle.safeParse(user?.username).success || userId !== undefined) {
    layer.author = {
      ...(user?.username ? { handle: user.username } : {}),
      ...(userId === undefined ? {} : { id: String(userId) }),
      ...(user?.full_name ? { name: user.full_name } : {}),
    };
  }
  if (typeof item.text === 'string') layer.text = item.text;
  else if (item.text === null) layer.text = '';
  if (typeof item.created_at === 'number') layer.postedAt = item.created_at * 1000;
  if (typeof item.comment_like_count === 'number') layer.counts = { likes: item.comment_like_count };
  if (item.giphy_media_info) Object.assign(layer, movingPicture(item.giphy_media_info));
  return layer;
}

/** A moving picture mostly lies on a host that is never fetched: then it is counted and not offered. */
function movingPicture(info: unknown): Pick<Layer, 'photos' | 'photoTotal'> {
  const shape = z
    .object({ images: z.object({ fixed_height: z.object({ url: z.string() }) }) })
    .safeParse(info);
  const url = shape.data?.images.fixed_height.url ?? '';
  return isPostPhoto(url) ? { photos: [{ url, kind: 'photo' }] } : { photoTotal: 1 };
}

function contextNamed(code: string): PostContext | undefined {
  return code ? { names: [`instagram:${code}`], permalink: permalink(code) } : undefined;
}

function contextOf({ names, permalink: link, author, text: words, postedAt }: Layer): PostContext {
  return {
    names: [...names],
    ...(link ? { permalink: link } : {}),
    ...(author ? { author } : {}),
    ...(words === undefined ? {} : { text: words.slice(0, 2000) }),
    ...((words ?? '').length > 2000 ? { textCut: true } : {}),
    ...(postedAt === undefined ? {} : { postedAt }),
  };
}

type Dict = Record<string, unknown>;

/**
 * The older form of a media object (`shortcode_media`, `xdt_shortcode_media`) in the words of the present one.
 * What is there already is kept; anything of another shape comes back as it was. Never throws for plain JSON.
 */
export function inPresentWords(raw: unknown): unknown {
  const item = dict(raw);
  if (!item || typeof item.shortcode !== 'string' || 'code' in item) return raw;
  const slides = edges(item.edge_sidecar_to_children);
  const captions = edges(item.edge_media_to_caption);
  return {
    code: item.shortcode,
    pk: item.pk ?? item.id,
    owner: item.owner,
    user: item.user,
    coauthor_producers: item.coauthor_producers,
    taken_at: item.taken_at ?? item.taken_at_timestamp,
    location: item.location,
    is_paid_partnership: item.is_paid_partnership,
    like_and_view_counts_disabled: item.like_and_view_counts_disabled,
    like_count: dict(item.edge_media_preview_like)?.count,
    comment_count: (dict(item.edge_media_to_parent_comment) ?? dict(item.edge_media_to_comment))?.count,
    ...(captions ? { caption: captions.length > 0 ? { text: captions[0]?.text } : null } : {}),
    ...pictured(item),
    ...(slides && slides.length > 0 ? { carousel_media: slides.map(pictured) } : {}),
  };
}

function pictured(item: Dict): Dict {
  const resources = Array.isArray(item.display_resources) ? item.display_resources.slice(0, 100) : [];
  const candidates = resources.flatMap((each) => {
    const one = dict(each);
    return one ? [{ url: one.src, width: one.config_width, height: one.config_height }] : [];
  });
  const size = dict(item.dimensions);
  return {
    media_type: item.is_video === true ? 2 : 1,
    original_width: size?.width,
    original_height: size?.height,
    image_versions2: { candidates },
    display_uri: item.display_url,
  };
}

function edges(value: unknown): Dict[] | null {
  const list = dict(value)?.edges;
  if (!Array.isArray(list)) return null;
  return list.slice(0, 60).flatMap((edge): Dict[] => {
    const node = dict(dict(edge)?.node);
    return node ? [node] : [];
  });
}

function dict(value: unknown): Dict | null {
  return value && typeof value === 'object' && !Array.isArray(value) ? (value as Dict) : null;
}

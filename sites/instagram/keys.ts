/** Which keys of Instagram's objects are read; everything else (video manifests, tags, tokens) is cut away. */
export const MEDIA_KEYS: ReadonlySet<string> = new Set(
  (
    'code pk id taken_at user owner username full_name caption text location name like_count comment_count ' +
    'like_and_view_counts_disabled image_versions2 candidates url width height carousel_media original_width ' +
    'original_height media_type product_type is_paid_partnership ad_id display_uri video_image uri ' +
    'carousel_media_count coauthor_producers __typename created_at comment_like_count parent_comment_id media_id ' +
    'giphy_media_info images fixed_height shortcode taken_at_timestamp display_url display_resources src ' +
    'config_width config_height is_video edge_media_to_caption edges node edge_sidecar_to_children ' +
    'edge_media_preview_like edge_media_to_comment edge_media_to_parent_comment count dimensions'
  ).split(' '),
);

const TELLING = [
  'image_versions2',
  'carousel_media',
  'taken_at',
  'caption',
  'display_uri',
  'taken_at_timestamp',
  'display_url',
  'edge_media_to_caption',
];

/**
 * Whether an object has the shape of a post: a code and something that only posts have; or, without a code, its time
 * and its caption, which neither the slides of a carousel nor persons have.
 */
export function isMediaShape(value: object): boolean {
  const named = ('code' in value && typeof value.code === 'string') || 'shortcode' in value;
  if (named) return TELLING.some((key) => key in value) || 'pk' in value || 'user' in value;
  const whose = 'user' in value || 'owner' in value;
  return whose && ('pk' in value || 'id' in value) && 'taken_at' in value && 'caption' in value;
}

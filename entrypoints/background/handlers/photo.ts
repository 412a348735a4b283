import { database } from '../../../storage/database.ts';
import { addPhotos } from '../../../storage/store-photo.ts';
import { takePasted } from '../pasted.ts';
import { fetchPhotos } from '../photos.ts';
import { afterWrite } from '../refresh.ts';
import { handlers } from '../router.ts';

export const photoHandlers = handlers({
  'photo.retry': ({ complaintId }) => fetchPhotos(complaintId, true),
  'photo.add': async ({ complaintId, inboxIds }, { now }) => {
    const photos = await takePasted(inboxIds, now);
    const result = await addPhotos(database, { complaintId, photos, inboxIds }, now);
    void afterWrite();
    return result;
  },
});

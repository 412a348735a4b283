import { FeedPost } from './FeedPost.tsx';
import { feedOf } from './queries.ts';
import { Reader, refOf, useStore } from './relay.tsx';
import { x } from './session.ts';

const WORDS: Record<string, [string, string]> = {
  'accounts/login': ['Masuk', 'Masuk untuk melihat foto dan video dari teman-teman Anda.'],
  'accounts/suspended': ['Akun Anda ditangguhkan', 'Anda memiliki 180 hari untuk mengajukan banding.'],
  'accounts/disabled': ['Akun Anda dinonaktifkan', 'Akun ini tidak mengikuti pedoman kami.'],
  'accounts/onetap': ['Simpan info login Anda?', 'Anda tidak perlu mengetiknya lagi lain kali.'],
  challenge: ['Bantu kami pastikan ini Anda', 'Masukkan kode yang kami kirim ke email Anda.'],
  checkpoint: ['Kami mendeteksi aktivitas otomatis', 'Untuk sementara akun Anda dibatasi.'],
  consent: ['Tinjau ketentuan kami', 'Silakan baca dan setujui sebelum melanjutkan.'],
  auth_platform: ['Periksa email Anda', 'Masukkan kode enam angka yang kami kirim.'],
};

/** What stands between a person and the site. Behind it the feed shines through, with whole posts in it. */
export function Gate({ gate }: { gate: string }) {
  const environment = useStore();
  const [title, words] = WORDS[gate] ?? ['Sebentar', 'Silakan lanjutkan.'];
  const medias = feedOf(environment).items.flatMap((id) => Reader.at(environment, id)?.one('media') ?? []);
  return (
    <section className={x('root')}>
      <main role="main" className={x('main')}>
        <div className={x('notice')}>
          <h2 className={x('title')}>{title}</h2>
          <p>{words}</p>
          <form>
            <input name="security_code" autoComplete="off" aria-label="Kode" />
          </form>
          <div role="button" tabIndex={0} className={x('button')}>
            Lanjutkan
          </div>
        </div>
        <div className={x('behind')}>
          {medias.slice(0, 3).map((media) => (
            <article key={media.id} className={x('article')}>
              <FeedPost media={refOf(media.id, 'PolarisFeedPost_media')} suggested={false} />
            </article>
          ))}
        </div>
      </main>
    </section>
  );
}

/** Before the page of a post, for those who are not signed in. */
export function Wall() {
  return (
    <div className={x('veil')}>
      <div role="dialog" aria-modal="true" className={x('card2')}>
        <div className={x('notice')} style={{ margin: '20px auto' }}>
          <h2 className={x('title')}>Lihat selengkapnya di Instagram</h2>
          <p>Daftar atau masuk untuk menyukai dan mengomentari postingan ini.</p>
          <a href="/accounts/login/?next=%2F" className={x('button')}>
            Masuk
          </a>
        </div>
      </div>
    </div>
  );
}

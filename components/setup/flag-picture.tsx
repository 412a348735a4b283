import { Bookmark, Flag, Heart, MessageCircle, Send } from 'lucide-react';
import { m } from '../../i18n/index.ts';
import styles from './flag-picture.module.css';

/** A drawn post with the button in its place; decoration beside the words. */
export function FlagPicture() {
  return (
    <div className={`u-card ${styles.post}`} aria-hidden="true">
      <div className={styles.head}>
        <span className={styles.face} />
        <span className={styles.line} style={{ width: 96 }} />
      </div>
      <svg
        aria-hidden="true"
        className={styles.photo}
        viewBox="0 0 320 180"
        preserveAspectRatio="xMidYMid slice"
      >
        <rect width="320" height="180" className={styles.sky} />
        <path d="M0 118h320v62H0z" className={styles.ground} />
        <path d="M140 180l12-62h16l12 62z" className={styles.road} />
        <ellipse cx="196" cy="152" rx="46" ry="13" className={styles.hole} />
        <ellipse cx="196" cy="154" rx="34" ry="8" className={styles.water} />
        <path d="M28 118V46h36v72zM36 56h8v10h-8zM50 56h8v10h-8zM36 74h8v10h-8z" className={styles.house} />
      </svg>
      <div className={styles.actions}>
        <Heart size={20} />
        <MessageCircle size={20} />
        <Send size={20} />
        <span className="u-grow" />
        <span className={styles.chip}>
          <Flag size={15} />
          {m.page_flag()}
        </span>
        <Bookmark size={20} />
      </div>
      <span className={styles.line} style={{ width: 220 }} />
      <span className={styles.line} style={{ width: 150 }} />
    </div>
  );
}

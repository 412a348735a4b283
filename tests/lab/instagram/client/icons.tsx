import type { ReactNode } from 'react';

function Icon(props: { label: string; size?: number; box?: number; filled?: boolean; children: ReactNode }) {
  const { label, size = 24, box = 24, filled = false } = props;
  return (
    <svg
      aria-label={label}
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={filled ? 0 : 2}
      strokeLinejoin="round"
      height={size}
      width={size}
      role="img"
      viewBox={`0 0 ${box} ${box}`}
    >
      <title>{label}</title>
      {props.children}
    </svg>
  );
}

export const Heart = ({ size = 24, liked = false }) =>
  liked ? (
    <Icon label="Batal suka" size={size} box={48} filled>
      <path d="M34.6 3.1C30.2 3.1 26.3 5.6 24 9.6 21.7 5.6 17.8 3.1 13.4 3.1 6.4 3.1 1 9 1 16.6 1 28 12 35.600 24 45 36 35.600 47 28 47 16.600 47 9 41.600 3.100 34.600 3.100Z" />
    </Icon>
  ) : (
    <Icon label="Suka" size={size}>
      <path d="M16.792 3.904C19.600 3.904 21.500 6.300 21.500 9.122 21.500 14 16.500 17 12 20.900 7.500 17 2.500 14 2.500 9.122 2.500 6.300 4.400 3.904 7.208 3.904 9.300 3.904 10.900 4.900 12 6.900 13.100 4.900 14.700 3.904 16.792 3.904Z" />
    </Icon>
  );
export const CommentIcon = () => (
  <Icon label="Komentari">
    <path d="M20.656 17.008A9.900 9.900 0 1 0 17.100 20.600L22 22Z" />
  </Icon>
);
export const ShareIcon = () => (
  <Icon label="Bagikan">
    <path d="M13.973 20.046 21.500 4H2.700L9.700 10.500ZM9.700 10.500 21.500 4" />
  </Icon>
);
export const SaveIcon = () => (
  <Icon label="Simpan">
    <polygon points="20 21 12 13.44 4 21 4 3 20 3 20 21" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon label="Opsi lainnya" filled>
    <circle cx="12" cy="12" r="1.5" />
    <circle cx="6" cy="12" r="1.5" />
    <circle cx="18" cy="12" r="1.5" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon label="Tutup" size={18}>
    <polyline points="20.643 3.357 12 12 3.353 20.647" />
    <line x1="20.649" x2="3.354" y1="20.649" y2="3.354" />
  </Icon>
);
export const PlusIcon = () => (
  <Icon label="Muat komentar lainnya">
    <circle cx="12" cy="12" r="10" />
    <line x1="7" x2="17" y1="12" y2="12" />
    <line x1="12" x2="12" y1="7" y2="17" />
  </Icon>
);
export const BackIcon = () => (
  <Icon label="Kembali">
    <polyline points="15 4 7 12 15 20" />
  </Icon>
);
export const MuteIcon = () => (
  <Icon label="Audio nonaktif" size={16} box={48} filled>
    <path d="M4 17H14L26 7V41L14 31H4ZM32 18L44 30M44 18L32 30" />
  </Icon>
);
export const NoteIcon = () => (
  <Icon label="Gambar audio" size={12} filled>
    <path d="M9 18V5L20 3V16A3 3 0 1 1 18 13V6L11 7.500V18A3 3 0 1 1 9 15Z" />
  </Icon>
);
export const VerifiedIcon = () => (
  <Icon label="Terverifikasi" size={12} box={40} filled>
    <path
      d="M20 2 25 6 31 5 33 11 38 14 36 20 38 26 33 29 31 35 25 34 20 38 15 34 9 35 7 29 2 26 4 20 2 14 7 11 9 5 15 6Z"
      fill="rgb(0, 149, 246)"
    />
  </Icon>
);
export const CarouselIcon = () => (
  <Icon label="Carousel" size={20} box={48} filled>
    <path d="M34.800 29.700V11C34.800 8.300 32.600 6 29.800 6H11C8.300 6 6 8.300 6 11V29.700C6 32.500 8.300 34.700 11 34.700H29.800C32.600 34.700 34.800 32.500 34.800 29.700ZM38 14V33C38 36 36 38 33 38H14V42H37C40 42 42 40 42 37V14Z" />
  </Icon>
);
export const ClipIcon = () => (
  <Icon label="Klip" size={20} filled>
    <path d="M4 3H20V21H4ZM10 8V16L16 12Z" fillRule="evenodd" />
  </Icon>
);
const NAV: readonly [string, string, string][] = [
  ['/', 'Beranda', 'M9 21V14H15V21H22V11.500L12 2 2 11.500V21Z'],
  ['/reels/', 'Reel', 'M3 3H21V21H3ZM10 9V17L16 13Z'],
  ['/direct/inbox/', 'Pesan', 'M3 4H21V17H12L6 21V17H3Z'],
  ['/explore/', 'Jelajahi', 'M10.500 3A7.500 7.500 0 1 0 10.500 18 7.500 7.500 0 1 0 10.500 3ZM16 16 22 22'],
];
export const navIcons = NAV.map(([path, label, d]) => ({
  path,
  label,
  icon: (
    <Icon label={label}>
      <path d={d} />
    </Icon>
  ),
}));

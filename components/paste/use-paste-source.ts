import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { picturesOf } from '../complaint-parts/inbox.ts';
import { type Pictures, usePictures } from '../complaint-parts/picture-paste.tsx';
import { errorCode, errorText } from '../error-text.ts';
import { type ChatFile, MAX_CHAT_TEXT, readChatFile } from './chat-file.ts';

/** Longer texts are kept aside: a field with megabytes in it would hold up the page at each key. */
export const MAX_SHOWN = 20_000;

export interface PasteSource {
  /** What is read: the field's text, or what is kept aside. */
  text: string;
  /** A long paste or an exported chat, kept aside of the field; null = the field itself. */
  held: { title: string; length: number; pictures: number } | null;
  file: ChatFile | null;
  pictures: Pictures;
  /** Counts up with each new text. */
  version: number;
  /** Epoch ms at which the text came. */
  at: number;
  /** One sentence; null when nothing is wrong. */
  error: string | null;
  reading: boolean;
  type: (text: string) => void;
  onPaste: (event: ClipboardEvent) => void;
  /** A paste that was meant for no field. */
  takeData: (data: DataTransfer) => void;
  onDrop: (event: DragEvent) => void;
  addFiles: (files: readonly File[]) => Promise<void>;
  clear: () => void;
}

/** Text, pictures or an exported chat: whatever way they come in, nothing of it is stored. */
export function usePasteSource(): PasteSource {
  const [state, setState] = useState({
    text: '',
    title: null as string | null,
    file: null as ChatFile | null,
    version: 0,
    at: 0,
  });
  const [error, setError] = useState<string | null>(null);
  const [reading, setReading] = useState(false);
  const pictures = usePictures();

  const take = (text: string, title: string | null, file: ChatFile | null) => {
    setError(null);
    setState(({ version }) => ({
      text: text.slice(0, MAX_CHAT_TEXT),
      title,
      file,
      version: version + 1,
      at: Date.now(),
    }));
  };
  const takeText = (words: string) =>
    take(words, words.length > MAX_SHOWN ? m.paste_long_text() : null, null);
  const addFiles = async (files: readonly File[]) => {
    const images = files.filter((file) => file.type.startsWith('image/'));
    if (images.length > 0) {
      setState((before) => ({ ...before, at: Date.now() }));
      await pictures.add(images);
    }
    const chat = files.find((file) => !images.includes(file));
    if (!chat) return;
    setReading(true);
    try {
      const read = await readChatFile(chat);
      take(read.text, read.title, read);
    } catch (fault) {
      setError(fileFault(fault));
    } finally {
      setReading(false);
    }
  };
  const { text, title, file, version, at } = state;
  return {
    text,
    held: title === null ? null : { title, length: text.length, pictures: file?.pictures.size ?? 0 },
    file,
    pictures,
    version,
    at,
    error,
    reading,
    addFiles,
    type: (typed) => take(typed, null, null),
    onPaste: (event) => {
      const images = picturesOf(event.clipboardData);
      const pasted = event.clipboardData.getData('text/plain');
      const long = text.length + pasted.length > MAX_SHOWN;
      if (images.length === 0 && !long) return;
      event.preventDefault();
      if (images.length > 0) void addFiles(images);
      if (pasted === '') return;
      takeText(text === '' ? pasted : `${text}\n${pasted}`);
    },
    takeData: (data) => {
      const images = picturesOf(data);
      const pasted = data.getData('text/plain');
      if (images.length > 0) void addFiles(images);
      if (pasted !== '') takeText(pasted);
    },
    onDrop: (event) => {
      event.preventDefault();
      const files = [...event.dataTransfer.files];
      if (files.length > 0) void addFiles(files);
      else takeText(event.dataTransfer.getData('text/plain'));
    },
    clear: () => {
      take('', null, null);
      for (const { id } of pictures.waiting) pictures.remove(id);
    },
  };
}

function fileFault(fault: unknown): string {
  const code = errorCode(fault);
  if (code === 'file-foreign') return m.paste_file_foreign();
  return code === 'file-damaged' ? m.paste_file_damaged() : errorText(code);
}

import { useRef, useState } from 'react';
import type { Channel, Draft } from '../../channels/channel.ts';
import { copyChannel } from '../../channels/copy.ts';
import { preferredChannel } from '../../channels/registry.ts';
import { whatsappChannel } from '../../channels/whatsapp.ts';
import type { Agency } from '../../complaints/agency.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import { gistOf } from '../../complaints/gist.ts';
import type { Loudness } from '../../complaints/loud.ts';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { type Deadline, NORMAL_DEADLINE, termOf } from '../complaint-parts/deadline-picker.tsx';
import { deliverEnv } from '../complaint-parts/deliver-env.ts';
import { draftComplaint } from '../complaint-parts/draft-context.ts';
import { handOver } from '../complaint-parts/hand-over.ts';
import { type ChosenPhoto, usePreparedPhotos } from '../complaint-parts/prepared-photos.ts';
import { sendByTelegram, useTelegramFor, type Word } from '../complaint-parts/send-telegram.ts';
import { useLoudness } from '../complaint-parts/use-loud.ts';
import { errorCode, errorText } from '../error-text.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useNow } from '../hooks/use-now.ts';
import { type Promised, usePromised } from '../hooks/use-promised.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { useToast } from '../ui/toast.tsx';
import type { SentNow } from './complaint-panel.tsx';
import type { PhotoChoice } from './photo-strip.tsx';
import { type AgencyChoice, useAgencyChoice } from './use-agency-choice.ts';
import { type CategoryChoice, useCategoryChoice } from './use-category-choice.ts';
import { type Correction, useCorrection } from './use-correction.ts';
import { useKeptChoice } from './use-kept-choice.ts';
import { usePhotoChoice } from './use-photo-choice.ts';

const NO_PHOTOS: readonly ChosenPhoto[] = [];

/** What still has to be filled in before the chosen way works. */
export type Wanted = 'agency' | 'phone' | 'deadline';

export interface Forwarding {
  now: number;
  text: Correction;
  place: Correction;
  photos: PhotoChoice;
  /** To whom: chosen, suggested or added, with its number. */
  choice: AgencyChoice;
  agency: Agency | null;
  wanted: Wanted | null;
  deadline: Deadline;
  /** What speaks for a shorter term than the usual one; null until it is known. */
  loud: Loudness | null;
  setDeadline: (deadline: Deadline) => void;
  category: CategoryChoice;
  /** When the chosen agency would be due, epoch ms; null for no length of time. */
  due: number | null;
  /** The term of a preset for that agency, in short. */
  termOfPreset: (preset: Parameters<Promised['label']>[1]) => string;
  sensitive: boolean;
  setSensitive: (on: boolean) => void;
  channel: Channel;
  /** The message as it stands; the official's own wording for this once, or null. */
  draft: Draft | null;
  wording: string | null;
  setWording: (text: string | null) => void;
  busy: boolean;
  failure: string | null;
  lastTried: Channel | null;
  /** A message left by the bot of which nobody knows whether it arrived; the official's word decides. */
  unsure: boolean;
  /** The agency's chat is paired with the bot. */
  telegram: boolean;
  forward: (channel: Channel, word?: Word) => Promise<void>;
  forwardByCopy: () => Promise<void>;
  flush: () => Promise<boolean>;
  /** Begin anew for another agency: the one it went to and its wording are put aside. */
  startTransfer: () => void;
}

/** Everything the forwarding form holds, and the forwarding itself. Lives as long as the complaint is shown. */
export function useForwarding(
  complaint: Complaint,
  onSent: (sent: SentNow) => void,
  /** `active`: the form is in sight, its photos are prepared. `transfer`: it goes on to another agency. */
  { active, transfer }: { active: boolean; transfer: boolean },
): Forwarding {
  const settings = useSettings();
  const now = useNow();
  const text = useCorrection(complaint.id, 'text', complaint.text);
  const place = useCorrection(complaint.id, 'place', complaint.place);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [chosenDeadline, setDeadline] = useState<Deadline | null>(null);
  const loud = useLoudness(complaint, now);
  // Until the official chooses, what is proposed stands; a term that runs is never touched.
  const deadline = chosenDeadline ?? { ...NORMAL_DEADLINE, preset: loud?.preset ?? NORMAL_DEADLINE.preset };
  const [wording, setWording] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [unsure, setUnsure] = useState(false);
  const [lastTried, setLastTried] = useState<Channel | null>(null);
  const running = useRef(false);
  const toast = useToast();
  const markSensitive = useCommand('complaint.sensitive');
  const photos = usePhotoChoice(complaint);
  const prepared = usePreparedPhotos(active || busy ? photos.chosen : NO_PHOTOS);

  const [kept, setKept] = useState(false);
  const choice = useAgencyChoice(complaint, {
    kept,
    transfer,
    onSettled: () => {
      setWanted(null);
      setFailure(null);
    },
  });
  const category = useCategoryChoice(complaint);
  const chosen = { agencyId: choice.chosenId, category: category.chosen };
  useKeptChoice(complaint.id, { ...chosen, deadline: chosenDeadline }, (found) => {
    setKept(true);
    if (!found) return;
    choice.takeKept(found.agencyId);
    setDeadline((now) => now ?? found.deadline);
    category.takeKept(found.category);
  });
  const { agency } = choice;
  const sensitive = complaint.sensitive;
  const telegram = useTelegramFor(agency?.id ?? null, sensitive);
  const channel = agency ? preferredChannel(agency, { sensitive, telegram }) : whatsappChannel;
  const term = termOf(deadline, settings.terms);

  const promised = usePromised(category.value);
  const dueFor = (to: Agency | null, at: number) =>
    term === null ? null : promised.due(to, deadline.preset, term, at);
  const context = (to: Agency, at: number) => ({
    kind: 'forward' as const,
    complaint: {
      ...draftComplaint(complaint, deadline.preset, dueFor(to, at)),
      text: text.value,
      place: place.value,
      gist: text.dirty ? gistOf(text.value) : complaint.gist,
    },
    agency: to,
    settings,
    now: at,
    ...(wording === null ? {} : { text: wording }),
  });

  const flush = async () => {
    const saved = await Promise.all([text.flush(), place.flush()]);
    return saved.every(Boolean);
  };

  const forward = async (by: Channel, word: Word = 'none') => {
    if (running.current) return;
    setFailure(null);
    setUnsure(false);
    setLastTried(by);
    if (!agency) {
      setWanted('agency');
      choice.ref.current?.focus();
      return;
    }
    if (term === null) return setWanted('deadline');
    running.current = true;
    setBusy(true);
    try {
      let to = agency;
      if (by.missing(agency) === 'phone') {
        const known = choice.phone.trim() === '' ? null : await choice.savePhone();
        if (!known) {
          setWanted('phone');
          choice.phoneRef.current?.focus();
          return;
        }
        to = known;
      }
      setWanted(null);
      if (!(await flush())) return;
      const { photos: bytes, hashes, failed } = await prepared();
      if (failed.length > 0) return setFailure(m.panel_photo_cannot_go());
      const at = Date.now();
      const draft = by.prepare({ ...context(to, at), photos: bytes });
      const done = await handOver({
        channel: by,
        draft,
        env: deliverEnv,
        record: (ready) => {
          const facts = {
            complaintId: complaint.id,
            agencyId: to.id,
            preset: deadline.preset,
            termMs: deadline.preset === 'custom' ? term : null,
            category: category.value,
            photoHashes: hashes,
            message: draft.text,
          };
          return by.bySelf
            ? sendByTelegram({ ...facts, word }, ready, toast)
            : call('complaint.forward', { ...facts, channel: by.id, outcome: by.outcome });
        },
        undo: (eventId) => call('complaint.undo', { eventId }),
      });
      if (!done.ok) {
        setUnsure(done.unsure ?? false);
        return setFailure(done.sentence);
      }
      setWording(null);
      onSent({ eventId: done.eventId, steps: done.steps, draft, at });
    } catch (error) {
      setFailure(errorText(errorCode(error)));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  return {
    now,
    text,
    place,
    photos,
    choice,
    agency,
    wanted,
    deadline,
    category,
    loud,
    due: dueFor(agency, now),
    termOfPreset: (preset) => promised.label(agency, preset),
    setDeadline: (next) => {
      setDeadline(next);
      if (wanted === 'deadline') setWanted(null);
    },
    sensitive,
    setSensitive: (on) => void markSensitive.run({ complaintId: complaint.id, sensitive: on }),
    channel,
    draft: agency ? channel.prepare({ ...context(agency, now), photos: [] }) : null,
    wording,
    setWording,
    busy,
    failure: failure ?? markSensitive.error,
    lastTried,
    unsure,
    telegram,
    forward,
    forwardByCopy: () => forward(copyChannel),
    flush,
    startTransfer: () => {
      choice.choose(null);
      setWording(null);
    },
  };
}

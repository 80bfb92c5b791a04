/** Which tour is under way, and which ones a person has seen on this device. */
import { useSyncExternalStore } from 'react';
import type { TourName } from './steps';

let running: TourName | undefined;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const keyOf = (user: string) => `qh.tours.${user}`;
const seenBy = (user: string) => localStorage.getItem(keyOf(user)) ?? '';

export function startTour(name: TourName) {
  running = name;
  tell();
}

/** Seen to the end or put away: it does not offer itself again, and can be started from the menu. */
export function endTour(user: string, name: TourName) {
  running = undefined;
  if (!seenBy(user).split(' ').includes(name)) localStorage.setItem(keyOf(user), `${seenBy(user)} ${name}`.trim());
  tell();
}

export const useTour = () => useSyncExternalStore(listen, () => running);
export const useSeen = (user: string, name: TourName | undefined) =>
  useSyncExternalStore(listen, () => name === undefined || seenBy(user).split(' ').includes(name));

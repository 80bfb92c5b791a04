import dayjs from 'dayjs';

/** One written form for both languages: nobody mistakes 2026-03-04. */
export const day = (iso: string | undefined | null): string => (iso ? dayjs(iso).format('YYYY-MM-DD') : '');
export const moment = (iso: string | undefined | null): string => (iso ? dayjs(iso).format('YYYY-MM-DD HH:mm') : '');
export const period = (from: string, to: string): string => `${day(from)} – ${day(to)}`;
